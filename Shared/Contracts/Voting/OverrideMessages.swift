import DomainModel

/// Let a closed round count as carried although it missed a threshold that the city's text sets only in principle (原则上,
/// Ziyang 4.2): the district's government or committee, with its reason (AMB-25).
public struct OverrideRound: ProjectCommand {
  public static var name: WireName { "voting.override-round" }
  public static var senders: Set<Role> { [.districtGovernment] }
  public static var example: OverrideRound {
    OverrideRound(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", reason: "剩余业主长期外出，已电话表示支持", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The round that did not carry.
  public let round: RoundID
  public let reason: Text<500>
  /// The signed decision.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, round: RoundID, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.round = round
    self.reason = reason
    self.document = document
  }
}

/// A round that missed its threshold counts as carried, by the district's decision.
public struct RoundOverridden: ProjectEvent {
  public static var name: WireName { "voting.round-overridden" }
  public static var example: RoundOverridden {
    RoundOverridden(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", kind: .willingness, planVersion: nil,
      reason: "剩余业主长期外出，已电话表示支持", document: .sample)
  }

  public let project: ProjectID
  public let round: RoundID
  public let kind: RoundKind
  public let planVersion: PlanID?
  public let reason: Text<500>
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(kind == .willingness ? .willingnessCarried : .planVoteCarried, .flag(true))] }

  public init(
    project: ProjectID, round: RoundID, kind: RoundKind, planVersion: PlanID?, reason: Text<500>,
    document: DocumentHash
  ) {
    self.project = project
    self.round = round
    self.kind = kind
    self.planVersion = planVersion
    self.reason = reason
    self.document = document
  }
}
