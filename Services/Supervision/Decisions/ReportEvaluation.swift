import Contracts
import DomainModel
import ServiceKit

/// Records that a recorded evaluation was fed back to the city's housing bureau.
enum ReportEvaluationDecision: Decision {
  static func look(_ command: ReportEvaluation, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: ReportEvaluation, seeing works: Works, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let evaluatedOn = works.evaluatedOn else { throw Refusal(.evaluationMissing) }
    try ruling.requireNotBefore(works.evaluationReportedOn ?? evaluatedOn)
    try ruling.passGate()
    return Outcome([
      EvaluationReported(project: command.project, proposals: command.proposals, document: command.document)
    ])
  }
}
