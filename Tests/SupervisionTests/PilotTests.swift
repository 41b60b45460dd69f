import Contracts
import DomainModel
import Supervision
import TestKit
import Testing

@Suite("Start and acceptance under Tiexi's draft")
struct PilotTests {
  private let bench: Bench
  private let project: ProjectID = "220302-2020-0001"

  init() throws {
    bench = try Bench(SupervisionService.definition, law: .tiexi())
    try bench.openProject(project, on: "2020-12-16")
    try bench.upload(.sample)
    try bench.state(
      [
        FactStatement(.initiationApproved, .flag(true)), FactStatement(.planSigned, .flag(true)),
        FactStatement(.planSignedVersion, .code("220302-2020-0001/P2")),
        FactStatement(.planVersion, .code("220302-2020-0001/P2")), FactStatement(.planNoticeClosed, .flag(true)),
      ], of: project, on: "2021-03-24")
  }

  private func refusal(_ command: some Command, on day: BusinessDate, as role: Role = .subdistrict) throws -> Problem? {
    try bench.refusal(command, on: day, as: role)
  }

  private var start: StartConstruction { StartConstruction(project: project, plannedFinish: "2021-11-30") }

  private func listed() throws {
    try bench.state([FactStatement(.annualPlanListed, .count(2021))], of: project, on: "2021-04-26")
  }

  private func contracted() throws {
    try bench.send(
      RecordTender(
        project: project, form: .constructionTender, winner: "b-1", contractSum: "8000000.00", document: .sample),
      on: "2021-04-20")
    try bench.send(
      AppointContractor(project: project, organisation: "b-1", manager: "p-1", managerName: "陈立", document: .sample),
      on: "2021-04-23")
    try bench.send(
      AppointSupervisor(project: project, organisation: "s-1", manager: "p-2", managerName: "王岚", document: .sample),
      on: "2021-04-23")
  }

  private func cleared(on day: BusinessDate = "2021-04-28") throws {
    try bench.send(RecordDemolition(project: project, listComplete: true), on: day, as: .enforcement)
  }

  private func pilot(_ isPilot: Bool = true, on day: BusinessDate = "2021-04-27") throws {
    try bench.send(
      DesignatePilot(project: project, isPilot: isPilot, document: .sample), on: day, as: .renovationOffice)
  }

  private func ready() throws {
    try listed()
    try contracted()
    try cleared()
  }

  @Test("the tender waits for the initiation, and is told of a budget that nobody reviewed")
  func tender() throws {
    let bare = try Bench(SupervisionService.definition, law: .tiexi())
    try bare.openProject(project, on: "2020-12-16")
    try bare.upload(.sample)
    let tender = RecordTender(
      project: project, form: .constructionTender, winner: "b-1", contractSum: "1.00", document: .sample)
    let problem = try #require(try bare.refusal(tender, on: "2021-04-20"))
    #expect(problem.stopping == ["initiation.approved"])
    #expect(problem.finding("initiation.approved")?.articles == ["plan 6.4", "plan 6.5"])
    #expect(problem.finding("budget.reviewed")?.force == .advises)
  }

  static let days: [(Bool, BusinessDate, Bool)] = [
    (true, "2021-04-30", false), (true, "2021-05-01", true), (false, "2021-05-31", false), (false, "2021-06-01", true),
  ]

  @Test("a pilot starts from May on and the others from June", arguments: days)
  func month(_ isPilot: Bool, _ day: BusinessDate, _ isOpen: Bool) throws {
    try ready()
    if isPilot { try pilot() }
    let problem = try refusal(start, on: day)
    #expect((problem == nil) == isOpen)
    if let problem {
      #expect(problem.stopping == ["start.month-reached"])
      #expect(problem.finding("start.month-reached")?.articles == ["plan 6.5"])
    } else {
      #expect(try bench.facts(of: project).holds(.constructionStarted))
    }
  }

  @Test("one that is no pilot any more waits for June")
  func noLonger() throws {
    try ready()
    try pilot()
    try pilot(false, on: "2021-04-29")
    #expect(try refusal(start, on: "2021-05-10")?.stopping == ["start.month-reached"])
    #expect(try bench.ask(WorksQuery(project: project)).isPilot == false)
  }

  @Test("illegal structures go first; a list that is not complete does not do")
  func demolition() throws {
    try listed()
    try contracted()
    let unknown = try #require(try refusal(start, on: "2021-06-07"))
    #expect(unknown.stopping == ["demolition.cleared"])
    #expect(unknown.findings.count { $0.rule == "demolition.cleared" } == 1)
    #expect(unknown.finding("demolition.cleared")?.articles == ["plan 5.5", "plan 6.5"])
    let standing = IllegalStructureLine(structure: "w-1", place: "楼间", area: "12.00", removed: false)
    try bench.send(
      RecordDemolition(project: project, structures: [standing], listComplete: true), on: "2021-05-20", as: .enforcement)
    #expect(try refusal(start, on: "2021-06-07")?.stopping == ["demolition.cleared"])
    let gone = IllegalStructureLine(structure: "w-1", place: "楼间", area: "12.00", removed: true, after: [.sample])
    try bench.send(
      RecordDemolition(project: project, structures: [gone], listComplete: false), on: "2021-05-25", as: .enforcement)
    #expect(try refusal(start, on: "2021-06-07")?.stopping == ["demolition.cleared"])
    try cleared(on: "2021-06-01")
    #expect(try refusal(start, on: "2021-06-07") == nil)
    #expect(throws: Rejected.self) {
      try bench.send(RecordDemolition(project: project, listComplete: true), on: "2021-06-08", as: .subdistrict)
    }
  }

  @Test("a project that no annual plan lists does not start")
  func unlisted() throws {
    try contracted()
    try cleared()
    let problem = try #require(try refusal(start, on: "2021-06-07"))
    #expect(problem.stopping == ["plan.annual-plan-listed", "start.month-reached"])
    #expect(problem.retry == .later)
  }

  @Test("shows the day before which works are over, and tells a plan that misses it", arguments: [
    ("2022-06-30", Finding.Result.satisfied), ("2022-07-01", .violated),
  ] as [(BusinessDate, Finding.Result)])
  func finish(_ planned: BusinessDate, _ result: Finding.Result) throws {
    try ready()
    try bench.send(StartConstruction(project: project, plannedFinish: planned), on: "2021-06-07")
    let receipts = try bench.ask(ReceiptsQuery<SupervisionContract>(project: project)).receipts
    let finding = receipts.last?.receipt.findings.first { $0.rule == "works.finish-before" }
    #expect(finding?.result == result && finding?.force == .advises)
    #expect(finding?.articles == ["plan 3"])
    #expect(try bench.ask(WorksQuery(project: project)).finishBefore == "2022-07-01")
  }

  @Test("a pilot is named before the works begin, and only where the city knows pilots")
  func designation() throws {
    try ready()
    try bench.send(start, on: "2021-06-07")
    let late = DesignatePilot(project: project, isPilot: true, document: .sample)
    #expect(try refusal(late, on: "2021-06-08", as: .renovationOffice)?.code == "works-already-started")
    let site = try Site()
    #expect(
      try site.refusal(
        DesignatePilot(project: Site.project, isPilot: true, document: Site.paper), on: "2024-06-01",
        as: .renovationOffice)?.code == "pilot-not-foreseen")
    #expect(try site.works().isPilot == nil && site.works().finishBefore == nil)
  }

  @Test("works seen to have begun too early are recorded with what was lacking")
  func unpermitted() throws {
    try ready()
    let report = try bench.send(RecordUnpermittedStart(project: project, place: "3号楼"), on: "2021-05-20")
    #expect(report.lacking == ["start.month-reached"])
  }

  // MARK: Acceptance

  private static let parties: [AcceptancePartyKind] = [
    .renovationOffice, .subdistrict, .residentsCommittee, .ownersBody, .designer, .supervisor, .contractor,
  ]

  private func acceptance(of parties: [AcceptancePartyKind] = parties) throws -> RecordAcceptance {
    RecordAcceptance(
      project: project,
      parties: try Listing(parties.map { AcceptanceParty(party: $0, organisation: "org-a", stance: .agrees) }),
      minutes: .sample)
  }

  private func started() throws {
    try ready()
    try bench.send(start, on: "2021-06-07")
  }

  @Test("the acceptance is organised by the district's renovation office, with all seven parties")
  func organised() throws {
    try started()
    #expect(throws: Rejected.self) { try bench.send(try acceptance(), on: "2021-11-15", as: .subdistrict) }
    let held = try bench.send(try acceptance(), on: "2021-11-15", as: .renovationOffice)
    #expect(held.missing.isEmpty)
    try bench.send(
      PassAcceptance(project: project, acceptance: held.acceptance, report: .sample), on: "2021-11-24",
      as: .renovationOffice)
    #expect(try bench.facts(of: project).holds(.acceptancePassed))
  }

  @Test("each missing party keeps it from passing, with the article", arguments: parties)
  func missing(_ absent: AcceptancePartyKind) throws {
    try started()
    let held = try bench.send(
      try acceptance(of: Self.parties.filter { $0 != absent }), on: "2021-11-15", as: .renovationOffice)
    #expect(held.missing == [absent])
    let problem = try #require(
      try refusal(
        PassAcceptance(project: project, acceptance: held.acceptance, report: .sample), on: "2021-11-24",
        as: .renovationOffice))
    #expect(problem.stopping == ["acceptance.parties-present"])
    #expect(problem.finding("acceptance.parties-present")?.articles == ["plan 6.6"])
  }

  @Test("owners' representatives stand in for a committee that there is not")
  func representatives() throws {
    try started()
    let others = Self.parties.filter { $0 != .ownersBody } + [.residentRepresentatives]
    #expect(try bench.send(try acceptance(of: others), on: "2021-11-15", as: .renovationOffice).missing.isEmpty)
  }

  @Test("in Yueqing the construction unit organises it, not the renovation office")
  func elsewhere() throws {
    let site = try Site()
    try site.started()
    let problem = try #require(try site.refusal(try Site.acceptance(), on: "2025-04-08", as: .renovationOffice))
    #expect(problem.code == "acceptance-of-others")
    #expect(try site.refusal(try Site.acceptance(), on: "2025-04-08", as: .subdistrict) == nil)
  }

  @Test("the evaluation is the city office's, after the acceptance")
  func evaluation() throws {
    try started()
    let evaluate = Evaluate(
      project: project, evaluator: "city-office", works: .good, management: .adequate, report: .sample)
    let early = try #require(try refusal(evaluate, on: "2021-11-20", as: .cityRenovationOffice))
    #expect(early.stopping == ["acceptance.passed"])
    #expect(early.finding("acceptance.passed")?.articles == ["plan 6.6"])
    let held = try bench.send(try acceptance(), on: "2021-11-15", as: .renovationOffice)
    try bench.send(
      PassAcceptance(project: project, acceptance: held.acceptance, report: .sample), on: "2021-11-24",
      as: .renovationOffice)
    #expect(throws: Rejected.self) { try bench.send(evaluate, on: "2022-03-10", as: .renovationOffice) }
    try bench.send(evaluate, on: "2022-03-10", as: .cityRenovationOffice)
    #expect(try bench.facts(of: project).holds(.evaluationRecorded))
  }

  @Test("a petition is taken down and ended by the petition office")
  func petition() throws {
    let ticket = try bench.send(
      OpenTicket(project: project, category: .traffic, channel: .letter, text: "施工车辆堵路"), on: "2021-07-20",
      as: .petition)
    try bench.send(
      ResolveTicket(project: project, ticket: ticket.ticket, outcome: .solved), on: "2021-07-23", as: .petition)
    #expect(try bench.ask(WorksQuery(project: project)).ticketsOpen == 0)
    #expect(try !bench.recordedText().contains("施工车辆堵路"))
  }

  @Test("the community goes to the property company after the acceptance")
  func handover() throws {
    try started()
    let hand = HandOver(
      project: project, asset: .everythingElse, part: "小区", giver: "org-subdistrict",
      receiver: "org-property-company", receiverRole: .propertyCompany, lastOfClass: true, jointAcceptance: nil, papers: [])
    #expect(try refusal(hand, on: "2021-11-20")?.stopping == ["acceptance.passed"])
    let held = try bench.send(try acceptance(), on: "2021-11-15", as: .renovationOffice)
    try bench.send(
      PassAcceptance(project: project, acceptance: held.acceptance, report: .sample), on: "2021-11-24",
      as: .renovationOffice)
    let arranged = try bench.send(hand, on: "2022-04-12")
    let taken = try bench.send(
      TakeOver(project: project, handover: arranged.handover, receipt: nil), on: "2022-04-13", as: .propertyCompany)
    #expect(taken.handoverComplete)
    #expect(try bench.facts(of: project).holds(.handedOver))
  }

  @Test("is the same after everything is folded again")
  func folds() throws {
    try started()
    let (before, after) = try bench.rebuilt()
    #expect(before == after)
  }
}
