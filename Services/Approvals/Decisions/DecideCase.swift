import Contracts
import DomainModel
import Policy
import ServiceKit

/// Decides one facility for itself. It is agreed to only if it is safe and residents were widely consulted; to turn it
/// down needs neither.
enum DecideCaseDecision: Decision {
  static func look(_ command: DecideCase, at view: any EntityView) throws {}

  static func decide(_ command: DecideCase, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    let provision = try ruling.edition().stated(\.approvals.caseByCase)
    guard !provision.isSilent else { throw Refusal(.caseNotForeseen) }
    let force: Force = command.isAgreed ? .blocks : .advises
    try ruling.passGate(adding: [
      Finding(
        "case.safety-shown", command.isSafe ? .satisfied : .violated, force: force, cites: provision.citations,
        values: [NamedValue("matter", .code(command.matter.rawValue))]),
      consulted(force, provision.citations, ruling),
    ])
    return Outcome([
      CaseDecided(
        project: command.project, matter: command.matter, facility: command.facility, isSafe: command.isSafe,
        safetyEvidence: command.safetyEvidence, isAgreed: command.isAgreed, reasons: command.reasons,
        document: command.document)
    ])
  }

  /// The rounds of consultation on the plan were held and answered.
  private static func consulted(_ force: Force, _ cites: [Citation], _ ruling: Ruling) -> Finding {
    guard let answered = ruling.facts?[.consultationRoundsAnswered] else {
      return Finding(
        "case.residents-consulted", .unknown, force: force, cites: cites,
        values: [NamedValue("fact", .code(FactKey.consultationRoundsAnswered.rawValue))], awaits: .voting)
    }
    let holds = answered.value == .flag(true) && answered.on <= ruling.effectiveOn && !answered.isInQuestion
    return Finding(
      "case.residents-consulted", holds ? .satisfied : .violated, force: force, cites: cites,
      values: [NamedValue("holds", answered.value), NamedValue("since", .date(answered.on))],
      sources: [answered.source])
  }
}
