import Contracts
import DomainModel
import Policy
import ServiceKit

/// Planning is verified, or need not be because the consultation opinion exempts the project (plan 4.6). Without an
/// effective exemption it must be (AMB-29).
enum RecordPlanningVerificationDecision: Decision {
  static func look(_ command: RecordPlanningVerification, at view: any EntityView) throws {}

  static func decide(_ command: RecordPlanningVerification, seeing: Void, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    try ruling.requireNotHalted()
    switch command.outcome {
    case .verified:
      guard command.document != nil else { throw Refusal(.verificationMissing, pointers: ["/document"]) }
      try ruling.passGate()
    case .notNeeded:
      try ruling.require([try exempt(ruling)], orRefuse: .exemptionNotStated)
    }
    return Outcome([
      PlanningVerificationRecorded(
        project: command.project, outcome: command.outcome, document: command.document)
    ])
  }

  private static func exempt(_ ruling: Ruling) throws -> Finding {
    let citations = try ruling.law().edition.stated(\.approvals.planningVerification).citations
    guard let fact = ruling.facts?[.planningPermitExempt] else {
      return Finding(
        "planning.exempt", .unknown, cites: citations,
        values: [NamedValue("fact", .code(FactKey.planningPermitExempt.rawValue))], awaits: .approvals)
    }
    let holds = fact.value == .flag(true) && fact.on <= ruling.effectiveOn && !fact.isInQuestion
    return Finding(
      "planning.exempt", holds ? .satisfied : .violated, cites: citations,
      values: [NamedValue("exempt", fact.value), NamedValue("since", .date(fact.on))], sources: [fact.source])
  }
}
