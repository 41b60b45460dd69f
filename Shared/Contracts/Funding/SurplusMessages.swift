import DomainModel

/// What becomes of money that a project does not need (AMB-21): the documents do not say, so a person decides.
public enum SurplusOutcome: String, WireEnum {
  /// Given back to whom it came from.
  case returned
  /// Kept for the upkeep of the community.
  case keptForUpkeep = "kept-for-upkeep"
  /// The works are enlarged by a further plan version.
  case worksEnlarged = "works-enlarged"
  /// Not called in.
  case notCalledIn = "not-called-in"
}

/// Decide what becomes of social capital, or of fiscal money outside the cap, beyond a project's need (AMB-20, AMB-21). It
/// moves no money: what is returned is paid as a disbursement. Decided again, the later decision stands.
public struct DecideSurplus: ProjectCommand {
  public static var name: WireName { "funding.decide-surplus" }
  public static var senders: Set<Role> { [.finance, .renovationOffice, .cityGovernment] }
  public static var example: DecideSurplus {
    DecideSurplus(
      project: "330382-2024-0007", outcome: .returned, reason: "社会资金超出所需部分退回出资单位", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let outcome: SurplusOutcome
  public let reason: Text<500>
  /// The decision itself.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, outcome: SurplusOutcome, reason: Text<500>, document: DocumentHash) {
    self.project = project
    self.outcome = outcome
    self.reason = reason
    self.document = document
  }
}

/// What becomes of the money beyond the need was decided, by whom and why.
public struct SurplusDecided: ProjectEvent {
  public static var name: WireName { "funding.surplus-decided" }
  public static var example: SurplusDecided {
    SurplusDecided(
      project: "330382-2024-0007", outcome: .returned, amount: .sample, reason: "社会资金超出所需部分退回出资单位",
      document: .sample, by: .example)
  }

  public let project: ProjectID
  public let outcome: SurplusOutcome
  /// As it stood when it was decided.
  public let amount: Money
  public let reason: Text<500>
  public let document: DocumentHash
  public let by: StepTaker

  public init(
    project: ProjectID, outcome: SurplusOutcome, amount: Money, reason: Text<500>, document: DocumentHash, by: StepTaker
  ) {
    self.project = project
    self.outcome = outcome
    self.amount = amount
    self.reason = reason
    self.document = document
    self.by = by
  }
}
