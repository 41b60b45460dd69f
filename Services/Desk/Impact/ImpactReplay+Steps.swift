import Contracts
import DomainModel
import Policy
import PolicyInputs

/// What the replay of steps has heard so far: whether the simplified route is confirmed, what changes change.
struct ReplayedRoutes {
  fileprivate(set) var isSimplified: [ProjectID: Bool] = [:]
  fileprivate var changes: [ChangeID: ChangeProposed] = [:]
}

extension ImpactReplay {
  /// Judges again what a step was held against in the pack's lists, and whether the rules foresee the step at all; another
  /// event is passed over.
  mutating func steps(_ told: ReplayedEvent) throws {
    let name = told.event.name
    try remember(told)
    if name == ChangeProposed.name.rawValue {
      let body = try told.body(ChangeProposed.self)
      routes.changes[body.change] = body
    }
    guard let edition = old(told.pinned) else {
      if name == RouteConfirmed.name.rawValue {
        let body = try told.body(RouteConfirmed.self)
        routes.isSimplified[body.project] = body.isSimplified
      }
      return
    }
    try answered(told, edition)
    switch name {
    case NoticePosted.name.rawValue: posting(try told.body(NoticePosted.self), told, edition)
    case RoundOpened.name.rawValue: opening(try told.body(RoundOpened.self), told, edition)
    case ConsultationRoundOpened.name.rawValue: consulting(try told.body(ConsultationRoundOpened.self), told, edition)
    case SignaturesRecorded.name.rawValue: signing(try told.body(SignaturesRecorded.self), told, edition)
    case ApplicationSubmitted.name.rawValue: applying(try told.body(ApplicationSubmitted.self), told, edition)
    case DeclarationSubmitted.name.rawValue: declaring(try told.body(DeclarationSubmitted.self), told, edition)
    case SiteSurveyHeld.name.rawValue: surveying(try told.body(SiteSurveyHeld.self), told, edition)
    case ConsultationCalled.name.rawValue: calling(try told.body(ConsultationCalled.self), told, edition)
    case RouteConfirmed.name.rawValue: try route(told.body(RouteConfirmed.self), told, edition)
    case PledgeSubmitted.name.rawValue: pledging(try told.body(PledgeSubmitted.self), told, edition)
    case CaseDecided.name.rawValue:
      foreseen("case-by-case", told, DecideCase.name, edition) { $0.stated(\.approvals.caseByCase).cited }
    case OutsideCostRecorded.name.rawValue: bearing(try told.body(OutsideCostRecorded.self), told, edition)
    case FinalAccountsRecorded.name.rawValue, FinalAccountsReviewed.name.rawValue:
      foreseen("accounts-without-formula", told, RecordFinalAccounts.name, edition) {
        SubsidyTerms($0) == nil ? [] : nil
      }
    case PilotDesignated.name.rawValue:
      foreseen("start-months", told, DesignatePilot.name, edition) { $0.stated(\.construction.startMonths).cited }
    case ChangeClassified.name.rawValue: change(try told.body(ChangeClassified.self), told, edition)
    case AcceptanceHeld.name.rawValue: accepting(try told.body(AcceptanceHeld.self), told, edition)
    case CompletionFiled.name.rawValue: filing(try told.body(CompletionFiled.self), told, edition)
    case ProjectArchived.name.rawValue: archiving(try told.body(ProjectArchived.self), told, edition)
    case HandoverArranged.name.rawValue: handing(try told.body(HandoverArranged.self), told, edition)
    case ManagementModeFixed.name.rawValue: managing(try told.body(ManagementModeFixed.self), told, edition)
    default: break
    }
  }

  // MARK: How a step is judged twice

  /// A rule of both editions over what the step recorded.
  mutating func judge(
    _ told: ReplayedEvent, _ step: WireName, _ edition: Edition, _ finding: (Edition) -> Finding?
  ) {
    replayed += 1
    judged(told, step, finding(edition), finding(new.edition))
  }

  /// Whether the rules foresee the step at all: what they say of it, nil where they do not.
  mutating func foreseen(
    _ what: String, _ told: ReplayedEvent, _ step: WireName, _ edition: Edition, _ cites: (Edition) -> [Citation]?
  ) {
    replayed += 1
    let (before, after) = (cites(edition), cites(new.edition))
    differ(
      .step, told, step, what, before == nil ? "refused" : "foreseen", after == nil ? "refused" : "foreseen",
      before ?? [], after ?? [])
  }

  private static func code(_ text: String) -> Identifier<SlugKind> { Identifier(stringLiteral: text) }

  // MARK: Residents

  private mutating func posting(_ body: NoticePosted, _ told: ReplayedEvent, _ edition: Edition) {
    let (contents, places) = (Set(body.contents.map(\.code)), Set(body.places))
    func posting(_ edition: Edition) -> NoticePosting { NoticePosting(edition.file.terms.notices[keyPath: body.kind.terms]) }
    judge(told, PostNotice.name, edition) { posting($0).contents(contents) }
    judge(told, PostNotice.name, edition) { posting($0).places(places) }
  }

  private mutating func opening(_ body: RoundOpened, _ told: ReplayedEvent, _ edition: Edition) {
    let round = body.kind.terms
    let mode = (\Terms.rounds).appending(path: round).appending(path: \.mode)
    foreseen("\(body.kind.rawValue)-vote", told, OpenRound.name, edition) { edition in
      VoteThresholds(edition, round) == nil ? nil : edition.stated(mode).citations
    }
  }

  private mutating func consulting(_ body: ConsultationRoundOpened, _ told: ReplayedEvent, _ edition: Edition) {
    foreseen("consultation", told, OpenConsultationRound.name, edition) { $0.stated(\.rounds.plan.consultation).cited }
    let (posted, places) = (Set(body.contents.map(\.code)), Set(body.places))
    judge(told, OpenConsultationRound.name, edition) { ConsultationPosting($0)?.contents(posted, in: body.round.value) }
    judge(told, OpenConsultationRound.name, edition) { ConsultationPosting($0)?.places(places) }
  }

  private mutating func signing(_ body: SignaturesRecorded, _ told: ReplayedEvent, _ edition: Edition) {
    let capacities = Set(body.signatures.map(\.capacity))
    judge(told, ConfirmSignatures.name, edition) { SigningCapacity.finding(capacities, under: $0) }
    foreseen("signature", told, ConfirmSignatures.name, edition) { edition in
      let mode = edition.settled(\.rounds.plan.mode)
      return mode.value == .signature ? mode.citations : nil
    }
  }

  // MARK: Filings

  private mutating func filed(
    _ applicant: Applicant, _ parameter: KeyPath<Terms, Provision<[Role]>>, _ told: ReplayedEvent, _ step: WireName,
    _ edition: Edition
  ) {
    judge(told, step, edition) { applicant.finding(among: parameter, under: $0) }
  }

  private mutating func papers(
    _ papers: [FiledPaper], of package: Identifier<SlugKind>, _ told: ReplayedEvent, _ step: WireName,
    _ edition: Edition, states fact: FactKey
  ) {
    replayed += 1
    let given = Set(papers.map(\.form))
    let found = [edition, new.edition].map { PackageCompleteness.of(package, given: given, under: $0) }
    func words(_ found: PackageCompleteness) -> String {
      found.isComplete ? "complete" : "missing " + found.missing.map(\.rawValue).joined(separator: ", ")
    }
    differ(
      .step, told, step, "package", words(found[0]), words(found[1]), found[0].findings.first?.cites.items ?? [],
      found[1].findings.first?.cites.items ?? [])
    if let project = told.event.project, found[0].isComplete != found[1].isComplete {
      altered[project, default: [:]][fact] = .flag(found[1].isComplete)
    }
  }

  private mutating func applying(_ body: ApplicationSubmitted, _ told: ReplayedEvent, _ edition: Edition) {
    filed(body.applicant, \.selfGovernance.applicationBy, told, SubmitApplication.name, edition)
    papers(
      body.papers.items, of: "first-application", told, SubmitApplication.name, edition, states: .applicationFormsComplete)
    let settled = Set((body.settled?.items ?? []).map(\.matter))
    judge(told, SubmitApplication.name, edition) { edition in
      let found = MattersSettled.findings(settled, under: edition)
      return found.first(where: \.stops) ?? found.first
    }
  }

  private mutating func declaring(_ body: DeclarationSubmitted, _ told: ReplayedEvent, _ edition: Edition) {
    filed(body.applicant, \.selfGovernance.declarationBy, told, SubmitDeclaration.name, edition)
    papers(body.papers.items, of: "declaration", told, SubmitDeclaration.name, edition, states: .declarationPackageComplete)
    judge(told, SubmitDeclaration.name, edition) { edition in
      guard case .stated(.allMembers, let cites) = edition.stated(\.selfGovernance.signingRule) else { return nil }
      return Finding("filing.signed-by-all-members", body.signing == nil ? .violated : .satisfied, cites: cites)
    }
  }

  // MARK: Approvals

  private mutating func surveying(_ body: SiteSurveyHeld, _ told: ReplayedEvent, _ edition: Edition) {
    let invited = body.invitations.map {
      SiteSurveyInvitations.Invited(
        role: $0.role, kind: $0.utility.map { ImpactReplay.code($0.rawValue) }, deadline: $0.deadline)
    }
    let calendar = new.calendar
    for rule in ["site-survey.departments-invited", "site-survey.deadline"] as [RuleID] {
      judge(told, OpenSiteSurvey.name, edition) { edition in
        SiteSurveyInvitations(Law(edition: edition, calendar: calendar), heldOn: told.event.effectiveon)
          .findings(of: invited).first { $0.rule == rule }
      }
    }
  }

  private mutating func calling(_ body: ConsultationCalled, _ told: ReplayedEvent, _ edition: Edition) {
    let seats = Set(
      body.invitations.map {
        ConsultationParticipants.Seat(role: $0.role, kind: $0.utility.map { ImpactReplay.code($0.rawValue) })
      })
    judge(told, CallConsultation.name, edition) { edition in
      let found = ConsultationParticipants(edition).findings(
        of: ConsultationParticipants.invited, among: seats, force: .blocks)
      return found.first(where: \.stops) ?? found.first
    }
  }

  private mutating func route(_ body: RouteConfirmed, _ told: ReplayedEvent, _ edition: Edition) throws {
    routes.isSimplified[body.project] = body.isSimplified
    replayed += 1
    let declared = body.declarations.map {
      SimplifiedRouteTest.Declared(
        item: $0.item, changesLandOwnership: $0.changesLandOwnership, changesLandUse: $0.changesLandUse,
        changesBuildingUse: $0.changesBuildingUse, addedFloorArea: $0.addedFloorArea,
        changesStructureMaterially: $0.structure == .major, garageNewlyCounted: $0.garageNewlyCounted)
    }
    let found = try [edition, new.edition].map { try SimplifiedRouteTest($0).result(on: declared) }
    func words(_ result: SimplifiedRouteTest.Result) -> String {
      result.isSimplified ? "simplified" : (["ordinary"] + result.failing.map(\.rawValue)).joined(separator: " ")
    }
    differ(
      .step, told, ConfirmSimplifiedRoute.name, "route", words(found[0]), words(found[1]),
      edition.stated(\.approvals.simplified).citations, new.edition.stated(\.approvals.simplified).citations)
    guard found[0].isSimplified != found[1].isSimplified else { return }
    routes.isSimplified[body.project] = found[1].isSimplified
    altered[body.project, default: [:]][.simplifiedRoute] = .flag(found[1].isSimplified)
  }

  private mutating func pledging(_ body: PledgeSubmitted, _ told: ReplayedEvent, _ edition: Edition) {
    let isSimplified = routes.isSimplified[body.project]
    judge(told, SubmitPledge.name, edition) { edition in
      PermitPapers(edition).pledge(
        for: ImpactReplay.code(body.material.rawValue), isSimplified: isSimplified, sources: [])
    }
  }

  // MARK: Money, works and what follows

  private mutating func bearing(_ body: OutsideCostRecorded, _ told: ReplayedEvent, _ edition: Edition) {
    func item(_ edition: Edition) -> Cited<OutsideCost>? {
      edition.stated(\.funding.outsideProject).value?.first { $0.item.code == body.item }
    }
    foreseen("outside-cost", told, RecordOutsideCost.name, edition) { item($0)?.citations }
    judge(told, RecordOutsideCost.name, edition) { edition in
      item(edition).map { OutsideCostTest.finding(body.bearer.rawValue, of: $0) }
    }
  }

  private mutating func change(_ body: ChangeClassified, _ told: ReplayedEvent, _ edition: Edition) {
    guard let change = routes.changes[body.change] else { return }
    replayed += 1
    func classed(_ edition: Edition) -> String {
      guard let terms = edition.settled(\.construction.majorChange).value else { return "silent" }
      let isMajor = terms.isMajor(
        difference: change.difference, approved: body.approvedInvestment ?? .zero,
        itemsChanged: !change.added.isEmpty || !change.removed.isEmpty)
      return isMajor ? "major" : "minor"
    }
    differ(
      .step, told, ClassifyChange.name, "design-change", classed(edition), classed(new.edition),
      edition.settled(\.construction.majorChange).citations, new.edition.settled(\.construction.majorChange).citations)
  }

  private mutating func accepting(_ body: AcceptanceHeld, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    let present = Set(body.parties.map(\.party))
    func words(_ missing: [AcceptancePartyKind]) -> String {
      missing.isEmpty ? "complete" : "missing " + missing.map(\.rawValue).joined(separator: ", ")
    }
    let (before, after) = (edition.partiesMissing(among: present), new.edition.partiesMissing(among: present))
    differ(
      .step, told, RecordAcceptance.name, "acceptance-parties", words(before), words(after),
      edition.stated(\.acceptance.parties).citations, new.edition.stated(\.acceptance.parties).citations)
    if before.isEmpty != after.isEmpty {
      altered[body.project, default: [:]][.acceptancePartiesPresent] = .flag(after.isEmpty)
    }
  }

  private mutating func filing(_ body: CompletionFiled, _ told: ReplayedEvent, _ edition: Edition) {
    let given = Set(body.materials.map(\.kind))
    judge(told, FileCompletion.name, edition) { edition in
      guard let rule = edition.gate(of: FileCompletion.name).first(where: { $0.rule == "filing.materials-complete" }) else {
        return nil
      }
      return rule.finding(given.isSuperset(of: edition.simplifiedMaterials) ? .satisfied : .violated)
    }
  }

  private mutating func archiving(_ body: ProjectArchived, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    func words(_ edition: Edition) -> String { edition.suffices(body.status) ? "suffices" : "not-enough" }
    differ(
      .step, told, ArchiveProject.name, "archive", words(edition), words(new.edition), edition.archiving.citations,
      new.edition.archiving.citations)
  }

  private mutating func handing(_ body: HandoverArranged, _ told: ReplayedEvent, _ edition: Edition) {
    func asset(_ edition: Edition) -> (terms: AssetClass, citations: [Citation])? {
      edition.assets.first { $0.kind == body.asset }.map { ($0.terms, $0.citations) }
    }
    foreseen("asset", told, HandOver.name, edition) { asset($0)?.citations }
    replayed += 1
    func receiver(_ edition: Edition) -> String {
      guard let terms = asset(edition)?.terms, !terms.receivers.isEmpty else { return "allowed" }
      return terms.receivers.contains(body.receiverRole) ? "allowed" : "refused"
    }
    differ(
      .step, told, HandOver.name, "receiver", receiver(edition), receiver(new.edition), asset(edition)?.citations ?? [],
      asset(new.edition)?.citations ?? [])
  }

  private mutating func managing(_ body: ManagementModeFixed, _ told: ReplayedEvent, _ edition: Edition) {
    judge(told, FixManagementMode.name, edition) { edition in
      let modes = edition.managementModes
      guard !modes.isEmpty else { return nil }
      let offered = modes.first { $0.mode == body.mode }
      return Finding(
        "management.mode-offered", offered == nil ? .violated : .satisfied,
        cites: offered?.citations ?? edition.stated(\.longTerm.modes).citations)
    }
    judge(told, FixManagementMode.name, edition) {
      CovenantTest.finding(isMade: body.covenant != nil, under: $0)
    }
  }
}

extension Provision {
  /// Its articles; nil where it is silent.
  fileprivate var cited: [Citation]? { isSilent ? nil : citations }
}
