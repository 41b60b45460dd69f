import Contracts
import DomainModel
import Policy
import ServiceKit

/// An invited organisation speaks for itself. What it says is never refused; late is recorded as late.
enum GiveOpinionDecision: Decision {
  static func look(_ command: GiveOpinion, at view: any EntityView) throws -> Consultation {
    try view.consultation(command.consultation, of: command.project)
  }

  static func decide(
    _ command: GiveOpinion, seeing consultation: Consultation, under ruling: Ruling
  ) throws -> Outcome<OpinionReceipt> {
    let edition = try ruling.edition()
    try ruling.requireNotBefore(consultation.calledOn)
    let seats = consultation.seats.filter {
      $0.organisation == ruling.principal.organisation && ruling.principal.roles.contains($0.role)
    }
    guard let deadline = seats.map(\.deadline).max() else { throw Refusal(.notInvited) }
    if command.stance != .agree, command.text == nil, command.document == nil {
      throw Refusal(.opinionWithoutText, pointers: ["/text", "/document"])
    }
    let exemption = edition.stated(\.approvals.planningExemption)
    let speaker = exemption.value?.statedBy ?? .naturalResources
    let speaksOnPlanning = seats.contains { $0.role == speaker }
    if command.planning != nil, !speaksOnPlanning { throw Refusal(.planningNotTheirs, pointers: ["/planning"]) }

    try FacilityQuestions(edition).check(command.facilities, from: Set(seats.map(\.role)))

    let isLate = ruling.effectiveOn > deadline
    var findings = [
      Finding(
        "consultation.opinion-in-time", isLate ? .violated : .satisfied, force: .advises, origin: .recommended,
        cites: [],
        values: [NamedValue("deadline", .date(deadline)), NamedValue("on", .date(ruling.effectiveOn))])
    ]
    if speaksOnPlanning, let planning = command.planning,
      let question = PlanningExemptionTest(edition).answerRequired(planning.known(ruling, route: nil, sources: []))
    {
      // Told now, while it is easily mended; it stops the forming of the opinion, not this one.
      findings.append(
        Finding(
          question.rule, question.result, force: .advises, cites: question.cites.items, values: question.values.items,
          awaits: question.awaits))
    }
    return Outcome(
      [
        OpinionGiven(
          project: command.project, consultation: command.consultation, organisation: ruling.principal.organisation,
          stance: command.stance, text: command.text, document: command.document, planning: command.planning,
          facilities: command.facilities, isLate: isLate)
      ],
      reply: OpinionReceipt(isLate: isLate), findings: findings)
  }
}

extension PlanningStatement {
  /// The statement with what intake and the route say.
  func known(
    _ ruling: Ruling, route: ApprovalFile.Route?, facade: Bool? = nil, sources: [SourceRef]
  ) -> PlanningExemptionTest.Known {
    let touchesFacade = ruling.facts?[.planTouchesFacade]
    return PlanningExemptionTest.Known(
      isStated: statesExemption, changesPlanningConditions: changesPlanningConditions,
      touchesImportantStreet: touchesImportantStreet, touchesFacade: ruling.flag(.planTouchesFacade) ?? facade,
      isSimplified: route?.isSimplified,
      sources: sources + [touchesFacade?.source, route?.source].compactMap { $0 })
  }
}
