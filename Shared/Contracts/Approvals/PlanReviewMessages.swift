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
  public static var senders: Set<Role> {
    [.cityRenovationOffice, .renovationOffice, .housing, .naturalResources, .districtGovernment]
  }
  public static var example: RecordPlanReview {
    RecordPlanReview(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2", stage: .detailed, isPassed: true, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let plan: PlanID
  public let stage: ReviewedPlan
  public let isPassed: Bool
  /// Why it is returned; what is to be changed.
  public let reasons: Text<1000>?
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, plan: PlanID, stage: ReviewedPlan, isPassed: Bool, reasons: Text<1000>? = nil,
    document: DocumentHash
  ) {
    self.project = project
    self.plan = plan
    self.stage = stage
    self.isPassed = isPassed
    self.reasons = reasons
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
  public let reasons: Text<1000>?
  public let document: DocumentHash
  public let organisation: OrganisationID

  /// The two reviews are two states: one does not stand for the other (AMB-36).
  public var facts: [FactStatement] {
    switch stage {
    case .preliminary: [FactStatement(.preliminaryReviewPassed, .flag(isPassed))]
    case .detailed:
      [
        FactStatement(.planReviewPassed, .flag(isPassed)), FactStatement(.planReviewVersion, .code(plan.rawValue)),
      ]
    }
  }

  public init(
    project: ProjectID, plan: PlanID, stage: ReviewedPlan, isPassed: Bool, reasons: Text<1000>? = nil,
    document: DocumentHash, organisation: OrganisationID
  ) {
    self.project = project
    self.plan = plan
    self.stage = stage
    self.isPassed = isPassed
    self.reasons = reasons
    self.document = document
    self.organisation = organisation
  }
}

/// How a project's plan was reviewed, review by review.
public struct PlanReviewsQuery: ProjectQuery {
  public static var name: WireName { "approvals.plan-reviews" }
  public static var example: PlanReviewsQuery { PlanReviewsQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = PlanReviews
}

/// The reviews of a project's plan, oldest first.
public struct PlanReviews: Codable, Hashable, Sendable {
  public let reviews: [Review]

  public init(reviews: [Review]) {
    self.reviews = reviews
  }

  /// One review and what it came to.
  public struct Review: Codable, Hashable, Sendable {
    public let stage: ReviewedPlan
    public let plan: PlanID
    public let isPassed: Bool
    public let reasons: Text<1000>?
    public let organisation: OrganisationID
    public let on: BusinessDate

    public init(
      stage: ReviewedPlan, plan: PlanID, isPassed: Bool, reasons: Text<1000>?, organisation: OrganisationID,
      on: BusinessDate
    ) {
      self.stage = stage
      self.plan = plan
      self.isPassed = isPassed
      self.reasons = reasons
      self.organisation = organisation
      self.on = on
    }
  }
}
