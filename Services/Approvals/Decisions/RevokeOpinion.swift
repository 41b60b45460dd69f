import Contracts
import DomainModel
import Policy
import ServiceKit

/// The convener takes the opinion back; the steps that rest on it are put in question, here and in every service.
enum RevokeOpinionDecision: Decision {
  struct Sight {
    let consultation: Consultation
    let steps: [StepRecord]
  }

  static func look(_ command: RevokeOpinion, at view: any EntityView) throws -> Sight {
    let consultation = try view.consultation(command.consultation, of: command.project)
    return Sight(
      consultation: consultation,
      steps: try consultation.opinion.map { try view.steps(of: command.project, hangingOn: $0.source) } ?? [])
  }

  static func decide(_ command: RevokeOpinion, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard sight.consultation.hasOpinionInForce, let opinion = sight.consultation.opinion else {
      throw Refusal(.opinionNotFormed)
    }
    if let lead = try ruling.edition().stated(\.approvals.joint).value?.lead, !ruling.principal.roles.contains(lead) {
      throw Refusal(.notTheirOffice, values: [NamedValue("office", .code(lead.rawValue))])
    }
    try ruling.requireNotBefore(opinion.formedOn)
    let revoked = OpinionRevoked(
      project: command.project, consultation: command.consultation, reason: command.reason, document: command.document)
    return Outcome([revoked] + sight.steps.questioned(because: opinion.source))
  }
}
