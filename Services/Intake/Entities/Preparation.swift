import Contracts
import DomainModel
import ServiceKit

/// What was settled about a project before anybody designs: its assessment, batch, special plan, construction unit and
/// task force. All of it comes from the project's own stream.
struct Preparation: Entity {
  static let kind = "preparation"
  let project: ProjectID
  var scope: RenovationScope?
  var isNeeded: Bool?
  var isFeasible: Bool?
  var assessedOn: BusinessDate?
  var specialPlan: SpecialPlanPeriod?
  var isSpecialPlanSubmitted = false
  var batch: PoolBatch?
  var requestedUnit: OrganisationID?
  var requestedOn: BusinessDate?
  var seats: [TaskForceSeat] = []
  var taskForceOn: BusinessDate?

  var key: String { project.rawValue }

  init(_ project: ProjectID) {
    self.project = project
  }

  static let folds: [Fold] = [
    change(AreaAssessed.self) { preparation, event, stamp in
      preparation.scope = event.scope
      preparation.isNeeded = event.isNeeded
      preparation.isFeasible = event.isFeasible
      preparation.assessedOn = stamp.effectiveOn
    },
    change(SpecialPlanTold.self) { preparation, event, _ in
      preparation.specialPlan = event.period
      preparation.isSpecialPlanSubmitted = event.isSubmitted
    },
    change(BatchAssigned.self) { preparation, event, _ in preparation.batch = event.batch },
    change(ConstructionUnitRequested.self) { preparation, event, stamp in
      preparation.requestedUnit = event.proposed
      preparation.requestedOn = stamp.effectiveOn
    },
    change(TaskForceFormed.self) { preparation, event, stamp in
      preparation.seats = event.seats.items
      preparation.taskForceOn = stamp.effectiveOn
    },
  ]

  private static func change<E: ProjectEvent>(
    _ type: E.Type, _ body: @escaping @Sendable (inout Preparation, E, EventStamp) -> Void
  ) -> Fold {
    .on(type) { event, stamp, entities in
      var preparation =
        try entities.get(Preparation.self, event.project.rawValue) ?? Preparation(event.project)
      body(&preparation, event, stamp)
      try entities.put(preparation)
    }
  }
}
