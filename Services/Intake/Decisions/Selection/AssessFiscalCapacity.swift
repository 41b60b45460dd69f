import Contracts
import DomainModel
import ServiceKit

/// Records what the city can bear in a plan year and what that means for each reported project (G-FISC).
enum AssessFiscalCapacityDecision: Decision {
  static func look(_ command: AssessFiscalCapacity, at view: any EntityView) throws -> PlanYearProjects {
    try PlanYearProjects.look(
      command.planYear, command.projects.map(\.project), pointer: { "/projects/\($0)/project" }, at: view)
  }

  static func decide(
    _ command: AssessFiscalCapacity, seeing sight: PlanYearProjects, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !command.projects.isEmpty else { throw Refusal(.planEmpty, pointers: ["/projects"]) }
    for project in sight.members.map(\.project) {
      try ruling.requireNotBefore(project.capacity?.on ?? project.reportedOn)
    }
    let judgement = try sight.judged(under: ruling)
    try ruling.require(judgement.told)
    let taken = try Money.sum(command.projects.filter(\.isConfirmed).map(\.amount))
    let within = Finding(
      "fiscal.within-available", taken <= command.available ? .satisfied : .violated, force: .advises,
      origin: .recommended, cites: [],
      values: [NamedValue("available", .money(command.available)), NamedValue("confirmed", .money(taken))])
    let assessed = FiscalCapacityAssessed(
      planYear: command.planYear, available: command.available, projects: command.projects, document: command.document)
    let confirmed = command.projects.map {
      FiscalCapacityConfirmed(
        project: $0.project, planYear: command.planYear, amount: $0.amount, isConfirmed: $0.isConfirmed,
        document: command.document)
    }
    return Outcome([assessed] + confirmed, findings: [within], receipts: judgement.byProject)
  }
}
