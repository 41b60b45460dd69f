import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("Telling the province's system")
struct ProvincialSystemTests {
  let scene: ZiyangScene

  init() throws { scene = try ZiyangScene() }

  @Test("an application is entered only once it is agreed to (G-SYS)")
  func notAgreed() throws {
    let project = try scene.opened()
    #expect(try scene.code(RecordInSystem(project: project), on: "2021-03-01") == "application-not-agreed")
    try scene.applied(project)
    #expect(try scene.code(RecordInSystem(project: project), on: "2021-03-01") == "application-not-agreed")
  }

  @Test("the housing department agrees to an application, the subdistrict does not, by our word (AMB-38)")
  func agreement() throws {
    let project = try scene.opened()
    try scene.applied(project)
    let agree = ReviewApplication(project: project, isAgreed: true, reasons: nil, document: ZiyangScene.paper)
    let refused = try #require(try scene.bench.refusal(agree, on: "2021-02-26", as: .subdistrict))
    let stop = try #require(refused.findings.first { $0.stops })
    #expect(stop.rule == "application.agreed-by-office" && stop.origin == .recommended)
    #expect(stop.cites.map(\.description) == ["recommended selfGovernance.applicationAgreedBy"])
    try scene.bench.send(agree, on: "2021-02-26", as: .housing)
    #expect(try scene.bench.facts(of: project).holds(.applicationAgreed))
  }

  @Test("a repeated order tells the same item and records nothing")
  func idempotent() throws {
    let project = try scene.agreed()
    let first = try scene.enter(project)
    let again = try scene.enter(project, on: "2021-03-05")
    #expect(first.attempt == 1 && !first.isRepeat && first.system == "sichuan-renovation-system")
    #expect(again.attempt == 1 && again.isRepeat)
    #expect(try scene.bench.events(SystemEntryPrepared.self).count == 1)
    #expect(try !scene.bench.facts(of: project).holds(.recordedInSystem))
    try scene.bench.send(scene.answer(project), on: "2021-03-06", as: .provincialPlatform)
    #expect(try scene.bench.facts(of: project).holds(.recordedInSystem))
    #expect(try scene.enter(project, on: "2021-03-07").isRepeat)
  }

  @Test("a refusal of the system is recorded, states nothing, and makes room for the next attempt")
  func refused() throws {
    let project = try scene.agreed()
    try scene.enter(project)
    try scene.bench.send(
      scene.answer(project, isAccepted: false, number: nil, reasons: "地址不符"), on: "2021-03-02", as: .districtGovernment)
    #expect(try !scene.bench.facts(of: project).holds(.recordedInSystem))
    #expect(try scene.enter(project, on: "2021-03-03").attempt == 2)
    #expect(try scene.code(scene.answer(project, 1), on: "2021-03-04") == "outbound-answered")
    try scene.bench.send(scene.answer(project, 2), on: "2021-03-04", as: .districtGovernment)
    let report = try scene.bench.ask(OutboundQuery(project: project, planYear: nil))
    #expect(report.attempts.map(\.isAccepted) == [false, true])
    #expect(report.attempts.map(\.item) == ["\(project)-entry-1", "\(project)-entry-2"])
    #expect(report.attempts[0].reasons == "地址不符" && report.attempts[1].number == "SC-1")
    let rebuilt = try scene.bench.rebuilt()
    #expect(rebuilt.before == rebuilt.after)
  }

  @Test("an answer is whole, about an attempt there is, and not before it")
  func answers() throws {
    let project = try scene.agreed()
    #expect(try scene.code(scene.answer(project), on: "2021-03-02") == "outbound-unknown")
    try scene.enter(project)
    #expect(try scene.code(scene.answer(project, 2), on: "2021-03-02") == "outbound-unknown")
    #expect(try scene.code(scene.answer(project, number: nil), on: "2021-03-02") == "acknowledgement-missing")
    #expect(
      try scene.code(scene.answer(project, isAccepted: false, number: nil), on: "2021-03-02") == "reasons-missing")
    #expect(try scene.code(scene.answer(project), on: "2021-02-28") == "dated-before")
    #expect(try scene.code(scene.answer(project), on: "2021-03-01") == nil)
  }

  @Test("the file form has the columns of the entry and no person")
  func columns() throws {
    let project = try scene.agreed()
    try scene.enter(project)
    let attempt = try #require(try scene.bench.ask(OutboundQuery(project: project, planYear: nil)).attempts.first)
    #expect(attempt.rows.count == 1 && attempt.rows[0].count == attempt.columns.count)
    #expect(attempt.rows[0].first == project.rawValue)
    #expect(attempt.systemName == "四川省城镇老旧小区改造计划申报和进度管理系统")
    #expect(!attempt.rows[0].contains { $0.contains("陈立") || $0.contains("13812345678") })
  }

  @Test("another city's rules name no system")
  func notNamed() throws {
    let yueqing = try IntakeScene()
    let project = try yueqing.opened()
    try yueqing.agreed(project)
    #expect(
      try yueqing.bench.refusal(RecordInSystem(project: project), on: "2024-03-10", as: .housing)?.code
        == "system-not-named")
  }

  // MARK: The annual plan

  @Test("capacity is assessed for entered applications only, and nothing is adopted without the city's consent")
  func order() throws {
    let project = try scene.agreed()
    let assess = AssessFiscalCapacity(
      planYear: ZiyangScene.year, available: "1.00",
      projects: [CapacityLine(project: project, amount: "1.00", isConfirmed: true)], document: ZiyangScene.paper)
    let early = try #require(try scene.bench.refusal(assess, on: "2021-03-10", as: .districtGovernment))
    #expect(early.stopping == ["system.application-recorded"])
    try scene.enter(project)
    try scene.bench.send(scene.answer(project), on: "2021-03-02", as: .districtGovernment)
    try scene.bench.send(assess, on: "2021-03-10", as: .districtGovernment)
    let adopt = try #require(
      try scene.bench.refusal(ZiyangScene.adoption(project), on: "2021-03-16", as: .districtGovernment))
    #expect(adopt.stopping == ["plan.city-consent"])
    #expect(adopt.findings.first { $0.rule == "plan.city-consent" }?.cites.map(\.article) == ["4.3"])
  }

  @Test("a plan is pushed once it is adopted, once, and each project hears that it arrived")
  func push() throws {
    #expect(try scene.code(PushAnnualPlan(planYear: ZiyangScene.year), on: "2021-03-17") == "plan-not-adopted")
    let project = try scene.listed()
    let first = try scene.push()
    #expect(first.attempt == 1 && !first.isRepeat)
    #expect(try scene.push(on: "2021-03-18").isRepeat)
    #expect(try !scene.bench.facts(of: project).holds(.annualPlanPushed))
    try scene.bench.send(scene.pushAnswer(), on: "2021-03-19", as: .districtGovernment)
    #expect(try scene.bench.facts(of: project).holds(.annualPlanPushed))
    #expect(try scene.push(on: "2021-03-20").isRepeat)
    let lines = try #require(try scene.bench.events(AnnualPlanPushPrepared.self).first).lines
    #expect(lines.first?.systemNumber == "SC-1" && lines.first?.fiscalMoney == "10000000.00")
    let report = try scene.bench.ask(OutboundQuery(project: nil, planYear: ZiyangScene.year))
    #expect(report.attempts.map(\.item) == ["512000-plan-2021-push-1"])
  }

  @Test("a push that was refused is made again; one that waits is not doubled by an addition")
  func pushAgain() throws {
    let first = try scene.listed("一区")
    try scene.push()
    let second = try scene.listed("二区")
    #expect(try scene.push(on: "2021-03-20").isRepeat)
    try scene.bench.send(
      scene.pushAnswer(isAccepted: false, number: nil, reasons: "附件不全"), on: "2021-03-21", as: .districtGovernment)
    #expect(try !scene.bench.facts(of: first).holds(.annualPlanPushed))
    let next = try scene.push(on: "2021-03-22")
    #expect(next.attempt == 2)
    try scene.bench.send(scene.pushAnswer(2), on: "2021-03-23", as: .districtGovernment)
    for project in [first, second] { #expect(try scene.bench.facts(of: project).holds(.annualPlanPushed)) }
  }

  @Test("a project added later is pushed alone")
  func addition() throws {
    try scene.listed("一区")
    try scene.push()
    try scene.bench.send(scene.pushAnswer(), on: "2021-03-18", as: .districtGovernment)
    let second = try scene.listed("二区")
    #expect(try scene.push(on: "2021-03-22").attempt == 2)
    #expect(try scene.bench.events(AnnualPlanPushPrepared.self).last?.lines.map(\.project) == [second])
  }

  @Test("a plan counts as reported when all three offices have it, for the projects it held then")
  func reported() throws {
    let first = try scene.listed("一区")
    for office in ZiyangScene.offices.dropLast() { try scene.report(office) }
    #expect(try !scene.bench.facts(of: first).holds(.annualPlanReported))
    try scene.report("province-finance")
    #expect(try scene.bench.facts(of: first).holds(.annualPlanReported))
    let second = try scene.listed("二区")
    try scene.report("province-finance", on: "2021-03-25")
    #expect(try !scene.bench.facts(of: second).holds(.annualPlanReported))
    for office in ZiyangScene.offices.dropLast() { try scene.report(office, on: "2021-03-26") }
    #expect(try scene.bench.facts(of: second).holds(.annualPlanReported))
    #expect(try scene.bench.events(ListingReported.self).map(\.project) == [first, second])
  }

  @Test("no plan is drawn up before the annual plan arrived in the province (G-PLANC)")
  func designAfterPlan() throws {
    let project = try scene.listed()
    let lines: Listing<CostLine, 200> = [
      CostLine(code: "Z1-9", key: "road", tier: .basic, engineeringCost: "1000000.00", isExcluded: false)
    ]
    func stopping() throws -> Set<RuleID>? {
      try scene.bench.refusal(IntakeScene.plan(project, lines: lines), on: "2021-04-20")?.stopping
    }
    #expect(try stopping() == ["plan.reported-upwards", "plan.pushed"])
    for office in ZiyangScene.offices { try scene.report(office) }
    try scene.push()
    #expect(try stopping() == ["plan.pushed"])
    try scene.bench.send(scene.pushAnswer(), on: "2021-03-19", as: .districtGovernment)
    #expect(try stopping() == nil)
  }

  @Test("a body must exist, and the result be posted, before anybody applies")
  func application() throws {
    let project = try scene.opened()
    let early = try #require(
      try scene.bench.refusal(ZiyangScene.application(project), on: "2021-02-24", as: .ownersBody))
    #expect(early.stopping == ["voting.willingness-carried", "notice.willingness-complete"])
    try scene.applied(project)
    #expect(try scene.bench.facts(of: project).holds(.imagesRecorded))
    let line = try #require(try scene.bench.ask(ImagesQuery(division: "512000", after: nil)).communities.first)
    #expect(line.images.map(\.place) == ["主路"])
  }

  // MARK: The register

  @Test("a project is struck off when it is taken over, audited, archived and its evaluation fed back")
  func writeOff() throws {
    let project = try scene.listed()
    let writeOff = WriteOffProject(project: project, document: ZiyangScene.paper)
    let refused = try #require(try scene.bench.refusal(writeOff, on: "2022-04-20", as: .districtGovernment))
    #expect(
      refused.stopping == [
        "handover.completed", "accounts.verified", "archive.completed", "evaluation.reported-back",
      ])
    let needed: [FactKey] = [.handedOver, .finalAccountsVerified, .archived, .evaluationReported]
    try scene.bench.state(needed.map { FactStatement($0, .flag(true)) }, of: project, on: "2022-04-12")
    try scene.bench.send(writeOff, on: "2022-04-20", as: .districtGovernment)
    #expect(try scene.bench.facts(of: project).holds(.writtenOff))
    #expect(try scene.code(writeOff, on: "2022-04-21") == "project-written-off")
    let line = try #require(try scene.bench.ask(RegisterQuery(division: "512000", after: nil)).projects.first)
    #expect(line.enteredOn == "2021-01-12" && line.writtenOffOn == "2022-04-20")
  }

  @Test("in this city the district alone enters and strikes off")
  func senders() throws {
    let project = try scene.agreed()
    #expect(throws: Rejected.self) {
      try scene.bench.send(RecordInSystem(project: project), on: "2021-03-01", as: .housing)
    }
    #expect(throws: Rejected.self) {
      try scene.bench.send(
        WriteOffProject(project: project, document: ZiyangScene.paper), on: "2022-04-20", as: .housing)
    }
  }
}
