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
  /// The attempts to push it to the province's system, in their order.
  var pushes: [OutboundAttempt<[PlanPushLine]>]?

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
    /// How many projects the plan held then: those adopted later are not in this report.
    var covered: Int?
  }

  var key: String { id }
  var projects: [ProjectID] { adoptions.flatMap(\.projects) }

  /// The projects that no acknowledged push held yet.
  var projectsToPush: [ProjectID] {
    let pushed = Set((pushes ?? []).filter { $0.answer?.isAccepted == true }.flatMap(\.content).map(\.project))
    return projects.filter { !pushed.contains($0) }
  }

  /// The offices to which a project was reported.
  func offices(toldOf project: ProjectID) -> Set<Identifier<SlugKind>> {
    guard let place = projects.firstIndex(of: project) else { return [] }
    return Set(reports.filter { $0.covered.map { place < $0 } ?? true }.map(\.to))
  }

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
        $0.reports.append(
          Report(on: stamp.effectiveOn, to: event.to, document: event.document, covered: $0.projects.count))
      }
    },
    .on(AnnualPlanPushPrepared.self) { event, stamp, entities in
      try change(event.planYear, in: entities) {
        $0.pushes =
          ($0.pushes ?? []) + [
            OutboundAttempt(
              attempt: event.attempt, system: event.system, content: event.lines.items,
              preparedOn: stamp.effectiveOn)
          ]
      }
    },
    .on(AnnualPlanPushAnswered.self) { event, stamp, entities in
      try change(event.planYear, in: entities) { plan in
        guard let place = plan.pushes?.firstIndex(where: { $0.attempt == event.attempt }) else { return }
        plan.pushes?[place].answer = OutboundAttempt.Answer(
          isAccepted: event.isAccepted, number: event.number, reasons: event.reasons, on: stamp.effectiveOn)
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
