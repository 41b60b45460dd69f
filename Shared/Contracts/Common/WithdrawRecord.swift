import DomainModel

/// Take back a record that was wrong. It stays in the journal; everything is computed again without it, and what rests on
/// it is put in question.
public struct WithdrawRecord<Contract: ServiceContract>: Command {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).withdraw-record") }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .finance] }
  public static var example: WithdrawRecord {
    WithdrawRecord(project: "330382-2024-0007", sequence: 17, reason: "录入错误，重复登记")
  }
  public typealias Reply = Accepted

  /// The project whose stream holds the record.
  public let project: ProjectID
  /// The event's number in this service's journal.
  public let sequence: Int64
  public let reason: Text<500>

  public var subject: String { project.rawValue }
  public var concerns: ProjectID? { project }

  public init(project: ProjectID, sequence: Int64, reason: Text<500>) {
    self.project = project
    self.sequence = sequence
    self.reason = reason
  }
}

/// A record was taken back by its owner.
public struct RecordWithdrawn<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).record-withdrawn") }
  public static var isCritical: Bool { true }
  public static var example: RecordWithdrawn {
    RecordWithdrawn(project: "330382-2024-0007", sequence: 17, reason: "录入错误，重复登记")
  }

  public let project: ProjectID
  public let sequence: Int64
  public let reason: Text<500>

  public init(project: ProjectID, sequence: Int64, reason: Text<500>) {
    self.project = project
    self.sequence = sequence
    self.reason = reason
  }
}

/// This service heard that another took back a record.
public struct WithdrawalHeard<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).withdrawal-heard") }
  public static var readers: Readers { .own }
  public static var example: WithdrawalHeard {
    WithdrawalHeard(
      project: "330382-2024-0007", source: SourceRef(feed: .funding, epoch: "5f2a90c1", sequence: 40), withdrawn: 17)
  }

  public let project: ProjectID
  /// The event that told of the withdrawal.
  public let source: SourceRef
  /// The number of the withdrawn event in that feed.
  public let withdrawn: Int64

  public init(project: ProjectID, source: SourceRef, withdrawn: Int64) {
    self.project = project
    self.source = source
    self.withdrawn = withdrawn
  }
}
