import Contracts
import DomainModel
import ServiceKit

/// Applies for central budget investment, for projects that the province's annual plan holds (G-CB).
enum ApplyCentralBudgetDecision: Decision {
  static func look(_ command: ApplyCentralBudget, at view: any EntityView) throws -> PlanYearProjects {
    try PlanYearProjects.look(command.planYear, command.projects.items, pointer: { "/projects/\($0)" }, at: view)
  }

  static func decide(
    _ command: ApplyCentralBudget, seeing sight: PlanYearProjects, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !sight.members.isEmpty else { throw Refusal(.planEmpty, pointers: ["/projects"]) }
    for project in sight.members.map(\.project) {
      try ruling.requireNotBefore(project.listed?.on)
      guard project.listed.map({ $0.planYear == command.planYear.year.value }) ?? true else {
        throw Refusal(
          .planYearOther, values: [NamedValue("project", .code(project.project.rawValue))],
          pointers: ["/planYear/year"])
      }
    }
    try ruling.require(try sight.judged(under: ruling).told)
    let applied = CentralBudgetApplied(
      planYear: command.planYear, projects: command.projects, amount: command.amount, isBundled: command.isBundled,
      document: command.document)
    return Outcome(
      [applied]
        + command.projects.map {
          CentralBudgetSought(project: $0, planYear: command.planYear, document: command.document)
        })
  }
}
