import DomainModel

/// What a signed form says.
public enum VoteOpinion: String, WireEnum {
  case agree, disagree
  /// Signed, no opinion ticked.
  case blank
}

/// Who said what, in one measure: hundredths of a square metre, heads, or households.
public struct OpinionCount: Codable, Hashable, Sendable {
  public var agreeing: Int64
  public var disagreeing: Int64
  /// Signed without an opinion.
  public var blank: Int64

  public init(agreeing: Int64 = 0, disagreeing: Int64 = 0, blank: Int64 = 0) {
    self.agreeing = agreeing
    self.disagreeing = disagreeing
    self.blank = blank
  }

  /// Whoever returned a signed form took part.
  public var participating: Int64 { agreeing + disagreeing + blank }

  public subscript(opinion: VoteOpinion) -> Int64 {
    get {
      switch opinion {
      case .agree: agreeing
      case .disagree: disagreeing
      case .blank: blank
      }
    }
    set {
      switch opinion {
      case .agree: agreeing = newValue
      case .disagree: disagreeing = newValue
      case .blank: blank = newValue
      }
    }
  }

  /// Moves `weight` from one opinion to another; nil is not having taken part.
  public mutating func move(_ weight: Int64, from old: VoteOpinion?, to new: VoteOpinion?) {
    if let old { self[old] -= weight }
    if let new { self[new] += weight }
  }
}

/// What a round counted, over what its roll holds.
public struct VoteFigures: Codable, Hashable, Sendable {
  /// The denominators: the sealed roll of the round, nothing else (domain §4.2).
  public struct Roll: Codable, Hashable, Sendable {
    /// Sum of the exclusive areas in hundredths of a square metre (AMB-09).
    public let area: Int64
    /// Distinct sets of owners, all unsold units together one more (domain §18.4).
    public let heads: Int64
    /// Units that count as a household.
    public let households: Int64

    public init(area: Int64, heads: Int64, households: Int64) {
      self.area = area
      self.heads = heads
      self.households = households
    }
  }

  public let roll: Roll
  /// Hundredths of a square metre; areas follow each form.
  public var area: OpinionCount
  public var heads: OpinionCount
  public var households: OpinionCount

  public init(
    roll: Roll, area: OpinionCount = OpinionCount(), heads: OpinionCount = OpinionCount(),
    households: OpinionCount = OpinionCount()
  ) {
    self.roll = roll
    self.area = area
    self.heads = heads
    self.households = households
  }
}

/// The forms that one head returned for its several units.
///
/// It takes part with the first of them, and agrees only if none of them says otherwise (domain §18.4).
public struct HeadForms: Codable, Hashable, Sendable {
  public private(set) var forms: OpinionCount

  public init(_ forms: OpinionCount = OpinionCount()) {
    self.forms = forms
  }

  /// Moves a weight from one opinion to another, in constant time.
  public mutating func move(from old: VoteOpinion?, to new: VoteOpinion?) {
    forms.move(1, from: old, to: new)
  }

  /// What the head says; nil when none of its forms came back.
  public var opinion: VoteOpinion? {
    if forms.disagreeing > 0 { return .disagree }
    if forms.blank > 0 { return .blank }
    return forms.agreeing > 0 ? .agree : nil
  }
}
