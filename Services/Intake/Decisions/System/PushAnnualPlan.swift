import Contracts
import DomainModel
import Policy
import ServiceKit

/// Makes a year's plan ready for the province's system (G-PLANC): the projects that no acknowledged push held yet, at
/// most as many as one item carries. While an item waits for its answer it is told again and nothing is recorded.
enum PushAnnualPlanDecision: Decision {
  static func look(_ command: PushAnnualPlan, at view: any EntityView) throws -> PlanYearProjects {
    let plan = try view.get(YearPlan.self, command.planYear.id)
    let due = Array((plan?.projectsToPush ?? []).prefix(mostLines))
    return try PlanYearProjects.look(command.planYear, due, pointer: { _ in "/planYear" }, at: view)
  }

  static func decide(
    _ command: PushAnnualPlan, seeing sight: PlanYearProjects, under ruling: Ruling
  ) throws -> Outcome<OutboundItem> {
    guard let plan = sight.plan, let adoptedOn = plan.adoptions.last?.on else { throw Refusal(.planNotAdopted) }
    let pushes = plan.pushes ?? []
    if let last = pushes.last, last.answer == nil || sight.members.isEmpty { return Outcome([], reply: last.again) }
    try ruling.requireNotBefore(max(adoptedOn, pushes.last?.lastOn ?? adoptedOn))
    try ruling.require(try sight.judged(under: ruling).told)
    var systems: Set<Identifier<SlugKind>> = []
    for member in sight.members {
      guard let law = ruling.installed(member.project.edition) else { throw Refusal(.editionMissing) }
      systems.insert(try OutboundChecks.system(\.annualPlan.pushSystem, under: law.edition))
    }
    guard systems.count == 1, let system = systems.first else { throw Refusal(.systemNotNamed) }
    let attempt = try Whole<1, 1000>(pushes.count + 1)
    let lines = sight.members.map { member in
      PlanPushLine(
        project: member.project.project, title: member.project.title, buildings: member.project.buildings,
        households: member.project.households,
        fiscalMoney: member.project.capacity.flatMap { $0.isConfirmed ? $0.amount : nil },
        systemNumber: member.project.entries?.last?.answer?.number)
    }
    return Outcome(
      [
        AnnualPlanPushPrepared(
          planYear: command.planYear, attempt: attempt, system: system, lines: try Listing(lines))
      ],
      reply: OutboundItem(system: system, attempt: attempt, isRepeat: false))
  }

  /// As many as the event's list holds.
  private static let mostLines = 200
}
