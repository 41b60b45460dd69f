import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records what a person decided about the subsidy in view of the evaluation. It moves no money and changes no figure.
enum RecordEvaluationLinkDecision: Decision {
  static func look(_ command: RecordEvaluationLink, at view: any EntityView) throws {}

  static func decide(
    _ command: RecordEvaluationLink, seeing: Void, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    let statesAmount = (command.amount ?? .zero) > .zero
    guard statesAmount == (command.consequence != .unchanged) else {
      throw Refusal(.amountRequired, pointers: ["/amount"])
    }
    let link = law.edition.stated(\.funding.evaluationLink)
    let effect = law.edition.settled(\.funding.evaluationEffect)
    try ruling.passGate(adding: [
      evaluated(ruling, cites: link.citations),
      Finding(
        "funding.evaluation-effect", .satisfied, force: .advises, origin: effect.origin, cites: effect.citations,
        values: [NamedValue("consequence", .code(command.consequence.rawValue))]),
    ])
    return Outcome([
      EvaluationLinkRecorded(
        project: command.project, consequence: command.consequence, amount: command.amount,
        evaluation: command.evaluation, reason: command.reason, by: ruling.taker)
    ])
  }

  /// There is a result to decide by.
  private static func evaluated(_ ruling: Ruling, cites: [Citation]) -> Finding {
    guard let fact = ruling.facts?[.evaluationRecorded] else {
      return Finding(
        "evaluation.recorded", .unknown, cites: cites,
        values: [NamedValue("fact", .code(FactKey.evaluationRecorded.rawValue))], awaits: .supervision)
    }
    let holds = fact.value == .flag(true) && fact.on <= ruling.effectiveOn && !fact.isInQuestion
    return Finding(
      "evaluation.recorded", holds ? .satisfied : .violated, cites: cites,
      values: [NamedValue("since", .date(fact.on))],
      sources: [fact.source])
  }
}
