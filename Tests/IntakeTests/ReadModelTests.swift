import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("What intake shows")
struct ReadModelTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  @Test("the waiting list orders by the recommended facts and leaves when listed")
  func waitingList() throws {
    let plain = try scene.opened("一区")
    let funded = try scene.opened("二区")
    let subsidised = try scene.opened("三区")
    for project in [plain, funded, subsidised] { try scene.agreed(project) }
    try scene.funded(funded)
    try scene.bench.send(
      RecordRankingFacts(
        project: subsidised, hasProfessionalManagement: true, qualifiesForUpperSubsidy: true,
        fiscalFundsAvailable: false, evidence: []), on: "2024-03-06")
    let list = try scene.bench.ask(WaitingListQuery(division: "330382")).projects
    #expect(list.map(\.project) == [subsidised, funded, plain])
    #expect(list.map(\.place) == [1, 2, 3])
    #expect(list[0].hasProfessionalManagement == true && list[0].inPlace == nil)
    #expect(list[1].reached100At == "2024-04-16" && list[1].cleared == "350000.00")
    #expect(list.allSatisfy { $0.isBodyFormed && $0.isEligible })
    try scene.bench.send(
      WithdrawProject(project: plain, reason: "放弃", document: IntakeScene.paper), on: "2024-03-07")
    #expect(try scene.bench.ask(WaitingListQuery(division: "330382")).projects.count == 2)
  }

  @Test("a project that is in a plan waits no more")
  func listed() throws {
    let project = try scene.selected()
    #expect(try scene.bench.ask(WaitingListQuery(division: "330382")).projects.count == 1)
    try scene.bench.send(IntakeScene.annualPlan([project]), on: "2024-05-31", as: .renovationOffice)
    #expect(try scene.bench.ask(WaitingListQuery(division: "330382")).projects.isEmpty)
  }

  @Test("a declared project is due for the plan of a year until it is listed, and its course has the days")
  func planDeadline() throws {
    let project = try scene.selected()
    func due(asOf day: BusinessDate) throws -> [Deadline] {
      try scene.bench.ask(DeadlinesQuery<IntakeContract>(project: project, asOf: day)).deadlines
    }
    let owed = try #require(try due(asOf: "2024-05-31").first)
    #expect(owed.kind == .annualPlan && owed.day == "2024-05-31" && owed.name == "2025" && !owed.overdue)
    #expect(owed.basis == .fixedDay && owed.cites?.map(\.description) == ["plan 3.4"] && owed.roles?.isEmpty == false)
    #expect(try due(asOf: "2024-06-01").first?.overdue == true)
    try scene.bench.send(IntakeScene.annualPlan([project]), on: "2024-05-31", as: .renovationOffice)
    #expect(try due(asOf: "2024-05-31").isEmpty)
    let reached = try scene.bench.ask(CourseQuery(project: project)).reached
    #expect(reached.first { $0.stage.code == "S21" }?.on == "2024-05-31")
    let line = try #require(try scene.bench.ask(ProjectsQuery(division: "330382", after: nil)).projects.first)
    #expect(line.edition?.pack == "yueqing" && line.subdistrict != nil && line.planYear == 2025)
  }

  @Test("the timeline tells what all services said, by day, and what was taken back")
  func timeline() throws {
    let project = try scene.opened()
    try scene.bench.state([FactStatement(.willingnessCarried, .flag(true))], of: project, on: "2024-03-01")
    try scene.bench.send(try IntakeScene.application(project), on: "2024-03-03", as: .ownersBody)
    let entries = try scene.bench.ask(TimelineQuery(project: project, until: nil)).entries
    #expect(entries.map(\.on) == entries.map(\.on).sorted())
    let vote = entries.first { $0.what == "voting.willingness-carried" }
    #expect(vote?.service == .voting && vote?.on == "2024-03-01" && vote?.value == .flag(true))
    #expect(entries.contains { $0.what == "intake.application-submitted" && $0.service == .intake })
    let before = try scene.bench.ask(TimelineQuery(project: project, until: "2024-02-28")).entries
    #expect(!before.isEmpty && !before.contains { $0.service == .voting })
    try scene.bench.hear(
      RecordWithdrawn<VotingContract>(project: project, sequence: 1, reason: "复核", restated: []), on: "2024-03-10")
    let after = try scene.bench.ask(TimelineQuery(project: project, until: nil)).entries
    #expect(after.first { $0.what == "voting.willingness-carried" }?.isWithdrawn == true)
  }

  @Test("the outlook says what the next step waits for, and from whom")
  func outlook() throws {
    let project = try scene.opened()
    let outlook = try scene.bench.ask(OutlookQuery(project: project, asOf: "2024-03-01"))
    #expect(outlook.stage?.code == "S02")
    #expect(outlook.stages.first?.stage.code == "S03")
    let applied = try #require(outlook.stages.first { $0.stage.code == "S05" })
    #expect(applied.step == "intake.submit-application" && applied.service == .intake && !applied.isOpen)
    #expect(Set(applied.takenBy) == [.ownersBody, .residentsCommittee])
    let awaited = applied.findings.filter(\.stops)
    #expect(awaited.map(\.rule) == ["voting.willingness-carried"] && awaited.first?.awaits == .voting)
    try scene.agreed(project)
    let later = try scene.bench.ask(OutlookQuery(project: project, asOf: "2024-03-06"))
    #expect(later.stage?.code == "S06")
    #expect(later.stages.first?.stage.code == "S09" && later.stages.first?.isOpen == true)
  }

  @Test("the list of projects says what each waits for, a page at a time")
  func projects() throws {
    let project = try scene.opened("一区")
    let second = try scene.opened("二区")
    let lines = try scene.bench.ask(ProjectsQuery(division: "330382", after: nil)).projects
    #expect(lines.map(\.project) == [project, second])
    #expect(lines[0].communityName == "一区" && lines[0].stage?.code == "S02" && !lines[0].isHalted)
    #expect(try scene.bench.ask(ProjectsQuery(division: "330382", after: project)).projects.map(\.project) == [second])
    #expect(try scene.bench.ask(ProjectsQuery(division: "330381", after: nil)).projects.isEmpty)
  }

  @Test("a project whose fact was withdrawn is in question")
  func questioned() throws {
    let project = try scene.opened()
    try scene.agreed(project)
    try scene.bench.hear(
      RecordWithdrawn<VotingContract>(project: project, sequence: 1, reason: "复核", restated: []), on: "2024-03-10")
    #expect(try scene.bench.facts(of: project)[.applicationSubmitted]?.isInQuestion == true)
    #expect(
      try scene.bench.refusal(
        try IntakeScene.application(project), on: "2024-03-11", as: .ownersBody)?.code == "filing-answered")
  }
}
