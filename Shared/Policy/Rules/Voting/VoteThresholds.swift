import DomainModel

/// What a round must reach, by the city's rules or, where they are silent, by our default (domain §4.1 to §4.4).
public struct VoteThresholds: Hashable, Sendable {
  /// Shares of a whole, each tested by itself; a share that the rules do not test is nil.
  public struct Threshold: Hashable, Sendable {
    public let area: Share?
    public let heads: Share?
    /// Whether the whole is those who took part, rather than the whole roll.
    public let ofParticipating: Bool
    public let cites: [Citation]

    public init(area: Share?, heads: Share?, ofParticipating: Bool = false, cites: [Citation]) {
      self.area = area
      self.heads = heads
      self.ofParticipating = ofParticipating
      self.cites = cites
    }
  }

  /// What a signed form without an opinion counts as.
  public enum BlankRule: Hashable, Sendable {
    /// With the side that more households took (AMB-07).
    case followsMajority
    case participatesNotApproves
    case notParticipating
  }

  /// Whose heads are counted (AMB-08).
  public enum Heads: Hashable, Sendable {
    /// One for each distinct set of owners.
    case owners
    /// One for each unit that is a household.
    case households
  }

  /// How many must take part before approval is looked at.
  public let quorum: Threshold?
  /// How many must agree.
  public let approval: Threshold
  /// A figure printed elsewhere in the document that the rule does not follow; shown beside the result (AMB-01).
  public let advisory: Threshold?
  public let heads: Heads
  public let blank: BlankRule
  public let blankOrigin: Finding.Origin
  public let blankCites: [Citation]

  public init(
    quorum: Threshold?, approval: Threshold, advisory: Threshold? = nil, heads: Heads,
    blank: BlankRule = .participatesNotApproves, blankOrigin: Finding.Origin, blankCites: [Citation]
  ) {
    self.quorum = quorum
    self.approval = approval
    self.advisory = advisory
    self.heads = heads
    self.blank = blank
    self.blankOrigin = blankOrigin
    self.blankCites = blankCites
  }
}
