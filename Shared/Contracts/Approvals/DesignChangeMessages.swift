import DomainModel

/// Approve a design change that supervision holds. Yueqing is silent on who does; the effect on the investment is
/// checked against the bounds of merging.
public struct ApproveDesignChange: ProjectCommand {
  public static var name: WireName { "approvals.approve-design-change" }
  public static var senders: Set<Role> { [.housing, .developmentReform, .renovationOffice] }
  public static var example: ApproveDesignChange {
    ApproveDesignChange(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", addition: .sample, reduction: .zero,
      reason: "管线与图纸不符，增设检查井", document: .sample)
  }
  public typealias Reply = InvestmentReview

  public let project: ProjectID
  /// As supervision numbered it.
  public let change: ChangeID
  /// What it adds to the investment.
  public let addition: Money
  /// What it saves.
  public let reduction: Money
  public let reason: Text<500>
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, change: ChangeID, addition: Money, reduction: Money, reason: Text<500>, document: DocumentHash
  ) {
    self.project = project
    self.change = change
    self.addition = addition
    self.reduction = reduction
    self.reason = reason
    self.document = document
  }
}

/// A design change was approved.
public struct DesignChangeApproved: ProjectEvent {
  public static var name: WireName { "approvals.design-change-approved" }
  public static var example: DesignChangeApproved {
    DesignChangeApproved(
      project: "330382-2024-0007", change: "330382-2024-0007/G1", addition: .sample, reduction: .zero,
      investment: .sample, reason: "管线与图纸不符，增设检查井", document: .sample, organisation: "yueqing-housing",
      needsRecheck: false)
  }

  public let project: ProjectID
  public let change: ChangeID
  public let addition: Money
  public let reduction: Money
  /// The project's investment with it.
  public let investment: Money
  public let reason: Text<500>
  public let document: DocumentHash
  public let organisation: OrganisationID
  public let needsRecheck: Bool

  public init(
    project: ProjectID, change: ChangeID, addition: Money, reduction: Money, investment: Money, reason: Text<500>,
    document: DocumentHash, organisation: OrganisationID, needsRecheck: Bool
  ) {
    self.project = project
    self.change = change
    self.addition = addition
    self.reduction = reduction
    self.investment = investment
    self.reason = reason
    self.document = document
    self.organisation = organisation
    self.needsRecheck = needsRecheck
  }
}
