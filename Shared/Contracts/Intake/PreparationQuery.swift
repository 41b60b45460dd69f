import DomainModel

/// What was settled about a project before anybody designs: its assessment, special plan, batch, construction unit and
/// task force, without names.
public struct PreparationQuery: ProjectQuery {
  public static var name: WireName { "intake.preparation" }
  public static var example: PreparationQuery { PreparationQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = PreparationReport
}

/// What was settled about a project before anybody designs; what was not is left out.
public struct PreparationReport: Codable, Hashable, Sendable {
  public let scope: RenovationScope?
  public let isNeeded: Bool?
  public let isFeasible: Bool?
  public let assessedOn: BusinessDate?
  /// The special plan that went to the province with it: `330382-special-2021-2025`.
  public let specialPlan: String?
  /// How far that plan is now; compiled anew, it goes through its stages again.
  public let specialPlanStage: SpecialPlanStage?
  public let isSpecialPlanSubmitted: Bool
  public let batch: PoolBatch?
  /// The body that housing proposed as construction unit, and when.
  public let requestedUnit: OrganisationID?
  public let requestedOn: BusinessDate?
  /// The body that was fixed.
  public let constructionUnit: OrganisationID?
  public let taskForce: [TaskForceSeat]
  public let taskForceOn: BusinessDate?

  public init(
    scope: RenovationScope? = nil, isNeeded: Bool? = nil, isFeasible: Bool? = nil, assessedOn: BusinessDate? = nil,
    specialPlan: String? = nil, specialPlanStage: SpecialPlanStage? = nil, isSpecialPlanSubmitted: Bool,
    batch: PoolBatch? = nil, requestedUnit: OrganisationID? = nil, requestedOn: BusinessDate? = nil,
    constructionUnit: OrganisationID? = nil, taskForce: [TaskForceSeat], taskForceOn: BusinessDate? = nil
  ) {
    self.scope = scope
    self.isNeeded = isNeeded
    self.isFeasible = isFeasible
    self.assessedOn = assessedOn
    self.specialPlan = specialPlan
    self.specialPlanStage = specialPlanStage
    self.isSpecialPlanSubmitted = isSpecialPlanSubmitted
    self.batch = batch
    self.requestedUnit = requestedUnit
    self.requestedOn = requestedOn
    self.constructionUnit = constructionUnit
    self.taskForce = taskForce
    self.taskForceOn = taskForceOn
  }
}
