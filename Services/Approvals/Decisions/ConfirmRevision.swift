import Contracts
import DomainModel
import Policy
import ServiceKit

/// The convener confirms that the plan now valid takes up what the review said: from then on the approvals rest on this
/// version (Sichuan 5.1).
enum ConfirmRevisionDecision: Decision {
  static func look(_ command: ConfirmRevision, at view: any EntityView) throws -> Consultation {
    try view.consultation(command.consultation, of: command.project)
  }

  static func decide(
    _ command: ConfirmRevision, seeing consultation: Consultation, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    let edition = try ruling.edition()
    try ruling.requireNotHalted()
    if let lead = edition.stated(\.approvals.joint).value?.lead, !ruling.principal.roles.contains(lead) {
      throw Refusal(.notTheirOffice, values: [NamedValue("office", .code(lead.rawValue))])
    }
    guard consultation.hasOpinionInForce, let opinion = consultation.opinion else { throw Refusal(.opinionNotFormed) }
    try ruling.requireNotBefore(max(opinion.formedOn, consultation.revisedOn ?? opinion.formedOn))
    guard command.plan != consultation.planInForce else { throw Refusal(.planNotRevised, pointers: ["/plan"]) }
    if let valid = ruling.facts?[.planVersion], valid.value != .code(command.plan.rawValue) {
      throw Refusal(.planNotCurrent, values: [NamedValue("current", valid.value)], pointers: ["/plan"])
    }
    try ruling.passGate()
    return Outcome([
      RevisionConfirmed(
        project: command.project, consultation: command.consultation, plan: command.plan, document: command.document)
    ])
  }
}
