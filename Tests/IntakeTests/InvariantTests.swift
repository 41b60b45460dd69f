import Contracts
import DomainModel
import ServiceKit
import TestKit
import Testing

@testable import Intake

@Suite("What must always hold of communities, projects and plans")
struct InvariantTests {
  private static let all: [Identifier<SlugKind>] = [
    "one-project-in-hand", "plans-are-counted", "adopted-projects-are-listed", "listed-projects-are-adopted",
  ]

  /// Two listed projects, and a third that was given up and begun again.
  private func scene() throws -> IntakeScene {
    let scene = try IntakeScene()
    let projects = [try scene.selected("一区"), try scene.selected("二区")]
    try scene.bench.send(
      IntakeScene.annualPlan(try Listing(projects)), on: "2024-05-31", as: .renovationOffice)
    return scene
  }

  private func faults(_ scene: IntakeScene, _ invariant: Identifier<SlugKind>) throws -> [String] {
    try scene.bench.check(IntakeContract.self, invariant).faults.map(\.en)
  }

  @Test("holds after a year's plan", arguments: all)
  func holds(_ invariant: Identifier<SlugKind>) throws {
    let page = try scene().bench.check(IntakeContract.self, invariant)
    #expect(page.checked > 0 && page.faults == [])
  }

  @Test("shows a second project of one community, but none that was given up")
  func inHand() throws {
    let scene = try scene()
    let project = try #require(try scene.bench.all(ProjectCase.self).first)
    func second(isWithdrawn: Bool) -> ProjectCase {
      ProjectCase(
        project: "330382-2024-0099", community: project.community, title: "重复", households: project.households,
        buildings: project.buildings, openedOn: project.openedOn, edition: project.edition, isWithdrawn: isWithdrawn,
        changedOn: project.changedOn)
    }
    try scene.bench.plant(second(isWithdrawn: true))
    #expect(try faults(scene, "one-project-in-hand") == [])
    try scene.bench.plant(second(isWithdrawn: false))
    #expect(try faults(scene, "one-project-in-hand") == ["there are 2: \(project.project) 330382-2024-0099"])
  }

  @Test("shows a plan version that is counted and not kept, and a community that is not there")
  func plans() throws {
    let scene = try scene()
    try scene.bench.tamper(ProjectCase.self) { $0.plans += 1 }
    #expect(try faults(scene, "plans-are-counted").count == 2)
    try scene.bench.tamper(ProjectCase.self) { project in
      project = ProjectCase(
        project: project.project, community: "330382-C00099", title: project.title, households: project.households,
        buildings: project.buildings, openedOn: project.openedOn, edition: project.edition, plans: project.plans - 1,
        listed: project.listed, changedOn: project.changedOn)
    }
    #expect(try faults(scene, "plans-are-counted") == ["the community 330382-C00099 is not there"])
  }

  @Test("shows a listing on one side alone, whichever")
  func listings() throws {
    let scene = try scene()
    let project = try #require(try scene.bench.all(ProjectCase.self).first)
    try scene.bench.tamper(ProjectCase.self) { $0.listed = nil }
    #expect(try faults(scene, "adopted-projects-are-listed") == ["\(project.project) itself says it is not listed"])
    try scene.bench.tamper(ProjectCase.self) { $0.listed = project.listed }
    try scene.bench.tamper(YearPlan.self) { $0.adoptions = [] }
    #expect(try faults(scene, "adopted-projects-are-listed") == [])
    #expect(try faults(scene, "listed-projects-are-adopted").count == 2)
  }

  @Test("shows a project that stands in a plan twice, and one that is not there")
  func doubled() throws {
    let scene = try scene()
    try scene.bench.tamper(YearPlan.self) { plan in
      guard let first = plan.adoptions.first else { return }
      plan.adoptions.append(
        .init(
          on: first.on, projects: [first.projects[0], "330382-2024-0099"], document: first.document, deadline: nil, isLate: false,
          lateReason: nil))
    }
    #expect(
      try faults(scene, "adopted-projects-are-listed").map { String($0.suffix(20)) } == [
        "there more than once", " no project 330382-2024-0099".suffix(20).description,
      ])
  }
}
