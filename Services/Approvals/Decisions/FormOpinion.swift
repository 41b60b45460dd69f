import Contracts
import DomainModel
import Policy
import ServiceKit

/// The opinion is formed after the meeting. On planning it says what natural resources said, and nothing else.
enum FormOpinionDecision: Decision {
  struct Sight {
    let consultation: Consultation
    let route: ApprovalFile.Route?
  }

  /// The pack's gate of the exemption: it guards the sentence in the opinion too.
  static let exemptionStep = ConfirmPlanningExemption.name

  static func look(_ command: FormOpinion, at view: any EntityView) throws -> Sight {
    Sight(
      consultation: try view.consultation(command.consultation, of: command.project),
      route: try view.approvalFile(command.project).route)
  }

  static func decide(
    _ command: FormOpinion, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<OpinionFormedReport> {
    let edition = try ruling.edition()
    let consultation = sight.consultation
    try ruling.requireNotHalted()
    if consultation.hasOpinionInForce, let opinion = consultation.opinion {
      throw Refusal(.opinionFormedAlready, values: [NamedValue("formed", .date(opinion.formedOn))])
    }
    try ruling.requireNotBefore(consultation.meeting?.on)
    try ruling.requireNotBefore(consultation.revokedOn)

    let exemption = edition.stated(\.approvals.planningExemption)
    let statement = consultation.seats.first { $0.role == exemption.value?.statedBy && $0.answer?.planning != nil }?
      .answer
    let sources = [statement?.source].compactMap { $0 }
    let known = command.planning.known(ruling, route: sight.route, sources: sources)
    let test = PlanningExemptionTest(edition)
    let effects = test.findings(known)
    let isEffective = PlanningExemptionTest.isEffective(effects)

    var findings = [held(consultation, edition), ruling.planCurrent(consultation.plan, under: edition)]
    findings += opinions(consultation, edition) + FacilityQuestions(edition).findings(consultation.seats, ruling)
    if !exemption.isSilent { findings += agreement(command, statement, exemption, sources) }
    if command.planning.statesExemption {
      findings += try ruling.judge(
        exemptionStep,
        judging: [
          "planning.exemption-stated": {
            $0.finding(statement?.planning?.statesExemption == true ? .satisfied : .violated, [], sources)
          }
        ])
    }
    if let question = test.answerRequired(known) { findings.append(question) }
    try ruling.passGate(adding: findings + effects)
    return Outcome(
      [
        OpinionFormed(
          project: command.project, consultation: command.consultation, plan: consultation.plan,
          document: command.document, planning: command.planning, simplifications: command.simplifications,
          touchesFacade: known.touchesFacade, isExemptionEffective: isEffective)
      ],
      reply: OpinionFormedReport(isExemptionEffective: isEffective))
  }

  /// This very consultation was held; the project's fact may speak of an earlier one.
  private static func held(_ consultation: Consultation, _ edition: Edition) -> Finding {
    Finding(
      "consultation.meeting-held", consultation.meeting == nil ? .violated : .satisfied,
      cites: edition.stated(\.approvals.joint).citations,
      values: consultation.meeting.map { [NamedValue("held", .date($0.on))] } ?? [],
      sources: consultation.meeting.map { [$0.source] } ?? [])
  }

  /// Who has not answered, and who objects. Silence is not consent, and the plan leaves open what either does: both are
  /// shown and stop nothing.
  private static func opinions(_ consultation: Consultation, _ edition: Edition) -> [Finding] {
    func finding(_ rule: RuleID, _ seats: [Seat]) -> Finding {
      Finding(
        rule, seats.isEmpty ? .satisfied : .violated, force: .advises, origin: .recommended,
        cites: edition.stated(\.approvals.joint).citations,
        values: [NamedValue("count", .count(Int64(seats.count)))]
          + seats.prefix(20).map { NamedValue("organisation", .code($0.organisation.rawValue)) },
        sources: seats.compactMap { $0.answer?.source })
    }
    return [
      finding("consultation.opinions-received", consultation.seats.filter { $0.answer == nil }),
      finding("consultation.no-objection", consultation.seats.filter { $0.answer?.stance == .object }),
    ]
  }

  /// What the opinion says on planning is what natural resources said (plan 4.4).
  private static func agreement(
    _ command: FormOpinion, _ statement: Seat.Answer?, _ exemption: Provision<PlanningExemption>, _ sources: [SourceRef]
  ) -> [Finding] {
    guard let said = statement?.planning else {
      // Without a statement the opinion may still be formed; it cannot exempt from anything then.
      return [
        Finding(
          "planning.statement-given", command.planning.statesExemption ? .violated : .satisfied,
          cites: exemption.citations, values: [NamedValue("given", .flag(false))])
      ]
    }
    return [
      Finding(
        "planning.statement-agrees", said == command.planning ? .satisfied : .violated, cites: exemption.citations,
        values: [
          NamedValue("stated-exemption", .flag(said.statesExemption)),
          NamedValue("stated-conditions-change", .flag(said.changesPlanningConditions)),
        ] + (said.touchesImportantStreet.map { [NamedValue("stated-important-street", .flag($0))] } ?? []),
        sources: sources)
    ]
  }
}
