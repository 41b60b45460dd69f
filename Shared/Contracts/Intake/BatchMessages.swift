import DomainModel

/// Which of the three batches of the pool a project is in (Sichuan 3.3, Tiexi 2.2).
public enum PoolBatch: String, WireEnum {
  /// 实施一批
  case implement
  /// 谋划一批
  case plan
  /// 储备一批
  case reserve
}

/// A project and its batch.
public struct BatchLine: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let batch: PoolBatch

  public init(project: ProjectID, batch: PoolBatch) {
    self.project = project
    self.batch = batch
  }
}

/// Divide the project pool into what is carried out, what is planned and what is kept in reserve (实施、谋划、储备). Sent
/// again it moves projects.
public struct AssignBatches: Command {
  public static var name: WireName { "intake.assign-batches" }
  public static var senders: Set<Role> { [.housing, .renovationOffice, .districtGovernment] }
  public static var example: AssignBatches {
    AssignBatches(
      planYear: .sample, lines: [BatchLine(project: "330382-2024-0007", batch: .implement)],
      document: DocumentHash.sample)
  }
  public typealias Reply = Accepted

  public let planYear: PlanYear
  public let lines: Listing<BatchLine, 200>
  public let document: DocumentHash

  public var subject: String { planYear.id }
  public var documents: [DocumentHash] { [document] }

  public init(planYear: PlanYear, lines: Listing<BatchLine, 200>, document: DocumentHash) {
    self.planYear = planYear
    self.lines = lines
    self.document = document
  }
}

/// A project was put into a batch of the pool.
public struct BatchAssigned: ProjectEvent {
  public static var name: WireName { "intake.batch-assigned" }
  public static var example: BatchAssigned {
    BatchAssigned(
      project: "330382-2024-0007", planYear: .sample, batch: .implement, document: DocumentHash.sample)
  }

  public let project: ProjectID
  public let planYear: PlanYear
  public let batch: PoolBatch
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.poolBatch, .code(batch.rawValue))] }

  public init(project: ProjectID, planYear: PlanYear, batch: PoolBatch, document: DocumentHash) {
    self.project = project
    self.planYear = planYear
    self.batch = batch
    self.document = document
  }
}
