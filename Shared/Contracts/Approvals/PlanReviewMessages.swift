import DomainModel

/// Which plan a review is about, where a city reviews twice (Tiexi 6.3, 6.4).
public enum ReviewedPlan: String, WireEnum {
  /// 初步方案
  case preliminary
  /// 设计方案、一区一策
  case detailed
}

/// Record how the competent office reviewed a plan version, where the city's rules ask for it.
public struct RecordPlanReview: ProjectCommand {
  public static var name: WireName { "approvals.record-plan-review" }
  public static var senders: Set<Role> { [.renovationOffice, .housing, .naturalResources, .districtGovernment] }
  public static var example: RecordPlanReview {
    RecordPlanReview(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2", stage: .detailed, isPassed: true, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let plan: PlanID
  public let stage: ReviewedPlan
  public let isPassed: Bool
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, plan: PlanID, stage: ReviewedPlan, isPassed: Bool, document: DocumentHash) {
    self.project = project
    self.plan = plan
    self.stage = stage
    self.isPassed = isPassed
    self.document = document
  }
}

/// The competent office reviewed a plan version.
public struct PlanReviewRecorded: ProjectEvent {
  public static var name: WireName { "approvals.plan-review-recorded" }
  public static var example: PlanReviewRecorded {
    PlanReviewRecorded(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2", stage: .detailed, isPassed: true, document: .sample,
      organisation: "ziyang-housing")
  }

  public let project: ProjectID
  public let plan: PlanID
  public let stage: ReviewedPlan
  public let isPassed: Bool
  public let document: DocumentHash
  public let organisation: OrganisationID

  public var facts: [FactStatement] {
    stage == .detailed
      ? [
        FactStatement(.planReviewPassed, .flag(isPassed)), FactStatement(.planReviewVersion, .code(plan.rawValue)),
      ] : []
  }

  public init(
    project: ProjectID, plan: PlanID, stage: ReviewedPlan, isPassed: Bool, document: DocumentHash,
    organisation: OrganisationID
  ) {
    self.project = project
    self.plan = plan
    self.stage = stage
    self.isPassed = isPassed
    self.document = document
    self.organisation = organisation
  }
}
