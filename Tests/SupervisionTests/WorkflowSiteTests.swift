import Contracts
import DomainModel
import Policy
import ServiceKit
import TestKit
import Testing

@testable import Supervision

@Suite("The site in Sichuan")
struct WorkflowSiteTests {
  private let bench: Bench
  private let project = Site.project
  private let paper = Site.paper

  init() throws {
    bench = try Bench(SupervisionService.definition, law: try Law.sichuan())
    try bench.openProject(Site.project)
    try bench.upload(Site.paper)
  }

  private func state(_ facts: [FactStatement], on day: BusinessDate = "2024-05-01") throws {
    try bench.state(facts, of: project, on: day)
  }

  private static let approved = FactStatement(.initiationApproved, .flag(true))
  private static let land = FactStatement(.landSettled, .flag(true))

  private func tender(
    _ form: ProcurementForm = .provisionalBudget, sum: Money = "9200000.00",
    _ price: ProvisionalPrice? = ProvisionalPrice(budget: "10000000.00", discount: 800, reason: "地下管线不明")
  ) -> RecordTender {
    RecordTender(
      project: project, form: form, winner: "yueqing-build-3", contractSum: sum, document: paper, provisional: price)
  }

  private let plan = RecordConstructionPlan(
    project: Site.project, topics: [.disturbance, .safety], contractor: "yueqing-build-3", document: Site.paper)
  private let quality = RegisterQualitySupervision(
    project: Site.project, institution: "org-quality-safety", document: Site.paper)
  private let hotline = PostHotline(
    project: Site.project, number: "028-00000000", answeredBy: "org-subdistrict", photos: [Site.paper])
  private let cleared = RecordDemolition(
    project: Site.project,
    structures: [IllegalStructureLine(structure: "w-1", place: "4幢天井", area: .sample, removed: true, after: [Site.paper])],
    listComplete: true)
  private let standing = RecordDemolition(
    project: Site.project,
    structures: [IllegalStructureLine(structure: "w-1", place: "4幢天井", area: .sample, removed: false)],
    listComplete: true)

  private func contracted() throws {
    try state([Self.approved, Self.land])
    try bench.send(tender(), on: "2024-06-03", as: .constructionUnit)
    try bench.send(Site.contractor, on: "2024-06-03", as: .constructionUnit)
    try bench.send(Site.supervisor, on: "2024-06-03", as: .constructionUnit)
  }

  private func started() throws {
    try contracted()
    try bench.send(plan, on: "2024-06-10", as: .taskForce)
    try bench.send(quality, on: "2024-06-11", as: .qualitySafety)
    try bench.send(cleared, on: "2024-06-12")
    try bench.send(hotline, on: "2024-06-13", as: .constructionUnit)
    try bench.send(Site.start, on: "2024-07-01", as: .constructionUnit)
  }

  private func accepted() throws {
    try started()
    try bench.send(try acceptance(), on: "2024-10-10", as: .constructionUnit)
    try bench.send(Site.pass, on: "2024-10-12", as: .constructionUnit)
  }

  static let parties: [AcceptancePartyKind] = [
    .constructionUnit, .subdistrict, .residentsCommittee, .ownersBody, .designer, .contractor, .supervisor, .utility,
  ]

  private func acceptance(_ parties: [AcceptancePartyKind] = parties, faults: [Text<200>] = []) throws
    -> RecordAcceptance
  {
    try Site.acceptance(of: parties, faults: faults)
  }

  private func refusal(_ command: some Command, on day: BusinessDate, as role: Role) throws -> Problem {
    try #require(try bench.refusal(command, on: day, as: role))
  }

  // MARK: Tender

  @Test("a tender waits for the initiation, with the articles")
  func tenderGate() throws {
    let refused = try refusal(tender(), on: "2024-06-03", as: .constructionUnit)
    #expect(refused.finding("initiation.approved")?.articles == ["workflow 5.1", "workflow 5.2"])
  }

  @Test("a provisional price bounds the sum, to the fen", arguments: [
    ("9200000.00", true), ("9200000.01", false),
  ] as [(Money, Bool)])
  func provisional(_ sum: Money, _ fits: Bool) throws {
    try state([Self.approved])
    let refused = try bench.refusal(tender(sum: sum), on: "2024-06-03", as: .constructionUnit)
    #expect((refused == nil) == fits)
    if !fits { #expect(refused?.finding("tender.provisional-price")?.articles == ["workflow 5.2"]) }
  }

  @Test("a provisional price is named exactly where the form asks for it")
  func provisionalMissing() throws {
    try state([Self.approved])
    #expect(try refusal(tender(.provisionalBudget, nil), on: "2024-06-03", as: .constructionUnit).code == "provisional-price-missing")
    #expect(try refusal(tender(.epc), on: "2024-06-03", as: .constructionUnit).code == "provisional-price-missing")
    try bench.send(tender(.epc, nil), on: "2024-06-03", as: .constructionUnit)
  }

  // MARK: Start

  @Test("works start with approvals, contractors, cleared structures, construction plan, hotline and the institution")
  func start() throws {
    try contracted()
    let refused = try refusal(Site.start, on: "2024-07-01", as: .constructionUnit)
    #expect(
      refused.stopping == [
        "demolition.cleared", "construction-plan.made", "hotline.posted", "quality.supervision-registered",
      ])
    #expect(refused.finding("demolition.cleared")?.articles == ["workflow 6.1"])
    #expect(refused.finding("hotline.posted")?.articles == ["workflow 6.2"])
    #expect(refused.finding("construction-plan.made")?.articles == ["workflow 6.2"])
    try bench.send(plan, on: "2024-06-10", as: .taskForce)
    try bench.send(quality, on: "2024-06-11", as: .qualitySafety)
    try bench.send(hotline, on: "2024-06-13", as: .constructionUnit)
    try bench.send(standing, on: "2024-06-14")
    let one = try refusal(Site.start, on: "2024-07-01", as: .constructionUnit)
    #expect(one.stopping == ["demolition.cleared"])
    #expect(one.finding("demolition.cleared")?.values.contains(NamedValue("standing", .count(1))) == true)
    try bench.send(cleared, on: "2024-06-20")
    try bench.send(Site.start, on: "2024-07-01", as: .constructionUnit)
    #expect(try bench.facts(of: project).holds(.constructionStarted))
  }

  @Test("the hotline is shown by a photograph")
  func hotlineShown() throws {
    let bare = PostHotline(project: project, number: "028-00000000", answeredBy: "org-subdistrict", photos: [])
    #expect(try refusal(bare, on: "2024-06-13", as: .constructionUnit).code == "board-not-shown")
    try bench.send(hotline, on: "2024-06-13", as: .constructionUnit)
    #expect(try bench.facts(of: project).holds(.hotlinePosted))
  }

  @Test("the construction plan is made with the contractor who was appointed")
  func constructionPlan() throws {
    #expect(
      try refusal(plan, on: "2024-06-10", as: .taskForce).finding("construction-plan.with-contractor")?.articles
        == ["workflow 6.2"])
    try contracted()
    let other = RecordConstructionPlan(
      project: project, topics: [.safety], contractor: "org-other", document: paper)
    #expect(try refusal(other, on: "2024-06-10", as: .taskForce).stopping == ["construction-plan.with-contractor"])
    let empty = RecordConstructionPlan(
      project: project, topics: [], contractor: "yueqing-build-3", document: paper)
    #expect(try refusal(empty, on: "2024-06-10", as: .taskForce).code == "items-missing")
    #expect(try refusal(plan, on: "2024-06-02", as: .taskForce).code == "dated-before")
    try bench.send(plan, on: "2024-06-10", as: .taskForce)
  }

  @Test("concealed works are recorded whoever saw them; who was missing is told")
  func concealed() throws {
    try started()
    func record(_ roles: [Role]) throws -> RecordConcealedWorks {
      RecordConcealedWorks(
        project: project, part: "污水管沟", inspectedOn: "2024-08-01", passed: true,
        parties: try Listing(roles.map { WorksParty(role: $0, organisation: "org-1") }))
    }
    try bench.send(try record([.subdistrict, .housing]), on: "2024-08-01")
    let told = try #require(
      try bench.receiptFinding("concealed.seen-by-offices", of: "supervision.record-concealed-works"))
    #expect(told.result == .violated && told.codes("missing") == ["residents-committee"])
    #expect(told.articles == ["workflow 6.2"])
    try bench.send(try record([.subdistrict, .housing, .residentsCommittee]), on: "2024-08-02", as: .residentsCommittee)
    #expect(
      try bench.receiptFinding("concealed.seen-by-offices", of: "supervision.record-concealed-works")?.result == .satisfied)
  }

  // MARK: Changes

  private let change: ChangeID = "330382-2024-0007/G1"

  private func justified(_ treatAsMajor: Bool) throws {
    try started()
    try state([Site.investment], on: "2024-06-01")
    try bench.send(
      ProposeChange(project: project, title: "增设围墙段", direction: .more, difference: "5.00", proposedBy: "org-designer"),
      on: "2024-08-01", as: .designer)
    #expect(
      try refusal(
        ClassifyChange(project: project, change: change, treatAsMajor: false), on: "2024-08-02", as: .constructionUnit)
        .finding("change.order-kept")?.articles == ["workflow 6.3"])
    try bench.send(
      JustifyChange(project: project, change: change, designer: "org-designer", statement: paper), on: "2024-08-02",
      as: .designer)
    try bench.send(
      ClassifyChange(project: project, change: change, treatAsMajor: treatAsMajor), on: "2024-08-03",
      as: .constructionUnit)
  }

  @Test("a major change is carried out only after approval and notice on site; a minor one after its explanation")
  func majorChange() throws {
    try justified(true)
    let execute = ExecuteChange(project: project, change: change)
    let refused = try refusal(execute, on: "2024-08-04", as: .constructionUnit)
    #expect(refused.code == "change-out-of-order")
    #expect(refused.finding("change.order-kept")?.codes("missing") == ["approved", "published"])
    #expect(refused.finding("change.order-kept")?.articles == ["workflow 6.3"])
    try bench.send(
      ApproveChange(project: project, change: change, approved: true, by: "org-housing", document: paper),
      on: "2024-08-05", as: .housing)
    #expect(
      try refusal(execute, on: "2024-08-06", as: .constructionUnit).finding("change.order-kept")?.codes("missing")
        == ["published"])
    try bench.send(
      PublishChange(project: project, change: change, photos: [paper]), on: "2024-08-07", as: .constructionUnit)
    #expect(try bench.send(execute, on: "2024-08-08", as: .constructionUnit).stage == .executed)
  }

  @Test("a minor change needs only the written explanation")
  func minorChange() throws {
    try justified(false)
    let executed = try bench.send(
      ExecuteChange(project: project, change: change), on: "2024-08-04", as: .constructionUnit)
    #expect(executed.stage == .executed && executed.classed == .minor)
  }

  // MARK: Acceptance and after

  @Test("acceptance passes with every party there", arguments: WorkflowSiteTests.parties)
  func acceptanceParties(_ missing: AcceptancePartyKind) throws {
    try started()
    try bench.send(try acceptance(Self.parties.filter { $0 != missing }), on: "2024-10-10", as: .constructionUnit)
    let refused = try refusal(Site.pass, on: "2024-10-12", as: .constructionUnit)
    let finding = try #require(refused.finding("acceptance.parties-present"))
    #expect(finding.stops && finding.codes("missing") == [missing.rawValue])
    #expect(finding.articles == ["workflow 7.1"])
  }

  @Test("owners' representatives stand in for the committee")
  func representatives() throws {
    try started()
    let parties = Self.parties.map { $0 == .ownersBody ? .residentRepresentatives : $0 }
    try bench.send(try acceptance(parties), on: "2024-10-10", as: .constructionUnit)
    try bench.send(Site.pass, on: "2024-10-12", as: .constructionUnit)
    #expect(try bench.facts(of: project).holds(.acceptancePassed))
  }

  @Test("acceptance does not pass with a defect open")
  func defects() throws {
    try started()
    try bench.send(try acceptance(faults: ["门厅灯不亮"]), on: "2024-10-10", as: .constructionUnit)
    let refused = try refusal(Site.pass, on: "2024-10-12", as: .constructionUnit)
    #expect(refused.stopping == ["acceptance.defects-closed"])
    #expect(refused.finding("acceptance.defects-closed")?.articles == ["workflow 7.1"])
  }

  private func appraise(_ voice: AppraisalVoice) -> RecordAppraisal {
    RecordAppraisal(
      project: project, voice: voice, organisation: "org-1", works: .good, management: .adequate, report: paper)
  }

  private let evaluate = Evaluate(
    project: Site.project, evaluator: "org-housing", works: .good, management: .good, report: Site.paper)

  @Test("the result is evaluated once owners, community and experts were heard")
  func evaluation() throws {
    #expect(try refusal(appraise(.experts), on: "2024-11-01", as: .expert).code == "result-not-accepted")
    try accepted()
    let refused = try refusal(evaluate, on: "2024-12-01", as: .housing)
    #expect(refused.finding("evaluation.voices-heard")?.codes("missing") == ["owners", "community", "experts"])
    #expect(refused.finding("evaluation.voices-heard")?.articles == ["workflow 7.1"])
    try bench.send(appraise(.owners), on: "2024-11-01", as: .ownersBody)
    try bench.send(appraise(.community), on: "2024-11-02", as: .residentsCommittee)
    #expect(
      try refusal(evaluate, on: "2024-12-01", as: .housing).finding("evaluation.voices-heard")?.codes("missing")
        == ["experts"])
    try bench.send(appraise(.experts), on: "2024-11-03", as: .expert)
    try bench.send(appraise(.experts), on: "2024-11-04", as: .expert)
    try bench.send(evaluate, on: "2024-12-01", as: .housing)
    #expect(try bench.facts(of: project).holds(.evaluationRecorded))
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }

  @Test("the interim service is arranged by subdistrict or community; a joint meeting left out is told")
  func management() throws {
    let interim = FixManagementMode(
      project: project, mode: .interimService, manager: nil, covenant: paper, decision: nil)
    let refused = try refusal(interim, on: "2024-12-01", as: .ownersBody)
    #expect(refused.finding("management.interim-arranged")?.stops == true)
    #expect(refused.finding("management.interim-arranged")?.articles == ["workflow 7.2"])
    let unoffered = FixManagementMode(
      project: project, mode: .communityManagement, manager: nil, covenant: paper, decision: nil)
    #expect(try refusal(unoffered, on: "2024-12-01", as: .subdistrict).code == "mode-not-offered")
    let bundled = FixManagementMode(
      project: project, mode: .bundledService, manager: "org-1", covenant: nil, decision: nil)
    #expect(try refusal(bundled, on: "2024-12-01", as: .subdistrict).stopping == ["management.covenant-made"])
    try bench.send(interim, on: "2024-12-01")
    #expect(
      try bench.receiptFinding("management.joint-meeting-set-up", of: "supervision.fix-management-mode")?.result
        == .violated)
    let empty = SetUpJointMeeting(project: project, participants: [], hasPartyBranch: false)
    #expect(try refusal(empty, on: "2024-12-02", as: .residentsCommittee).code == "items-missing")
    try bench.send(
      SetUpJointMeeting(
        project: project, participants: [WorksParty(role: .ownersBody, organisation: "org-owners")],
        hasPartyBranch: true, meetingRules: paper, covenant: paper), on: "2024-12-02", as: .residentsCommittee)
    try bench.send(interim, on: "2024-12-03")
    #expect(
      try bench.receiptFinding("management.joint-meeting-set-up", of: "supervision.fix-management-mode")?.result
        == .satisfied)
  }

  @Test("documents go to the city construction archive, the project to the owners' body or a company")
  func handover() throws {
    try accepted()
    func handOver(_ asset: AssetKind, to role: Role) -> HandOver {
      HandOver(
        project: project, asset: asset, part: "资料", giver: "org-construction-unit", receiver: "org-1",
        receiverRole: role, lastOfClass: true, jointAcceptance: nil, papers: [paper])
    }
    #expect(
      try refusal(handOver(.completionDocuments, to: .ownersBody), on: "2024-11-01", as: .constructionUnit).code
        == "receiver-not-allowed")
    try bench.send(handOver(.completionDocuments, to: .archive), on: "2024-11-01", as: .constructionUnit)
    try bench.send(handOver(.everythingElse, to: .propertyCompany), on: "2024-11-01", as: .constructionUnit)
    #expect(
      try refusal(handOver(.sharedUtilities, to: .utility), on: "2024-11-01", as: .constructionUnit).code
        == "asset-not-offered")
  }
}
