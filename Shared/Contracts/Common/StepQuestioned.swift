import DomainModel

/// A step that was taken rests on something that was withdrawn since.
public struct StepQuestioned<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).step-questioned") }
  public static var isCritical: Bool { true }
  public static var example: StepQuestioned {
    StepQuestioned(
      project: "330382-2024-0007", step: "intake.report-to-city", sequence: 31,
      because: SourceRef(feed: .funding, epoch: "5f2a90c1", sequence: 17))
  }

  public let project: ProjectID
  public let step: WireName
  /// The first event of the step in this journal.
  public let sequence: Int64
  /// The withdrawn event.
  public let because: SourceRef

  public init(project: ProjectID, step: WireName, sequence: Int64, because: SourceRef) {
    self.project = project
    self.step = step
    self.sequence = sequence
    self.because = because
  }
}

/// Let a questioned step stand, with a reason.
public struct ConfirmStep<Contract: ServiceContract>: ProjectCommand {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).confirm-step") }
  public static var senders: Set<Role> { [.subdistrict, .renovationOffice, .housing, .finance, .cityGovernment] }
  public static var example: ConfirmStep {
    ConfirmStep(project: "330382-2024-0007", sequence: 31, reason: "资金已补齐，原上报有效")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The first event of the questioned step.
  public let sequence: Int64
  public let reason: Text<500>

  public init(project: ProjectID, sequence: Int64, reason: Text<500>) {
    self.project = project
    self.sequence = sequence
    self.reason = reason
  }
}

/// A questioned step was confirmed.
public struct StepConfirmed<Contract: ServiceContract>: ProjectEvent {
  public static var name: WireName { WireName(stringLiteral: "\(Contract.service.rawValue).step-confirmed") }
  public static var example: StepConfirmed {
    StepConfirmed(project: "330382-2024-0007", sequence: 31, reason: "资金已补齐，原上报有效")
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
