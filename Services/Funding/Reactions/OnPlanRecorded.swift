import Contracts
import DomainModel
import ServiceKit

/// The costs of a plan version, kept as they were recorded; nothing is computed until an office asks.
enum OnPlanRecorded {
  static let reaction = Reaction.to(PlanRecorded.self) { event, stamp in
    [
      PlanCostsHeard(
        project: event.project, plan: event.plan, lines: event.lines, sharedCosts: event.sharedCosts,
        subsidyArea: event.subsidyArea, socialCapital: event.socialCapital, apportionment: event.apportionment,
        source: stamp.source, buildingWeights: event.buildingWeights)
    ]
  }
}
