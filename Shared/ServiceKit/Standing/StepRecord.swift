import DomainModel

/// A step that was taken, with its receipt: what is shown of it, and searched when something it rests on is withdrawn.
public struct StepRecord: Entity {
  public static let kind = "step"
  public let project: ProjectID
  /// The first event of the step.
  public let sequence: Int64
  public let receipt: Receipt
  public var inQuestion: SourceRef?

  public var key: String { StepRecord.key(project, sequence) }

  public static func key(_ project: ProjectID, _ sequence: Int64) -> String {
    let digits = String(sequence)
    return "\(project)#" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  public init(project: ProjectID, sequence: Int64, receipt: Receipt) {
    self.project = project
    self.sequence = sequence
    self.receipt = receipt
  }

  /// The events that the findings rest on.
  public var sources: Set<SourceRef> { Set(receipt.findings.flatMap(\.sources)) }
}
