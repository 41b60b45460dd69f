import Contracts
import DomainModel
import Intake
import Policy
import ServiceKit
import TestKit

/// A bench for intake with builders for what most tests need first.
struct IntakeScene {
  let bench: Bench
  let edition: PackEdition
  static let paper = DocumentHash.sample
  static let decider: PersonID = "p-7f3a90c21b44"

  init(_ bench: Bench? = nil, under law: Law? = nil) throws {
    self.bench = try bench ?? Bench(IntakeService.definition, law: try law ?? Law.yueqing())
    edition = self.bench.edition
    try self.bench.upload(Self.paper)
  }

  // MARK: Communities

  func community(_ name: Text<100> = "丹霞小区", place: GeographyClass = .urbanCore) throws -> CommunityID {
    try bench.send(
      RegisterCommunity(
        division: "330382", name: name, address: "乐成街道丹霞路100号", subdistrict: "乐成街道", residentsCommittee: "丹霞社区",
        geography: place, geographyEvidence: Self.paper), on: "2024-02-01"
    ).community
  }

  static func building(
    _ id: BuildingID = "b-1", year: Whole<1900, 2199> = 1996, permit: Area? = "5000.00", registered: Area? = nil,
    basis: SurveyedAreaBasis? = nil, evidence: DocumentHash? = nil, garage: GroundGarage? = nil
  ) -> SurveyedBuilding {
    SurveyedBuilding(
      building: id, completionYear: year, permitFloorArea: permit, registeredFloorArea: registered, areaBasis: basis,
      areaBasisEvidence: evidence, groundGarage: garage, stairwells: 3, households: 36)
  }

  static let clear = ExclusionFlags(
    onShantytownPlan: false, onExpropriationPlan: false, demolishAndRebuild: false, mostlySelfBuilt: false,
    urbanVillage: false)

  static func survey(
    _ buildings: Listing<SurveyedBuilding, 60> = [building()], exclusions: ExclusionFlags = clear,
    total: Area = "5000.00", on day: BusinessDate = "2024-02-05"
  ) -> Survey {
    Survey(
      surveyedOn: day, buildings: buildings, totalFloorArea: total, exclusions: exclusions,
      propertyRightType: .commodity, structuralSafety: .safe, population: PopulationProfile(),
      management: PropertyManagement(isProfessional: false))
  }

  @discardableResult
  func surveyed(
    _ survey: Survey = survey(), name: Text<100> = "丹霞小区", place: GeographyClass = .urbanCore
  ) throws -> CommunityID {
    let community = try community(name, place: place)
    try bench.send(RecordSurvey(community: community, survey: survey), on: "2024-02-06")
    return community
  }

  @discardableResult
  func assess(
    _ community: CommunityID, conditions: Listing<ConditionChecked, 8> = [], buildYear: BuildYearSet? = nil,
    on day: BusinessDate = "2024-02-07"
  ) throws -> EligibilityReport {
    try bench.send(
      AssessEligibility(community: community, edition: edition, buildYear: buildYear, conditions: conditions), on: day)
  }

  func formBody(_ community: CommunityID, on day: BusinessDate = "2024-02-08") throws {
    try bench.send(
      RegisterSelfGovernance(
        community: community, form: .ownersCommittee, formedOn: day,
        members: [BodyMember(person: "p-1", name: "陈立", phone: "13812345678", post: "主任")], hasPartyBranch: false,
        stampsByResidentsCommittee: false, evidence: [Self.paper]), on: day)
  }

  // MARK: Projects

  /// Surveyed, eligible, with a body, opened on 2024-02-10.
  func opened(_ name: Text<100> = "丹霞小区") throws -> ProjectID {
    let community = try surveyed(name: name)
    try assess(community)
    try formBody(community)
    return try open(community)
  }

  func open(_ community: CommunityID, on day: BusinessDate = "2024-02-10") throws -> ProjectID {
    try bench.send(OpenProject(community: community, title: "改造项目", edition: edition), on: day).project
  }

  static let applicationForms: [Identifier<SlugKind>] = ["application-short", "opinion-form", "opinion-summary"]
  static let declarationForms: [Identifier<SlugKind>] = [
    "project-application", "design-plan", "notice-form", "pledge", "management-plan",
  ]

  static func application(
    _ project: ProjectID, forms: [Identifier<SlugKind>] = applicationForms, by applicant: Applicant = .ownersBody
  ) throws -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: applicant,
      papers: try Listing(forms.map { FiledPaper(form: $0, document: paper) }), contact: "p-1", contactName: "陈立",
      contactPhone: "13812345678", advisedByDesigner: true)
  }

  /// The application is agreed on 2024-03-05.
  func agreed(_ project: ProjectID) throws {
    try bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    try bench.send(try Self.application(project), on: "2024-03-03", as: .ownersBody)
    try bench.send(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), on: "2024-03-05")
  }

  static let lines: Listing<CostLine, 200> = [
    CostLine(code: "A1.1", key: "roof-leak", tier: .basic, engineeringCost: "3000000.00", isExcluded: false),
    CostLine(code: "A1.3", key: "facade-tidy", tier: .basic, engineeringCost: "500000.00", isExcluded: false),
    CostLine(code: "E3.1", key: "lift", tier: .enhancement, engineeringCost: "2000000.00", isExcluded: true),
  ]

  static func plan(_ project: ProjectID, lines: Listing<CostLine, 200> = lines) -> RecordPlan {
    RecordPlan(
      project: project, document: paper, lines: lines,
      sharedCosts: SharedCosts(other: "300000.00", contingency: "200000.00"), socialCapital: .zero,
      apportionment: .exclusiveArea, governmentInvestment: true,
      papers: PlanPapers(fundRaising: paper, longTermManagement: paper))
  }

  static func declaration(
    _ project: ProjectID, forms: [Identifier<SlugKind>] = declarationForms, by applicant: Applicant = .ownersBody
  ) throws -> SubmitDeclaration {
    SubmitDeclaration(
      project: project, applicant: applicant, papers: try Listing(forms.map { FiledPaper(form: $0, document: paper) }))
  }

  /// The plan P1 was voted on and its notice closed on 2024-04-10.
  func voted(_ project: ProjectID) throws {
    try bench.send(Self.plan(project), on: "2024-03-20")
    let plan = "\(project)/P1"
    try bench.state(
      [
        FactStatement(.planVoteCarried, .flag(true)), FactStatement(.planVoteVersion, .code(plan)),
        FactStatement(.planNoticeClosed, .flag(true)), FactStatement(.objectionsOpen, .count(0)),
      ], of: project, on: "2024-04-10")
  }

  /// The initial review passed on 2024-04-15.
  func reviewed(_ project: ProjectID) throws {
    try bench.send(try Self.declaration(project), on: "2024-04-11", as: .ownersBody)
    try bench.send(ReviewDeclaration(project: project, isPassed: true, reasons: nil, document: nil), on: "2024-04-15")
  }

  func funded(_ project: ProjectID, planned: Money = "350000.00", cleared: Money = "350000.00") throws {
    try bench.state(
      [
        FactStatement(.residentFundsPlanned, .money(planned)), FactStatement(.residentFundsCleared, .money(cleared)),
        FactStatement(.inPlaceRatio, .share(try Share(cleared.fen, of: planned.fen))),
      ] + (cleared >= planned ? [FactStatement(.fundsCompleteSince, .date("2024-04-16"))] : []), of: project,
      on: "2024-04-16")
  }

  /// Reported to the city on 2024-04-18.
  func reported(_ name: Text<100> = "丹霞小区") throws -> ProjectID {
    let project = try opened(name)
    try agreed(project)
    try voted(project)
    try reviewed(project)
    try funded(project)
    try bench.send(ReportToCity(project: project, document: Self.paper), on: "2024-04-18")
    return project
  }

  static let year = PlanYear(division: "330382", year: 2025)

  func assessCapacity(_ project: ProjectID, confirmed: Bool = true) throws {
    try bench.send(
      AssessFiscalCapacity(
        planYear: Self.year, available: "9000000.00",
        projects: [CapacityLine(project: project, amount: "1500000.00", isConfirmed: confirmed)], document: Self.paper),
      on: "2024-05-06", as: .renovationOffice)
  }

  static func competitiveReview(_ project: ProjectID, isSelected: Bool = true) -> RecordCompetitiveReview {
    RecordCompetitiveReview(
      project: project, isSelected: isSelected, rank: 1,
      panel: [PanelMember(person: "p-9", name: "王建国", organisation: "yueqing-housing")], reasons: "自筹到位早",
      document: paper)
  }

  static func consent(_ project: ProjectID, late: Text<500>? = nil) -> RecordCityConsent {
    RecordCityConsent(project: project, planYear: 2025, document: paper, lateReason: late)
  }

  /// Assessed, selected and consented to; the plan may be adopted.
  func selected(_ name: Text<100> = "丹霞小区", late: Text<500>? = nil) throws -> ProjectID {
    let project = try reported(name)
    try assessCapacity(project)
    try bench.send(Self.competitiveReview(project), on: "2024-05-10", as: .renovationOffice)
    try bench.send(Self.consent(project, late: late), on: "2024-05-20", as: .cityGovernment)
    return project
  }

  static func annualPlan(
    _ projects: Listing<ProjectID, 200>, overrides: Listing<RuleOverride, 4>? = nil
  ) -> AdoptAnnualPlan {
    AdoptAnnualPlan(planYear: year, projects: projects, document: paper, overrides: overrides)
  }
}

extension Problem {
  /// The rules that stopped the step.
  var stopping: Set<RuleID> { Set(findings.filter(\.stops).map(\.rule)) }
}
