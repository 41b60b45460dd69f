import DomainModel

/// Who bears a cost that is no part of the project's shares (domain §9.2; Ziyang 3.2).
public enum OutsideCostBearer: String, WireEnum {
  /// 财政
  case government
  /// 专营单位
  case utility
  /// The household itself.
  case household
  /// The owner of commercial premises.
  case premisesOwner = "premises-owner"
  /// 全体业主分摊
  case owners
}

/// Record a cost that stays outside the project's shares, and who bears it: household meters, pipes inside a home,
/// decoration, commercial premises (Ziyang 3.2).
public struct RecordOutsideCost: ProjectCommand {
  public static var name: WireName { "funding.record-outside-cost" }
  public static var senders: Set<Role> { [.subdistrict, .districtGovernment, .constructionUnit] }
  public static var example: RecordOutsideCost {
    RecordOutsideCost(
      project: "330382-2024-0007", item: "household-meters", bearer: .utility, amount: .sample, evidence: .sample,
      replaces: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The pack's code of what stays outside.
  public let item: Identifier<SlugKind>
  public let bearer: OutsideCostBearer
  public let amount: Money
  public let evidence: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [evidence] }

  public init(
    project: ProjectID, item: Identifier<SlugKind>, bearer: OutsideCostBearer, amount: Money,
    evidence: DocumentHash, replaces: Replacement?
  ) {
    self.project = project
    self.item = item
    self.bearer = bearer
    self.amount = amount
    self.evidence = evidence
    self.replaces = replaces
  }
}

/// A cost outside the shares was recorded.
public struct OutsideCostRecorded: ProjectEvent {
  public static var name: WireName { "funding.outside-cost-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: OutsideCostRecorded {
    OutsideCostRecorded(
      project: "330382-2024-0007", item: "household-meters", bearer: .utility, amount: .sample, evidence: .sample)
  }

  public let project: ProjectID
  public let item: Identifier<SlugKind>
  public let bearer: OutsideCostBearer
  public let amount: Money
  public let evidence: DocumentHash

  public init(
    project: ProjectID, item: Identifier<SlugKind>, bearer: OutsideCostBearer, amount: Money, evidence: DocumentHash
  ) {
    self.project = project
    self.item = item
    self.bearer = bearer
    self.amount = amount
    self.evidence = evidence
  }
}
