import DomainModel

/// What a form says.
public enum Opinion: String, WireEnum {
  /// 同意
  case agree
  /// 不同意
  case disagree
  /// Signed, no opinion ticked.
  case blank
  /// Not signed: void, whatever is ticked.
  case unsigned
}

/// How a form came back.
public enum BallotChannel: String, WireEnum {
  /// A signed paper form.
  case paper
  /// Signed in front of the counters.
  case onSite = "on-site"
  case online
}

/// A returned form (改造意见征求书, 方案意见征求表).
public struct Ballot: Codable, Hashable, Sendable {
  /// The number printed on the form, unique in its round.
  public let ballotNo: Identifier<SlugKind>
  public let unit: UnitID
  /// Which owner signed; any co-owner may (domain §18.4). Left out only on an unsigned form.
  public let signer: PersonID?
  public let opinion: Opinion
  public let channel: BallotChannel
  /// The date on the form.
  public let signedOn: BusinessDate
  /// A scan of the form.
  public let evidence: DocumentHash?

  public init(
    ballotNo: Identifier<SlugKind>, unit: UnitID, signer: PersonID?, opinion: Opinion, channel: BallotChannel = .paper,
    signedOn: BusinessDate, evidence: DocumentHash? = nil
  ) {
    self.ballotNo = ballotNo
    self.unit = unit
    self.signer = signer
    self.opinion = opinion
    self.channel = channel
    self.signedOn = signedOn
    self.evidence = evidence
  }

  static var sample: Ballot {
    Ballot(
      ballotNo: "f-0001", unit: "u-03-1-502", signer: "p-7f3a90c21b44", opinion: .agree, signedOn: .sample)
  }
}

/// Record one returned form.
public struct CastBallot: ProjectCommand {
  public static var name: WireName { "voting.cast-ballot" }
  public static var senders: Set<Role> { .collectors }
  public static var example: CastBallot {
    CastBallot(project: "330382-2024-0007", round: "330382-2024-0007/R1", ballot: .sample)
  }
  public typealias Reply = BallotRecorded

  public let project: ProjectID
  public let round: RoundID
  public let ballot: Ballot

  public var documents: [DocumentHash] { ballot.evidence.map { [$0] } ?? [] }

  public init(project: ProjectID, round: RoundID, ballot: Ballot) {
    self.project = project
    self.round = round
    self.ballot = ballot
  }
}

/// Record many returned forms. Each has its own outcome; a bad one leaves its neighbours alone.
public struct CastBallots: ProjectCommand {
  public static var name: WireName { "voting.cast-ballots" }
  public static var senders: Set<Role> { .collectors }
  public static var example: CastBallots {
    CastBallots(project: "330382-2024-0007", round: "330382-2024-0007/R1", ballots: [.sample])
  }
  public typealias Reply = BallotsRecorded

  public let project: ProjectID
  public let round: RoundID
  public let ballots: Listing<Ballot, 500>

  public var documents: [DocumentHash] { ballots.compactMap(\.evidence) }

  public init(project: ProjectID, round: RoundID, ballots: Listing<Ballot, 500>) {
    self.project = project
    self.round = round
    self.ballots = ballots
  }
}

extension Set<Role> {
  /// Who may bring in signed forms (plan 3.1, 3.3, Annex 3).
  public static let collectors: Set<Role> = community.union([.residentRepresentative])
}

/// What became of a form.
public enum BallotOutcome: String, WireEnum {
  /// The unit's first valid form.
  case counted
  /// Counts in place of an earlier form for the unit.
  case replacesEarlier = "replaces-earlier"
  /// Kept, but a form signed later stands.
  case outdated
  /// Without a signature: kept, void, and replaces nothing.
  case void
  /// Not recorded; the code says why.
  case refused
}

/// What became of one form.
public struct BallotRecorded: Codable, Hashable, Sendable {
  public let ballotNo: Identifier<SlugKind>
  public let outcome: BallotOutcome
  /// For a refused form: the code of the refusal.
  public let refusal: Identifier<SlugKind>?

  public init(ballotNo: Identifier<SlugKind>, outcome: BallotOutcome, refusal: Identifier<SlugKind>? = nil) {
    self.ballotNo = ballotNo
    self.outcome = outcome
    self.refusal = refusal
  }
}

/// What became of each form, in the order of the command.
public struct BallotsRecorded: Codable, Hashable, Sendable {
  public let rows: [BallotRecorded]

  public init(rows: [BallotRecorded]) {
    self.rows = rows
  }
}

/// Forms were recorded. Who said what is for this service alone.
public struct BallotsCast: ProjectEvent {
  public static var name: WireName { "voting.ballots-cast" }
  public static var readers: Readers { .own }
  public static var example: BallotsCast {
    BallotsCast(project: "330382-2024-0007", round: "330382-2024-0007/R1", ballots: [.sample])
  }
  /// Two hundred forms with the longest ids and a scan each still make an event of less than 64 KiB.
  public static let most = 200

  public let project: ProjectID
  public let round: RoundID
  public let ballots: Listing<Ballot, 200>

  public init(project: ProjectID, round: RoundID, ballots: Listing<Ballot, 200>) {
    self.project = project
    self.round = round
    self.ballots = ballots
  }
}

/// Strike out a form that was entered wrongly, for another unit say. It is kept as struck out, and the form it had
/// replaced, if any, counts again.
public struct VoidBallot: ProjectCommand {
  public static var name: WireName { "voting.void-ballot" }
  public static var senders: Set<Role> { .community }
  public static var example: VoidBallot {
    VoidBallot(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", ballotNo: "f-0001", reason: "房号录入错误")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let round: RoundID
  public let ballotNo: Identifier<SlugKind>
  public let reason: Text<500>

  public init(project: ProjectID, round: RoundID, ballotNo: Identifier<SlugKind>, reason: Text<500>) {
    self.project = project
    self.round = round
    self.ballotNo = ballotNo
    self.reason = reason
  }
}

/// A form was struck out.
public struct BallotVoided: ProjectEvent {
  public static var name: WireName { "voting.ballot-voided" }
  public static var readers: Readers { .own }
  public static var example: BallotVoided {
    BallotVoided(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", ballotNo: "f-0001", reason: "房号录入错误")
  }

  public let project: ProjectID
  public let round: RoundID
  public let ballotNo: Identifier<SlugKind>
  public let reason: Text<500>

  public init(project: ProjectID, round: RoundID, ballotNo: Identifier<SlugKind>, reason: Text<500>) {
    self.project = project
    self.round = round
    self.ballotNo = ballotNo
    self.reason = reason
  }
}
