import Contracts
import DomainModel
import ServiceKit

/// Records what the province's system answered to a pushed plan, and tells each project that it arrived there.
enum RecordPushAnswerDecision: Decision {
  static func look(_ command: RecordPushAnswer, at view: any EntityView) throws -> YearPlan? {
    try view.get(YearPlan.self, command.planYear.id)
  }

  static func decide(
    _ command: RecordPushAnswer, seeing plan: YearPlan?, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let item = try OutboundChecks.answered(
      plan?.pushes ?? [], command.attempt, isAccepted: command.isAccepted, number: command.number,
      reasons: command.reasons)
    try ruling.requireNotBefore(item.preparedOn)
    let answered = AnnualPlanPushAnswered(
      planYear: command.planYear, attempt: command.attempt, isAccepted: command.isAccepted, number: command.number,
      reasons: command.reasons, document: command.document)
    guard command.isAccepted, let number = command.number else { return Outcome([answered]) }
    let pushed = item.content.map {
      AnnualPlanPushed(project: $0.project, planYear: command.planYear, attempt: command.attempt, number: number)
    }
    return Outcome([answered] + pushed)
  }
}
