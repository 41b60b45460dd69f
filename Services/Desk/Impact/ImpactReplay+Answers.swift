import Contracts
import DomainModel
import Policy
import PolicyInputs

/// What the replay of answers has heard so far: of objections, papers for permits, facilities, contractors.
struct ReplayedAnswers {
  fileprivate var negotiated: Set<ObjectionID> = []
  fileprivate var notices: [ObjectionID: NoticeID] = [:]
  fileprivate var kinds: [NoticeID: NoticeKind] = [:]
  fileprivate var papers: [ProjectID: [Identifier<SlugKind>: PermitPapers.Submitted]] = [:]
  fileprivate var facilities: [ConsultationID: [OrganisationID: FacilityStatement]] = [:]
  fileprivate var contractors: [ProjectID: OrganisationID] = [:]
}

extension ImpactReplay {
  /// Remembers what later steps look back on, whatever edition it was recorded under.
  mutating func remember(_ told: ReplayedEvent) throws {
    switch told.event.name {
    case NoticePosted.name.rawValue:
      let body = try told.body(NoticePosted.self)
      answers.kinds[body.notice] = body.kind
    case ObjectionRecorded.name.rawValue:
      let body = try told.body(ObjectionRecorded.self)
      answers.notices[body.objection] = body.notice
    case OpinionGiven.name.rawValue:
      let body = try told.body(OpinionGiven.self)
      answers.facilities[body.consultation, default: [:]][body.organisation] = body.facilities
    case ContractorAppointed.name.rawValue:
      let body = try told.body(ContractorAppointed.self)
      answers.contractors[body.project] = body.organisation
    default: break
    }
  }

  /// Judges again what rests on an answer that was given; another event is passed over.
  mutating func answered(_ told: ReplayedEvent, _ edition: Edition) throws {
    switch told.event.name {
    case NoticePosted.name.rawValue: printing(try told.body(NoticePosted.self), told, edition)
    case RoundOverridden.name.rawValue: overriding(try told.body(RoundOverridden.self), told, edition)
    case ConsultationRoundClosed.name.rawValue: answering(try told.body(ConsultationRoundClosed.self), told, edition)
    case ObjectionStepRecorded.name.rawValue: mediating(try told.body(ObjectionStepRecorded.self), told, edition)
    case TaskForceFormed.name.rawValue: seating(try told.body(TaskForceFormed.self), told, edition)
    case ConstructionPlanRecorded.name.rawValue: building(try told.body(ConstructionPlanRecorded.self), told, edition)
    case OpinionFormed.name.rawValue: opinion(try told.body(OpinionFormed.self), told, edition)
    case PledgeSubmitted.name.rawValue:
      let body = try told.body(PledgeSubmitted.self)
      ready(body.project, body.material, isPledge: true, told, SubmitPledge.name, edition)
    case PermitEvidenceSubmitted.name.rawValue:
      let body = try told.body(PermitEvidenceSubmitted.self)
      ready(body.project, body.material, isPledge: false, told, SubmitPermitEvidence.name, edition)
    default: break
    }
  }

  // MARK: Residents

  /// The dates on the notice: long enough where printed, and printed where late objections are barred.
  private mutating func printing(_ body: NoticePosted, _ told: ReplayedEvent, _ edition: Edition) {
    let calendar = new.calendar
    judge(told, PostNotice.name, edition) { edition in
      let terms = edition.file.terms.notices[keyPath: body.kind.terms]
      let period = NoticePeriod(
        postedOn: body.postedOn, minimum: terms.minimum.value?.workingDays, calendar: calendar)
      return NoticePosting(terms).printed(body.printedLastDay, period)
    }
  }

  /// A missed threshold may be gone past only where it holds in principle.
  private mutating func overriding(_ body: RoundOverridden, _ told: ReplayedEvent, _ edition: Edition) {
    let path = (\Terms.rounds).appending(path: body.kind.terms).appending(path: \.softness)
    foreseen("in-principle", told, OverrideRound.name, edition) { edition in
      let softness = edition.settled(path)
      return softness.value == .inPrinciple ? softness.citations : nil
    }
  }

  private mutating func answering(_ body: ConsultationRoundClosed, _ told: ReplayedEvent, _ edition: Edition) {
    let given = body.adopted.value + body.partly.value + body.explained.value
    judge(told, CloseConsultationRound.name, edition) {
      ConsultationPosting($0)?.answered(unanswered: body.comments.value - given, of: body.comments.value)
    }
  }

  /// Mediation comes after negotiation, and in writing where the rules want it so.
  private mutating func mediating(_ body: ObjectionStepRecorded, _ told: ReplayedEvent, _ edition: Edition) {
    if body.step == .negotiation { answers.negotiated.insert(body.objection) }
    guard body.step == .mediation else { return }
    let isNegotiated = answers.negotiated.contains(body.objection)
    let kind = answers.notices[body.objection].flatMap { answers.kinds[$0] } ?? .plan
    let path = (\Terms.notices).appending(path: kind.terms).appending(path: \.objectionPath)
    judge(told, RecordObjectionStep.name, edition) { edition in
      MediationTest.finding(
        edition.settled(path), wasNegotiated: isNegotiated, wasRequestedInWriting: body.requestedInWriting != nil)
    }
  }

  // MARK: Task force and works

  private mutating func seating(_ body: TaskForceFormed, _ told: ReplayedEvent, _ edition: Edition) {
    let roles = Set(body.seats.map(\.role))
    judge(told, FormTaskForce.name, edition) { TaskForceSeats.finding(roles, under: $0) }
  }

  /// Made with the contractor, where the rules ask for such a plan.
  private mutating func building(_ body: ConstructionPlanRecorded, _ told: ReplayedEvent, _ edition: Edition) {
    let appointed = answers.contractors[body.project]
    judge(told, RecordConstructionPlan.name, edition) {
      ConstructionPlanTest.finding(named: body.contractor, appointed: appointed, under: $0)
    }
  }

  // MARK: Approvals

  /// What the opinion would have come to: whether it could be formed on what was said, and whether it exempts.
  private mutating func opinion(_ body: OpinionFormed, _ told: ReplayedEvent, _ edition: Edition) {
    let said = answers.facilities[body.consultation].map { Array($0.values) } ?? []
    judge(told, FormOpinion.name, edition) { edition in
      guard case .stated(let terms, let cites) = edition.stated(\.planning.publicFacilities) else { return nil }
      let isHarmful = said.contains {
        (terms.fireBy != nil && $0.affectsFireSafety == true) || (terms.sunlightBy != nil && $0.affectsSunlight == true)
      }
      return Finding("planning.facilities-harmless", isHarmful ? .violated : .satisfied, cites: cites)
    }
    let known = PlanningExemptionTest.Known(
      isStated: body.planning.statesExemption, changesPlanningConditions: body.planning.changesPlanningConditions,
      touchesImportantStreet: body.planning.touchesImportantStreet, touchesFacade: body.touchesFacade,
      isSimplified: routes.isSimplified[body.project], sources: [])
    judge(told, FormOpinion.name, edition) { PlanningExemptionTest($0).answerRequired(known) }
    replayed += 1
    let effective = [edition, new.edition].map {
      PlanningExemptionTest.isEffective(PlanningExemptionTest($0).findings(known))
    }
    let cites = [edition, new.edition].map { $0.stated(\.approvals.planningExemption).citations }
    func words(_ isEffective: Bool) -> String { isEffective ? "effective" : "not-effective" }
    differ(.step, told, FormOpinion.name, "planning-exemption", words(effective[0]), words(effective[1]), cites[0], cites[1])
    if effective[0] != effective[1] {
      altered[body.project, default: [:]][.planningPermitExempt] = .flag(effective[1])
    }
  }

  /// Whether the papers for the construction permit would be together.
  private mutating func ready(
    _ project: ProjectID, _ material: PermitMaterial, isPledge: Bool, _ told: ReplayedEvent, _ step: WireName,
    _ edition: Edition
  ) {
    replayed += 1
    let paper = Identifier<SlugKind>(stringLiteral: material.rawValue)
    var papers = answers.papers[project] ?? [:]
    if !isPledge || papers[paper] == nil {
      papers[paper] = PermitPapers.Submitted(
        isPledge: isPledge, source: SourceRef(feed: .approvals, epoch: "0", sequence: 0))
    }
    answers.papers[project] = papers
    let isSimplified = routes.isSimplified[project]
    func missing(_ edition: Edition) -> [Identifier<SlugKind>] {
      PermitPapers(edition).missing(papers, isSimplified: isSimplified)
    }
    func words(_ missing: [Identifier<SlugKind>]) -> String {
      missing.isEmpty ? "complete" : "missing " + missing.map(\.rawValue).joined(separator: ", ")
    }
    let (before, after) = (missing(edition), missing(new.edition))
    differ(
      .step, told, step, "permit-papers", words(before), words(after), edition.stated(\.approvals.pledges).citations,
      new.edition.stated(\.approvals.pledges).citations)
    if before.isEmpty != after.isEmpty { altered[project, default: [:]][.permitMaterialsReady] = .flag(after.isEmpty) }
  }
}
