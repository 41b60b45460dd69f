import Contracts
import DomainModel
import ServiceKit

/// What must always hold of communities, projects and the annual plans, whatever a city asks for: each of two records that
/// speak of one thing says the same.
enum IntakeInvariants {
  static let all = [oneInHand, plans, adopted, listed]

  private static let oneInHand = Invariant.each(
    "one-project-in-hand", of: Community.self, zh: "一个小区同时至多有一个在办项目",
    en: "A community has one project in hand at most."
  ) { community, view in
    let inHand = try view.find(ProjectCase.self, index: "community", value: community.key).filter { !$0.isWithdrawn }
    guard inHand.count > 1 else { return [] }
    let names = inHand.map(\.project.rawValue).joined(separator: " ")
    return [.init(zh: "有 \(inHand.count) 个：\(names)", en: "there are \(inHand.count): \(names)")]
  }

  /// The number of versions is what names the valid one.
  private static let plans = Invariant.each(
    "plans-are-counted", of: ProjectCase.self, zh: "项目的方案版本数等于存有的版本，所属小区也在",
    en: "A project has as many plan versions as it counts, and its community is known."
  ) { project, view in
    var faults: [Invariant.Fault] = []
    var count = 0
    try view.each(PlanVersion.self, prefix: "\(project.project)/") { _ in count += 1 }
    if count != project.plans {
      faults.append(.init(zh: "计 \(project.plans) 版，存 \(count) 版", en: "\(project.plans) are counted, \(count) are kept"))
    }
    if let current = project.currentPlan, try view.get(PlanVersion.self, current.rawValue) == nil {
      faults.append(.init(zh: "没有现行的 \(current)", en: "the valid one, \(current), is not there"))
    }
    if try view.get(Community.self, project.community.rawValue) == nil {
      faults.append(.init(zh: "没有小区 \(project.community)", en: "the community \(project.community) is not there"))
    }
    return faults
  }

  private static let adopted = Invariant.each(
    "adopted-projects-are-listed", of: YearPlan.self, zh: "年度计划里的每个项目只列一次，且自己也记着列入这一年",
    en: "Each project of an annual plan stands in it once, and knows that it is listed for that year."
  ) { plan, view in
    var seen: Set<ProjectID> = []
    return try plan.projects.compactMap { id in
      guard seen.insert(id).inserted else { return .init(zh: "\(id) 列了不止一次", en: "\(id) stands there more than once") }
      guard let project = try view.get(ProjectCase.self, id.rawValue) else {
        return .init(zh: "没有项目 \(id)", en: "there is no project \(id)")
      }
      guard project.listed?.planYear != plan.year else { return nil }
      let own = project.listed.map { "\($0.planYear)" }
      return .init(
        zh: "\(id) 自己记的是\(own.map { "列入 \($0) 年" } ?? "没有列入")",
        en: "\(id) itself says \(own.map { "it is listed for \($0)" } ?? "it is not listed")")
    }
  }

  private static let listed = Invariant.each(
    "listed-projects-are-adopted", of: ProjectCase.self, zh: "列入年度计划的项目，确有一份计划列着它",
    en: "A project that is listed stands in a plan that was adopted."
  ) { project, view in
    guard let listed = project.listed else { return [] }
    // A plan is a division's; a city's may hold the projects of its districts, so all plans of the year are asked.
    var isAdopted = false
    try view.each(YearPlan.self, prefix: "") { plan in
      if plan.year == listed.planYear, plan.projects.contains(project.project) { isAdopted = true }
    }
    guard !isAdopted else { return [] }
    return [.init(zh: "\(listed.planYear) 年的计划里没有它", en: "no plan of \(listed.planYear) holds it")]
  }
}
