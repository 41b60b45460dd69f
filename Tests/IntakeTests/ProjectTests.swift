import Contracts
import DomainModel
import Intake
import TestKit
import Testing

@Suite("Projects")
struct ProjectTests {
  let scene: IntakeScene

  init() throws { scene = try IntakeScene() }

  @Test("are numbered per division and year, under the edition in force, and know their community")
  func opening() throws {
    let first = try scene.opened("一区")
    let second = try scene.opened("二区")
    #expect(first == "330382-2024-0001" && second == "330382-2024-0002")
    let third = try scene.open(try scene.surveyed(name: "三区"), on: "2025-01-02")
    #expect(third == "330382-2025-0001")
    let facts = try scene.bench.facts(of: first)
    for key in [FactKey.projectOpened, .surveyRecorded, .eligible, .selfGovernanceFormed] { #expect(facts.holds(key)) }
    #expect(facts[.surveyRecorded]?.on == "2024-02-06")
    #expect(try scene.bench.events(ProjectOpened.self).first?.households == 36)
  }

  @Test("need a survey, no other project, and an edition in force")
  func needs() throws {
    let bare = try scene.community()
    func open(_ community: CommunityID) -> OpenProject {
      OpenProject(community: community, title: "改造", edition: scene.edition)
    }
    #expect(try scene.bench.refusal(open(bare), on: "2024-02-10")?.code == "survey-missing")
    let surveyed = try scene.surveyed(name: "二区")
    #expect(try scene.bench.refusal(open(surveyed), on: "2029-01-05")?.code == "edition-not-in-force")
    _ = try scene.open(surveyed)
    #expect(try scene.bench.refusal(open(surveyed), on: "2024-02-11")?.code == "project-active")
  }

  @Test("given up, they leave room for another")
  func withdrawn() throws {
    let project = try scene.opened()
    let community = try scene.bench.ask(ProjectReportQuery(project: project)).community
    let withdraw = WithdrawProject(project: project, reason: "居民放弃", document: IntakeScene.paper)
    try scene.bench.send(withdraw, on: "2024-03-01")
    #expect(try scene.bench.refusal(withdraw, on: "2024-03-02")?.code == "project-halted")
    #expect(
      try scene.bench.refusal(ResumeProject(project: project, reason: "再来"), on: "2024-03-02")?.code
        == "project-halted")
    #expect(try scene.open(community, on: "2024-03-03") == "330382-2024-0002")
    #expect(try scene.bench.ask(CommunityQuery(community: community)).project == "330382-2024-0002")
  }

  @Test("suspended, they take no step until resumed")
  func suspended() throws {
    let project = try scene.opened()
    let resume = ResumeProject(project: project, reason: "恢复")
    let commission = CommissionScheme(
      project: project, designer: "designer-1", name: "设计院", document: IntakeScene.paper)
    #expect(try scene.bench.refusal(resume, on: "2024-02-11")?.code == "project-not-halted")
    try scene.bench.send(SuspendProject(project: project, reason: "待定", document: nil), on: "2024-02-12")
    #expect(try scene.bench.refusal(commission, on: "2024-02-13")?.code == "project-halted")
    #expect(try scene.bench.refusal(resume, on: "2024-02-11")?.code == "dated-before")
    try scene.bench.send(resume, on: "2024-02-13")
    #expect(try scene.bench.refusal(commission, on: "2024-02-14") == nil)
  }

  @Test("the construction unit's kind is shown, not stopped")
  func constructionUnit() throws {
    let project = try scene.opened()
    for role in [Role.subdistrict, .stateAssets] {
      try scene.bench.send(
        FixConstructionUnit(
          project: project, unit: "unit-1", name: "建设单位", role: role, document: IntakeScene.paper), on: "2024-03-01")
    }
    #expect(try scene.bench.facts(of: project).holds(.constructionUnitFixed))
  }

  @Test("an edition that is already pinned is not adopted again")
  func sameEdition() throws {
    let project = try scene.opened()
    let adopt = AdoptEdition(project: project, edition: scene.edition, reason: "无", document: IntakeScene.paper)
    #expect(try scene.bench.refusal(adopt, on: "2024-03-01", as: .renovationOffice)?.code == "edition-unchanged")
    let missing = AdoptEdition(
      project: project, edition: PackEdition(pack: "yueqing", edition: "2031-1", sha256: DocumentHash.sample),
      reason: "无", document: IntakeScene.paper)
    #expect(try scene.bench.refusal(missing, on: "2024-03-01", as: .renovationOffice)?.code == "edition-missing")
  }

  @Test("fold to the same entities again")
  func rebuild() throws {
    let project = try scene.selected()
    try scene.bench.send(IntakeScene.annualPlan([project]), on: "2024-05-31", as: .renovationOffice)
    let (before, after) = try scene.bench.rebuilt()
    #expect(before == after)
  }
}
