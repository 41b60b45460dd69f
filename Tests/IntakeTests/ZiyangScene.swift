import Contracts
import DomainModel
import Intake
import Policy
import ServiceKit
import TestKit

/// Intake under Ziyang's rules, with a project brought as far as a test needs it.
struct ZiyangScene {
  let bench: Bench
  static let paper = DocumentHash.sample
  static let year = PlanYear(division: "512000", year: 2021)
  static let offices: [Identifier<SlugKind>] = ["province-housing", "province-development-reform", "province-finance"]

  init() throws {
    bench = try Bench(IntakeService.definition, law: try Law.ziyang())
    try bench.upload(Self.paper)
  }

  func opened(_ name: Text<100> = "滨江苑小区") throws -> ProjectID {
    let community = try bench.send(
      RegisterCommunity(
        division: "512000", name: name, address: "样例路6号", subdistrict: "样例街道", residentsCommittee: "样例社区",
        geography: .centralUrbanArea, geographyEvidence: Self.paper), on: "2021-01-06"
    ).community
    let survey = Survey(
      surveyedOn: "2021-01-08", buildings: [IntakeScene.building()], totalFloorArea: "5000.00",
      exclusions: IntakeScene.clear, propertyRightType: .commodity, hasLegalTitle: true, structuralSafety: .safe,
      population: PopulationProfile(), management: PropertyManagement(isProfessional: false),
      images: [SurveyImage(document: Self.paper, takenOn: "2021-01-08", place: "主路")])
    try bench.send(RecordSurvey(community: community, survey: survey), on: "2021-01-08")
    let edition = bench.edition
    try bench.send(
      AssessEligibility(community: community, edition: edition, buildYear: nil, conditions: []), on: "2021-01-09")
    try bench.send(
      RegisterSelfGovernance(
        community: community, form: .other, formedOn: "2021-01-10", members: [BodyMember(person: "p-1", name: "陈立")],
        hasPartyBranch: false, stampsByResidentsCommittee: false, evidence: [Self.paper]), on: "2021-01-10")
    return try bench.send(OpenProject(community: community, title: "改造项目", edition: edition), on: "2021-01-12").project
  }

  static func application(_ project: ProjectID) -> SubmitApplication {
    SubmitApplication(
      project: project, applicant: .ownersBody, papers: [FiledPaper(form: "other", document: paper)], contact: "p-1",
      contactName: "陈立", contactPhone: "13812345678", advisedByDesigner: false)
  }

  func applied(_ project: ProjectID) throws {
    try bench.state(
      [FactStatement(.willingnessCarried, .flag(true)), FactStatement(.willingnessNoticeClosed, .flag(true), on: "2021-02-22")],
      of: project, on: "2021-02-22")
    try bench.send(Self.application(project), on: "2021-02-24", as: .ownersBody)
  }

  func agreed(_ name: Text<100> = "滨江苑小区") throws -> ProjectID {
    let project = try opened(name)
    try applied(project)
    try bench.send(
      ReviewApplication(project: project, isAgreed: true, reasons: nil, document: nil), on: "2021-02-26", as: .housing)
    return project
  }

  @discardableResult
  func enter(_ project: ProjectID, on day: BusinessDate = "2021-03-01") throws -> OutboundItem {
    try bench.send(RecordInSystem(project: project), on: day, as: .districtGovernment)
  }

  func answer(
    _ project: ProjectID, _ attempt: Whole<1, 1000> = 1, isAccepted: Bool = true, number: Text<60>? = "SC-1",
    reasons: Text<1000>? = nil
  ) -> RecordSystemAnswer {
    RecordSystemAnswer(
      project: project, attempt: attempt, isAccepted: isAccepted, number: number, reasons: reasons, document: nil)
  }

  /// Entered in the system, assessed, consented to.
  func consented(_ name: Text<100> = "滨江苑小区") throws -> ProjectID {
    let project = try agreed(name)
    try enter(project)
    try bench.send(answer(project), on: "2021-03-02", as: .districtGovernment)
    try bench.send(
      AssessFiscalCapacity(
        planYear: Self.year, available: "60000000.00",
        projects: [CapacityLine(project: project, amount: "10000000.00", isConfirmed: true)], document: Self.paper),
      on: "2021-03-10", as: .districtGovernment)
    try bench.send(
      RecordCityConsent(project: project, planYear: 2021, document: Self.paper, lateReason: nil), on: "2021-03-15",
      as: .cityGovernment)
    return project
  }

  static func adoption(_ project: ProjectID) -> AdoptAnnualPlan {
    AdoptAnnualPlan(planYear: year, projects: [project], document: paper)
  }

  @discardableResult
  func listed(_ name: Text<100> = "滨江苑小区") throws -> ProjectID {
    let project = try consented(name)
    try bench.send(Self.adoption(project), on: "2021-03-16", as: .districtGovernment)
    return project
  }

  func report(_ office: Identifier<SlugKind>, on day: BusinessDate = "2021-03-18") throws {
    try bench.send(
      ReportAnnualPlan(planYear: Self.year, to: office, document: Self.paper), on: day, as: .districtGovernment)
  }

  @discardableResult
  func push(on day: BusinessDate = "2021-03-17") throws -> OutboundItem {
    try bench.send(PushAnnualPlan(planYear: Self.year), on: day, as: .districtGovernment)
  }

  func pushAnswer(
    _ attempt: Whole<1, 1000> = 1, isAccepted: Bool = true, number: Text<60>? = "SC-PLAN-1", reasons: Text<1000>? = nil
  ) -> RecordPushAnswer {
    RecordPushAnswer(
      planYear: Self.year, attempt: attempt, isAccepted: isAccepted, number: number, reasons: reasons, document: nil)
  }

  func code(_ command: some Command, on day: BusinessDate, as role: Role = .districtGovernment) throws -> String? {
    try bench.refusal(command, on: day, as: role)?.code
  }
}
