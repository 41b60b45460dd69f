import Approvals
import Contracts
import DomainModel
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("The joint review of Sichuan and what follows it")
struct JointReviewTests {
  private let bench: Bench
  private let project: ProjectID = "330382-2024-0007"
  private let first: ConsultationID = "330382-2024-0007/C1"

  init() throws {
    bench = try Bench(ApprovalsService.definition, law: try Law.sichuan())
    try bench.upload(.sample)
    try bench.openProject(project)
  }

  private func state(_ facts: [FactStatement], on day: BusinessDate = "2024-04-30") throws {
    try bench.state(facts, of: project, on: day)
  }

  /// Consulted twice on P3, construction unit fixed.
  private func consulted(plan: String = "330382-2024-0007/P3") throws {
    try state([
      FactStatement(.planVersion, .code(plan)), FactStatement(.consultationRoundsAnswered, .flag(true)),
      FactStatement(.consultedPlan, .code("330382-2024-0007/P3")), FactStatement(.constructionUnitFixed, .flag(true)),
      FactStatement(.governmentInvestment, .flag(true)),
    ])
  }

  private func invitations(without missing: Role? = nil) -> [Invitation] {
    let roles: [Role] = [.housing, .developmentReform, .finance, .enforcement]
    let utilities = UtilityKind.allCases.map {
      Invitation(organisation: Course.org(.utility), role: .utility, utility: $0, deadline: "2024-05-15")
    }
    return roles.filter { $0 != missing }.map {
      Invitation(organisation: Course.org($0), role: $0, utility: nil, deadline: "2024-05-15")
    } + (missing == .utility ? [] : utilities)
  }

  private func call(without missing: Role? = nil, plan: PlanID = "330382-2024-0007/P3") throws -> CallConsultation {
    CallConsultation(project: project, plan: plan, invitations: try Listing(invitations(without: missing)))
  }

  private static let plain = PlanningStatement(
    changesPlanningConditions: false, touchesImportantStreet: false, statesExemption: false)

  private func reviewed() throws {
    try consulted()
    try bench.send(try call(), on: "2024-05-06", as: .naturalResources)
    try bench.send(
      HoldConsultation(
        project: project, consultation: first, attended: [Course.org(.housing)], minutes: .sample), on: "2024-05-20",
      as: .naturalResources)
    try bench.send(
      FormOpinion(
        project: project, consultation: first, document: .sample, planning: Self.plain, simplifications: []),
      on: "2024-05-22", as: .naturalResources)
  }

  private let initiation = OpenInitiation(
    project: "330382-2024-0007", investment: "3000000.00", figureDate: "2024-05-20", governmentInvestment: true,
    packaging: .separate)

  @Test("waits until both rounds are answered, with the articles")
  func tooEarly() throws {
    try state([
      FactStatement(.planVersion, .code("330382-2024-0007/P3")), FactStatement(.consultationRoundsAnswered, .flag(false)),
    ])
    let refused = try #require(try bench.refusal(try call(), on: "2024-05-06", as: .naturalResources))
    let finding = try #require(refused.findings.first { $0.rule == "consultation.rounds-answered" && $0.stops })
    #expect(finding.cites.map(\.description) == ["workflow 4.2", "workflow 4.3", "workflow 4.4"])
  }

  @Test("is about the plan that residents were consulted on")
  func otherPlan() throws {
    try consulted(plan: "330382-2024-0007/P4")
    let refused = try #require(
      try bench.refusal(try call(plan: "330382-2024-0007/P4"), on: "2024-05-06", as: .naturalResources))
    #expect(refused.findings.filter(\.stops).map(\.rule) == ["consultation.plan-consulted"])
  }

  @Test("is convened by natural resources, with every department and utility named", arguments: [
    Role.housing, .developmentReform, .finance, .enforcement, .utility,
  ])
  func participants(_ missing: Role) throws {
    try consulted()
    let refused = try #require(
      try bench.refusal(try call(without: missing), on: "2024-05-06", as: .naturalResources))
    let stops = refused.findings.filter(\.stops)
    #expect(!stops.isEmpty && stops.allSatisfy { $0.cites.map(\.description) == ["workflow 4.4"] })
    #expect(throws: Rejected.self) { try bench.send(try call(), on: "2024-05-06", as: .housing) }
  }

  @Test("comes before initiation, which waits for its opinion")
  func initiationWaits() throws {
    try consulted()
    let refused = try #require(try bench.refusal(initiation, on: "2024-05-30", as: .constructionUnit))
    let finding = try #require(refused.findings.first { $0.stops })
    #expect(finding.rule == "consultation.opinion-formed")
    #expect(finding.cites.map(\.description) == ["workflow 4.4", "workflow 5.1"])
    try reviewed()
    try bench.send(initiation, on: "2024-05-30", as: .constructionUnit)
  }

  @Test("a plan revised afterwards is approved on once the convener confirms it")
  func revision() throws {
    try reviewed()
    try state([FactStatement(.planVersion, .code("330382-2024-0007/P4"))], on: "2024-05-25")
    let refused = try #require(try bench.refusal(initiation, on: "2024-05-30", as: .constructionUnit))
    #expect(refused.findings.filter(\.stops).map(\.rule) == ["consultation.plan-current"])
    func confirm(_ plan: PlanID) -> ConfirmRevision {
      ConfirmRevision(project: project, consultation: first, plan: plan, document: .sample)
    }
    #expect(
      try bench.refusal(confirm("330382-2024-0007/P3"), on: "2024-05-28", as: .naturalResources)?.code
        == "plan-not-revised")
    #expect(
      try bench.refusal(confirm("330382-2024-0007/P5"), on: "2024-05-28", as: .naturalResources)?.code
        == "plan-not-current")
    #expect(
      try bench.refusal(confirm("330382-2024-0007/P4"), on: "2024-05-28", as: .housing)?.code == "not-their-office")
    #expect(
      try bench.refusal(confirm("330382-2024-0007/P4"), on: "2024-05-21", as: .naturalResources)?.code == "dated-before")
    try bench.send(confirm("330382-2024-0007/P4"), on: "2024-05-28", as: .naturalResources)
    try bench.send(initiation, on: "2024-05-30", as: .constructionUnit)
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("no revision is confirmed before there is an opinion")
  func revisionTooEarly() throws {
    try consulted()
    try bench.send(try call(), on: "2024-05-06", as: .naturalResources)
    let confirm = ConfirmRevision(
      project: project, consultation: first, plan: "330382-2024-0007/P3", document: .sample)
    #expect(try bench.refusal(confirm, on: "2024-05-28", as: .naturalResources)?.code == "opinion-not-formed")
  }

  @Test("land needs no procedure where ownership stays, and its approval where it changes")
  func land() throws {
    let approve = ApproveLand(project: project, number: "样例〔2024〕1号", document: .sample)
    #expect(try bench.refusal(approve, on: "2024-05-01", as: .naturalResources)?.code == "land-not-asked")
    try bench.send(
      DeclareLand(project: project, changesOwnership: true, evidence: .sample), on: "2024-05-02", as: .constructionUnit)
    #expect(try bench.facts(of: project)[.landSettled]?.value == .flag(false))
    #expect(try bench.refusal(approve, on: "2024-05-01", as: .naturalResources)?.code == "dated-before")
    try bench.send(approve, on: "2024-05-03", as: .naturalResources)
    #expect(try bench.facts(of: project).holds(.landSettled))
    #expect(try bench.refusal(approve, on: "2024-05-04", as: .naturalResources)?.code == "land-approved-already")
    try bench.send(
      DeclareLand(project: project, changesOwnership: false, evidence: .sample), on: "2024-05-05", as: .constructionUnit)
    #expect(try bench.facts(of: project).holds(.landSettled))
    #expect(try bench.refusal(approve, on: "2024-05-06", as: .naturalResources)?.code == "land-not-asked")
  }

  private func decide(safe: Bool = true, agreed: Bool = true) -> DecideCase {
    DecideCase(
      project: project, matter: .sunlight, facility: "2幢北侧养老用房", isSafe: safe, safetyEvidence: .sample,
      isAgreed: agreed, reasons: "日照影响在标准之内", document: .sample)
  }

  @Test("a facility that touches sunlight is agreed to only if it is safe and residents were consulted")
  func caseByCase() throws {
    let unknown = try #require(try bench.refusal(decide(), on: "2024-05-30", as: .naturalResources))
    #expect(unknown.findings.filter(\.stops).map(\.rule) == ["case.residents-consulted"])
    try consulted()
    let unsafe = try #require(try bench.refusal(decide(safe: false), on: "2024-05-30", as: .naturalResources))
    #expect(unsafe.findings.filter(\.stops).map(\.rule) == ["case.safety-shown"])
    #expect(unsafe.findings.first { $0.stops }?.cites.map(\.description) == ["workflow 5.1"])
    try bench.send(decide(safe: false, agreed: false), on: "2024-05-30", as: .naturalResources)
    try bench.send(decide(), on: "2024-05-31", as: .naturalResources)
    #expect(try bench.events(CaseDecided.self).map(\.isAgreed) == [false, true])
  }

  @Test("no case is decided where the city's rules know none")
  func caseNotForeseen() throws {
    let course = try Course()
    #expect(try course.bench.refusal(decide(), on: "2024-05-30", as: .naturalResources)?.code == "case-not-foreseen")
  }
}
