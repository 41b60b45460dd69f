import DomainModel

/// The minutes of a round (domain §4.7): what it was about, what was counted, and what came of it.
public struct RoundReport: Codable, Hashable, Sendable {
  public let round: RoundID
  public let kind: RoundKind
  public let roll: RollID
  /// The content hash of the sealed roll.
  public let rollHash: DocumentHash
  /// The plan voted on; for plan rounds only.
  public let planVersion: PlanID?
  public let opensOn: BusinessDate
  public let closedOn: BusinessDate
  public let forms: FormCount
  /// Exclusive area.
  public let area: Opinions<Area>
  /// Distinct sets of owners (domain §18.4).
  public let heads: Opinions<Tallied>
  public let households: Opinions<Tallied>
  public let blanks: BlankHandling
  /// The tests that decided, in the order quorum, approval; forms without an opinion credited as `blanks` says.
  public let ratios: Listing<VoteRatio, 8>
  /// The same tests with explicit opinions only; empty where that is no different tally.
  public let explicitRatios: Listing<VoteRatio, 8>
  public let isCarried: Bool
  public let counters: Listing<PersonID, 20>
  public let scans: Listing<DocumentHash, 20>

  public init(
    round: RoundID, kind: RoundKind, roll: RollID, rollHash: DocumentHash, planVersion: PlanID?, opensOn: BusinessDate,
    closedOn: BusinessDate, forms: FormCount, area: Opinions<Area>, heads: Opinions<Tallied>,
    households: Opinions<Tallied>, blanks: BlankHandling, ratios: Listing<VoteRatio, 8>,
    explicitRatios: Listing<VoteRatio, 8>, isCarried: Bool,
    counters: Listing<PersonID, 20>, scans: Listing<DocumentHash, 20>
  ) {
    self.round = round
    self.kind = kind
    self.roll = roll
    self.rollHash = rollHash
    self.planVersion = planVersion
    self.opensOn = opensOn
    self.closedOn = closedOn
    self.forms = forms
    self.area = area
    self.heads = heads
    self.households = households
    self.blanks = blanks
    self.ratios = ratios
    self.explicitRatios = explicitRatios
    self.isCarried = isCarried
    self.counters = counters
    self.scans = scans
  }

  static var sample: RoundReport {
    RoundReport(
      round: "330382-2024-0007/R1", kind: .plan, roll: "330382-2024-0007/L1", rollHash: .sample,
      planVersion: "330382-2024-0007/P1", opensOn: .sample, closedOn: .sample,
      forms: FormCount(issued: 300, agreeing: 168, disagreeing: 42, blank: 0, unsigned: 1, replaced: 2),
      area: Opinions(all: .sample, agreeing: .sample, disagreeing: .zero, blank: .zero),
      heads: Opinions(all: 300, agreeing: 168, disagreeing: 42, blank: 0),
      households: Opinions(all: 300, agreeing: 168, disagreeing: 42, blank: 0),
      blanks: BlankHandling(
        treatment: .participatesNotApproves, origin: .recommended, majority: .none, isPivotal: false),
      ratios: [VoteRatio(.quorumArea, counted: .sample, required: .sample, isReached: true)],
      explicitRatios: [], isCarried: true, counters: ["p-0a11", "p-0a12"], scans: [.sample])
  }
}

/// A count of forms, heads or households.
public typealias Tallied = Whole<0, 1_000_000>

/// The forms of a round by what they say; all that were entered are kept, these are those that stand.
public struct FormCount: Codable, Hashable, Sendable {
  public let issued: Tallied
  public let agreeing: Tallied
  public let disagreeing: Tallied
  /// Signed without an opinion.
  public let blank: Tallied
  /// Without a signature: void.
  public let unsigned: Tallied
  /// Signed, but another form for the same unit counts in their place.
  public let replaced: Tallied

  public init(
    issued: Tallied, agreeing: Tallied, disagreeing: Tallied, blank: Tallied, unsigned: Tallied, replaced: Tallied
  ) {
    self.issued = issued
    self.agreeing = agreeing
    self.disagreeing = disagreeing
    self.blank = blank
    self.unsigned = unsigned
    self.replaced = replaced
  }

  /// Forms that came back in any state.
  public var returned: Int {
    agreeing.value + disagreeing.value + blank.value + unsigned.value + replaced.value
  }
}

/// Who said what, in one measure: an area, heads or households.
public struct Opinions<Measure: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
  /// The whole roll.
  public let all: Measure
  public let agreeing: Measure
  public let disagreeing: Measure
  /// Signed without an opinion.
  public let blank: Measure

  public init(all: Measure, agreeing: Measure, disagreeing: Measure, blank: Measure) {
    self.all = all
    self.agreeing = agreeing
    self.disagreeing = disagreeing
    self.blank = blank
  }
}

/// What a signed form without an opinion counts as.
public enum BlankTreatment: String, WireEnum {
  case followsMajority = "follows-majority"
  case participatesNotApproves = "participates-not-approves"
  case notParticipating = "not-participating"
}

/// How forms without an opinion were treated, and by whose word.
public struct BlankHandling: Codable, Hashable, Sendable {
  /// The side with more households among explicit forms.
  public enum Majority: String, WireEnum {
    case agree, disagree
    /// As many on one side as on the other.
    case none
  }

  public let treatment: BlankTreatment
  /// `document` where the city's rules say so, `recommended` where they are silent and the default is ours.
  public let origin: Finding.Origin
  public let majority: Majority
  /// Whether the result would be another without them.
  public let isPivotal: Bool

  public init(treatment: BlankTreatment, origin: Finding.Origin, majority: Majority, isPivotal: Bool) {
    self.treatment = treatment
    self.origin = origin
    self.majority = majority
    self.isPivotal = isPivotal
  }
}

/// One test of a round: a part of a whole against what is required.
public struct VoteRatio: Codable, Hashable, Sendable {
  /// Which part of which whole.
  public enum Test: String, WireEnum {
    case quorumArea = "quorum-area"
    case quorumHeads = "quorum-heads"
    case approveArea = "approve-area"
    case approveHeads = "approve-heads"
  }

  public let test: Test
  /// The part of the whole as counted, never reduced: heads, or hundredths of a square metre. Nil when the whole is
  /// nothing, and then the test is not met.
  public let counted: Share?
  public let required: Share
  public let isReached: Bool

  public init(_ test: Test, counted: Share?, required: Share, isReached: Bool) {
    self.test = test
    self.counted = counted
    self.required = required
    self.isReached = isReached
  }
}
