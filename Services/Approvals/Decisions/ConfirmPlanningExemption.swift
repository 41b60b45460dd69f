import Contracts
import DomainModel
import Policy
import ServiceKit

/// Natural resources confirms the exemption that the opinion in force states. It is in effect only when every condition
/// holds on that day: the sentence stands in the opinion, planning conditions stay, no important street's façade is
/// touched, and the simplified route is confirmed (plan 4.1, 4.4; AMB-29, AMB-53).
enum ConfirmPlanningExemptionDecision: Decision {
  struct Sight {
    let consultation: Consultation
    let route: ApprovalFile.Route?
  }

  static func look(_ command: ConfirmPlanningExemption, at view: any EntityView) throws -> Sight {
    Sight(
      consultation: try view.consultation(command.consultation, of: command.project),
      route: try view.approvalFile(command.project).route)
  }

  static func decide(
    _ command: ConfirmPlanningExemption, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard sight.consultation.hasOpinionInForce, let opinion = sight.consultation.opinion else {
      throw Refusal(.opinionNotFormed, pointers: ["/consultation"])
    }
    if let confirmed = opinion.exemptionConfirmedOn {
      throw Refusal(.exemptionConfirmedAlready, values: [NamedValue("confirmed", .date(confirmed))])
    }
    try ruling.requireNotBefore(opinion.formedOn)
    try ruling.requireNotBefore(sight.route?.on)
    let edition = try ruling.edition()
    if let office = edition.stated(\.approvals.planningExemption).value?.statedBy,
      !ruling.principal.roles.contains(office)
    {
      throw Refusal(.notTheirOffice, values: [NamedValue("office", .code(office.rawValue))])
    }
    let known = opinion.planning.known(
      ruling, route: sight.route, facade: opinion.touchesFacade, sources: [opinion.source])
    try ruling.passGate(
      judging: [
        "planning.exemption-stated": {
          $0.finding(opinion.planning.statesExemption ? .satisfied : .violated, [], [opinion.source])
        }
      ])
    let effects = PlanningExemptionTest(edition).findings(known)
    guard PlanningExemptionTest.isEffective(effects) else { throw Refusal(.exemptionNotMet, findings: effects) }
    return Outcome(
      [
        PlanningExemptionConfirmed(
          project: command.project, consultation: command.consultation, document: command.document)
      ], findings: effects)
  }
}
