import DomainModel

/// What a construction plan settles (Sichuan 6.2).
public enum ConstructionPlanTopic: String, WireEnum {
  /// 减少扰民
  case disturbance
  /// 质量
  case quality
  /// 安全文明施工
  case safety
  /// 工期安排
  case schedule
}

/// Record the construction plan (施工方案) that the task force makes with the contractor, so that residents are disturbed
/// less and works are sound and safe (Sichuan 6.2).
public struct RecordConstructionPlan: ProjectCommand {
  public static var name: WireName { "supervision.record-construction-plan" }
  public static var senders: Set<Role> { [.taskForce, .constructionUnit] }
  public static var example: RecordConstructionPlan {
    RecordConstructionPlan(
      project: "330382-2024-0007", topics: [.disturbance, .quality, .safety], contractor: "qingjiang-build-2",
      document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// What it settles; at least one.
  public let topics: Listing<ConstructionPlanTopic, 8>
  /// The contractor who took part.
  public let contractor: OrganisationID
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, topics: Listing<ConstructionPlanTopic, 8>, contractor: OrganisationID, document: DocumentHash
  ) {
    self.project = project
    self.topics = topics
    self.contractor = contractor
    self.document = document
  }
}

/// The construction plan was made.
public struct ConstructionPlanRecorded: ProjectEvent {
  public static var name: WireName { "supervision.construction-plan-recorded" }
  public static var example: ConstructionPlanRecorded {
    ConstructionPlanRecorded(
      project: "330382-2024-0007", topics: [.disturbance, .quality, .safety], contractor: "qingjiang-build-2",
      document: .sample)
  }

  public let project: ProjectID
  /// What it settles; at least one.
  public let topics: Listing<ConstructionPlanTopic, 8>
  /// The contractor who took part.
  public let contractor: OrganisationID
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.constructionPlanMade, .flag(true))] }

  public init(
    project: ProjectID, topics: Listing<ConstructionPlanTopic, 8>, contractor: OrganisationID, document: DocumentHash
  ) {
    self.project = project
    self.topics = topics
    self.contractor = contractor
    self.document = document
  }
}
