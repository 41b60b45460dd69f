import Contracts
import DomainModel
import ServiceKit

/// The competent office reviewed a plan version, where the city's rules ask for it.
enum RecordPlanReviewDecision: Decision {
  static func look(_ command: RecordPlanReview, at view: any EntityView) throws {}

  static func decide(_ command: RecordPlanReview, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    if let valid = ruling.facts?[.planVersion], valid.value != .code(command.plan.rawValue) {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", valid.value)], pointers: ["/plan"])
    }
    try ruling.passGate()
    return Outcome([
      PlanReviewRecorded(
        project: command.project, plan: command.plan, stage: command.stage, isPassed: command.isPassed,
        document: command.document, organisation: ruling.principal.organisation)
    ])
  }
}
