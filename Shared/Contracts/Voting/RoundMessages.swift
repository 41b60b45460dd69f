import DomainModel

/// What residents are asked.
public enum RoundKind: String, WireEnum {
  /// 改造意愿: whether to renovate at all (plan 3.1).
  case willingness
  /// 改造方案: whether to carry out this plan (plan 3.3).
  case plan
}

/// Open a round of voting on a sealed roll.
public struct OpenRound: ProjectCommand {
  public static var name: WireName { "voting.open-round" }
  public static var senders: Set<Role> { .community }
  public static var example: OpenRound {
    OpenRound(
      project: "330382-2024-0007", kind: .plan, roll: "330382-2024-0007/L1", planVersion: "330382-2024-0007/P1",
      closesOn: .sample, formsIssued: 300)
  }
  public typealias Reply = RoundOpened

  public let project: ProjectID
  public let kind: RoundKind
  /// The roll that gives the denominators; a later roll counts for the next round only.
  public let roll: RollID
  /// The plan voted on; for plan rounds only. The vote counts for this version and no other.
  public let planVersion: PlanID?
  /// The first day on which a form may be signed. Left out: the day of this command.
  public let opensOn: BusinessDate?
  /// The last day on which a form may be signed, itself included. Left out: the day on which the round is closed.
  public let closesOn: BusinessDate?
  public let formsIssued: Whole<0, 100_000>
  /// Whether the printed form says what a signed form without an opinion counts as. Left out: it does not, and then no
  /// such rule is applied (domain §18.4).
  public let blankRulePrinted: Bool?

  public init(
    project: ProjectID, kind: RoundKind, roll: RollID, planVersion: PlanID? = nil, opensOn: BusinessDate? = nil,
    closesOn: BusinessDate? = nil, formsIssued: Whole<0, 100_000>, blankRulePrinted: Bool? = nil
  ) {
    self.project = project
    self.kind = kind
    self.roll = roll
    self.planVersion = planVersion
    self.opensOn = opensOn
    self.closesOn = closesOn
    self.formsIssued = formsIssued
    self.blankRulePrinted = blankRulePrinted
  }
}

/// A round was opened.
public struct RoundOpened: ProjectEvent {
  public static var name: WireName { "voting.round-opened" }
  public static var example: RoundOpened {
    RoundOpened(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", kind: .plan, roll: "330382-2024-0007/L1",
      rollHash: .sample, planVersion: "330382-2024-0007/P1", opensOn: .sample, closesOn: nil, formsIssued: 300,
      blankRulePrinted: false)
  }

  public let project: ProjectID
  public let round: RoundID
  public let kind: RoundKind
  public let roll: RollID
  public let rollHash: DocumentHash
  public let planVersion: PlanID?
  public let opensOn: BusinessDate
  public let closesOn: BusinessDate?
  public let formsIssued: Whole<0, 100_000>
  public let blankRulePrinted: Bool

  /// A new round on the plan takes the place of what an earlier one said.
  public var facts: [FactStatement] {
    switch kind {
    case .willingness: []
    case .plan:
      [
        FactStatement(.planVoteOpened, .flag(true)), FactStatement(.planVoteClosed, .flag(false)),
        FactStatement(.planVoteCarried, .flag(false)),
      ]
    }
  }

  public init(
    project: ProjectID, round: RoundID, kind: RoundKind, roll: RollID, rollHash: DocumentHash, planVersion: PlanID?,
    opensOn: BusinessDate, closesOn: BusinessDate?, formsIssued: Whole<0, 100_000>, blankRulePrinted: Bool
  ) {
    self.project = project
    self.round = round
    self.kind = kind
    self.roll = roll
    self.rollHash = rollHash
    self.planVersion = planVersion
    self.opensOn = opensOn
    self.closesOn = closesOn
    self.formsIssued = formsIssued
    self.blankRulePrinted = blankRulePrinted
  }
}

/// Close a round and decide whether it carried. A round that did not carry is closed all the same: that too is an
/// outcome.
public struct CloseRound: ProjectCommand {
  public static var name: WireName { "voting.close-round" }
  public static var senders: Set<Role> { .community }
  public static var example: CloseRound {
    CloseRound(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", counters: ["p-0a11", "p-0a12"], scans: [.sample])
  }
  public typealias Reply = RoundReport

  public let project: ProjectID
  public let round: RoundID
  /// Who counted.
  public let counters: Listing<PersonID, 20>
  /// Scans of the signed forms and of their summary (改造意见汇总表, 方案意见汇总表).
  public let scans: Listing<DocumentHash, 20>
  /// Whether the closing office knows that forms without an opinion decided the result; only asked for when they did.
  public let acknowledgesPivotalBlanks: Bool?

  public var documents: [DocumentHash] { scans.items }

  public init(
    project: ProjectID, round: RoundID, counters: Listing<PersonID, 20>, scans: Listing<DocumentHash, 20>,
    acknowledgesPivotalBlanks: Bool? = nil
  ) {
    self.project = project
    self.round = round
    self.counters = counters
    self.scans = scans
    self.acknowledgesPivotalBlanks = acknowledgesPivotalBlanks
  }
}

/// A round was closed, with its minutes.
public struct RoundClosed: ProjectEvent {
  public static var name: WireName { "voting.round-closed" }
  public static var example: RoundClosed { RoundClosed(project: "330382-2024-0007", report: .sample) }

  public let project: ProjectID
  public let report: RoundReport

  public var facts: [FactStatement] {
    switch report.kind {
    case .willingness: [FactStatement(.willingnessCarried, .flag(report.isCarried))]
    case .plan:
      [
        FactStatement(.planVoteClosed, .flag(true)), FactStatement(.planVoteCarried, .flag(report.isCarried)),
      ] + (report.planVersion.map { [FactStatement(.planVoteVersion, .code($0.rawValue))] } ?? [])
    }
  }

  public init(project: ProjectID, report: RoundReport) {
    self.project = project
    self.report = report
  }
}

/// Open a closed round's tally again, because an objection to it was upheld. What rested on its result is undone until
/// it is closed anew.
public struct ReopenRound: ProjectCommand {
  public static var name: WireName { "voting.reopen-round" }
  public static var senders: Set<Role> { [.subdistrict] }
  public static var example: ReopenRound {
    ReopenRound(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", objection: "330382-2024-0007/O1",
      reason: "异议成立，两份意见表须重新核对")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let round: RoundID
  /// The upheld (adopted) objection.
  public let objection: ObjectionID
  public let reason: Text<500>

  public init(project: ProjectID, round: RoundID, objection: ObjectionID, reason: Text<500>) {
    self.project = project
    self.round = round
    self.objection = objection
    self.reason = reason
  }
}

/// A round's tally was opened again.
public struct RoundReopened: ProjectEvent {
  public static var name: WireName { "voting.round-reopened" }
  public static var example: RoundReopened {
    RoundReopened(
      project: "330382-2024-0007", round: "330382-2024-0007/R1", kind: .plan, objection: "330382-2024-0007/O1",
      reason: "异议成立，两份意见表须重新核对")
  }

  public let project: ProjectID
  public let round: RoundID
  public let kind: RoundKind
  public let objection: ObjectionID
  public let reason: Text<500>

  /// The notice showed a result that no longer stands: it is open again too, and needs the new summary.
  public var facts: [FactStatement] {
    switch kind {
    case .willingness: [FactStatement(.willingnessCarried, .flag(false))]
    case .plan:
      [.planVoteClosed, .planVoteCarried, .voteSummaryAttached, .planNoticeClosed].map {
        FactStatement($0, .flag(false))
      }
    }
  }

  public init(project: ProjectID, round: RoundID, kind: RoundKind, objection: ObjectionID, reason: Text<500>) {
    self.project = project
    self.round = round
    self.kind = kind
    self.objection = objection
    self.reason = reason
  }
}
