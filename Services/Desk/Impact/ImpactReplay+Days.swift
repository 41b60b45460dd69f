import Contracts
import DomainModel
import Policy

/// What the replay of days has heard so far: when notices were posted, when acceptance was passed, the contractor's terms.
struct ReplayedDays {
  fileprivate var notices: [NoticeID: NoticePosted] = [:]
  fileprivate var accepted: [ProjectID: BusinessDate] = [:]
  fileprivate var terms: [ProjectID: [WarrantyTerm]] = [:]
}

extension ImpactReplay {
  /// Judges an event about days and deadlines again; another event is passed over.
  mutating func dates(_ told: ReplayedEvent) throws {
    let name = told.event.name
    if name == NoticePosted.name.rawValue {
      let body = try told.body(NoticePosted.self)
      days.notices[body.notice] = body
    } else if name == CompletionFiled.name.rawValue {
      let body = try told.body(CompletionFiled.self)
      days.terms[body.project] = body.warranty.items
    } else if name == AcceptancePassed.name.rawValue, let project = told.event.project {
      days.accepted[project] = told.event.effectiveon
    }
    guard let edition = old(told.pinned) else { return }
    switch name {
    case NoticePosted.name.rawValue: due(try told.body(NoticePosted.self), told, edition)
    case ObjectionRecorded.name.rawValue: late(try told.body(ObjectionRecorded.self), told, edition)
    case SiteSurveyHeld.name.rawValue: survey(told, edition)
    case AnnualPlanAdopted.name.rawValue: yearPlan(try told.body(AnnualPlanAdopted.self), told, edition)
    case InitiationOpened.name.rawValue: bands(try told.body(InitiationOpened.self), told, edition)
    case AcceptancePassed.name.rawValue: warranty(told, edition)
    case HandoverArranged.name.rawValue: upkeep(try told.body(HandoverArranged.self), told, edition)
    case WarrantyDefectReported.name.rawValue: defect(try told.body(WarrantyDefectReported.self), told, edition)
    default: break
    }
  }

  // MARK: Notices and objections

  private static func terms(_ kind: NoticeKind) -> KeyPath<NoticesTerms, NoticeTerms> {
    kind == .willingness ? \.willingness : \.plan
  }

  private mutating func due(_ body: NoticePosted, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    let path = (\Terms.notices).appending(path: ImpactReplay.terms(body.kind)).appending(path: \.minimum)
    let (before, after) = (edition.stated(path), new.edition.stated(path))
    func last(_ minimum: Provision<NoticeMinimum>) -> String {
      NoticePeriod(postedOn: body.postedOn, minimum: minimum.value?.workingDays, calendar: new.calendar)
        .earliestLastDay?.description ?? "none"
    }
    differ(
      .due, told, PostNotice.name, "earliest-last-day", last(before), last(after), before.citations, after.citations)
  }

  /// Whether an objection after the notice would be turned away.
  private mutating func late(_ body: ObjectionRecorded, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    guard let notice = days.notices[body.notice], !body.withinWindow, told.event.effectiveon >= notice.postedOn else {
      return
    }
    let path = (\Terms.notices).appending(path: ImpactReplay.terms(notice.kind))
    func outcome(_ edition: Edition) -> (String, [Citation]) {
      let late = edition.settled(path.appending(path: \.lateObjections))
      if late.value == .rejected { return ("rejected-late", late.citations) }
      let until = edition.settled(path.appending(path: \.objectionsUntil))
      return (until.value == .noticeEnd ? "rejected-late" : "taken", until.citations)
    }
    let (before, after) = (outcome(edition), outcome(new.edition))
    differ(.due, told, RecordObjection.name, "objection-late", before.0, after.0, before.1, after.1)
  }

  // MARK: Deadlines

  private mutating func survey(_ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    func last(_ edition: Edition) -> String {
      SiteSurveyInvitations(Law(edition: edition, calendar: new.calendar), heldOn: told.event.effectiveon).deadline?
        .description ?? "none"
    }
    differ(
      .due, told, OpenSiteSurvey.name, "site-survey-deadline", last(edition), last(new.edition),
      edition.stated(\.planning.siteSurvey).citations, new.edition.stated(\.planning.siteSurvey).citations)
  }

  private mutating func yearPlan(_ body: AnnualPlanAdopted, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    func last(_ edition: Edition) -> String {
      AnnualPlanDeadline.lastDay(forPlanYear: body.planYear.year.value, under: edition)?.description ?? "none"
    }
    differ(
      .due, told, AdoptAnnualPlan.name, "annual-plan-deadline", last(edition), last(new.edition),
      edition.stated(\.annualPlan.deadline).citations, new.edition.stated(\.annualPlan.deadline).citations,
      subject: body.planYear.id)
  }

  /// Whether the documents that were chosen to be one might still be.
  private mutating func bands(_ body: InitiationOpened, _ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    let recorded = told.event.receipt?.findings.first { $0.rule == DocumentBands.mergeAllowed }
    var isSimplified: Bool?
    if case .flag(let flag)? = recorded?.values.first(where: { $0.name == "simplified" })?.value { isSimplified = flag }
    let figures = DocumentBands.Figures(
      investment: body.investment, isGovernmentInvestment: body.governmentInvestment, isSimplified: isSimplified,
      sources: [])
    for package in body.packaging.packages where package.count > 1 {
      let documents = package.map { Identifier<SlugKind>(stringLiteral: $0.rawValue) }
      let before = DocumentBands(edition).finding(merging: documents, on: figures)
      let after = DocumentBands(new.edition).finding(merging: documents, on: figures)
      differ(
        .gate, told, OpenInitiation.name, DocumentBands.mergeAllowed.rawValue, GateReplay.told(before),
        GateReplay.told(after), before.cites.items, after.cites.items)
    }
  }

  // MARK: Warranty

  private func lastDay(_ part: WarrantyCategory, of project: ProjectID?, under edition: Edition) -> BusinessDate? {
    guard let project, let accepted = days.accepted[project] else { return nil }
    return WarrantyDays.last(
      of: Identifier(stringLiteral: part.rawValue),
      contractorYears: days.terms[project]?.first { $0.category == part }?.years.value, from: accepted, under: edition)
  }

  private func periods(_ edition: Edition) -> [Citation] { edition.settled(\.handover.warrantyPeriods).citations }

  private mutating func warranty(_ told: ReplayedEvent, _ edition: Edition) {
    replayed += 1
    for part in WarrantyCategory.allCases {
      differ(
        .due, told, PassAcceptance.name, "warranty-\(part.rawValue)",
        lastDay(part, of: told.event.project, under: edition)?.description ?? "none",
        lastDay(part, of: told.event.project, under: new.edition)?.description ?? "none", periods(edition),
        periods(new.edition))
    }
  }

  /// From when the owners bear the upkeep of what remains: the day after the last period that has a date.
  private mutating func upkeep(_ body: HandoverArranged, _ told: ReplayedEvent, _ edition: Edition) {
    guard body.upkeepFrom != nil else { return }
    replayed += 1
    func from(_ edition: Edition) -> String {
      let last = WarrantyCategory.allCases.compactMap { lastDay($0, of: body.project, under: edition) }.max()
      return last?.adding(days: 1).description ?? "none"
    }
    differ(
      .due, told, HandOver.name, "upkeep-from", from(edition), from(new.edition), periods(edition),
      periods(new.edition))
  }

  /// Whether the warranty would cover what showed itself.
  private mutating func defect(_ body: WarrantyDefectReported, _ told: ReplayedEvent, _ edition: Edition) {
    guard days.accepted[body.project] != nil else { return }
    replayed += 1
    func standing(_ edition: Edition) -> WarrantyStanding {
      guard let last = lastDay(body.category, of: body.project, under: edition) else { return .notDated }
      return told.event.effectiveon <= last ? .within : .after
    }
    differ(
      .due, told, ReportWarrantyDefect.name, "warranty-cover", standing(edition).rawValue,
      standing(new.edition).rawValue, periods(edition), periods(new.edition))
  }
}
