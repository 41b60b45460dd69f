import Contracts
import DomainModel
import ServiceKit

/// Divides the pool into batches. A project that stands in an annual plan is not moved any more.
enum AssignBatchesDecision: Decision {
  static func look(_ command: AssignBatches, at view: any EntityView) throws -> PlanYearProjects {
    try PlanYearProjects.look(
      command.planYear, command.lines.map(\.project), pointer: { "/lines/\($0)/project" }, at: view)
  }

  static func decide(
    _ command: AssignBatches, seeing sight: PlanYearProjects, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !sight.members.isEmpty else { throw Refusal(.planEmpty, pointers: ["/lines"]) }
    for project in sight.members.map(\.project) {
      try ruling.requireNotBefore(project.openedOn)
      guard project.listed == nil else {
        throw Refusal(.projectListed, values: [NamedValue("project", .code(project.project.rawValue))])
      }
    }
    try ruling.require(try sight.judged(under: ruling).told)
    return Outcome(
      command.lines.map {
        BatchAssigned(project: $0.project, planYear: command.planYear, batch: $0.batch, document: command.document)
      })
  }
}
