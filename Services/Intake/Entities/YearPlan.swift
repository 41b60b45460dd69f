import Contracts
import DomainModel
import ServiceKit

/// The plan of one year and division: what the city can bear, what was adopted, to whom it was reported.
struct YearPlan: Entity {
  static let kind = "year-plan"
  let id: String
  let division: DivisionCode
  let year: Int
  var available: Money?
  var assessedOn: BusinessDate?
  var adoptions: [Adoption] = []
  var reports: [Report] = []

  struct Adoption: Codable, Hashable, Sendable {
    let on: BusinessDate
    let projects: [ProjectID]
    let document: DocumentHash
    let deadline: BusinessDate?
    let isLate: Bool
    let lateReason: Text<500>?
  }

  struct Report: Codable, Hashable, Sendable {
    let on: BusinessDate
    let to: Identifier<SlugKind>
    let document: DocumentHash
  }

  var key: String { id }
  var projects: [ProjectID] { adoptions.flatMap(\.projects) }

  static let folds: [Fold] = [
    .on(FiscalCapacityAssessed.self) { event, stamp, entities in
      try change(event.planYear, in: entities) {
        $0.available = event.available
        $0.assessedOn = stamp.effectiveOn
      }
    },
    .on(AnnualPlanAdopted.self) { event, stamp, entities in
      try change(event.planYear, in: entities) {
        $0.adoptions.append(
          Adoption(
            on: stamp.effectiveOn, projects: event.projects.items, document: event.document, deadline: event.deadline,
            isLate: event.isLate, lateReason: event.lateReason))
      }
    },
    .on(AnnualPlanReported.self) { event, stamp, entities in
      try change(event.planYear, in: entities) {
        $0.reports.append(Report(on: stamp.effectiveOn, to: event.to, document: event.document))
      }
    },
  ]

  private static func change(
    _ planYear: PlanYear, in entities: any EntityEditor, _ body: (inout YearPlan) -> Void
  ) throws {
    var plan =
      try entities.get(YearPlan.self, planYear.id)
      ?? YearPlan(id: planYear.id, division: planYear.division, year: planYear.year.value)
    body(&plan)
    try entities.put(plan)
  }
}
