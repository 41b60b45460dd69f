import DomainModel

/// Which government money is on its way to a project (Ziyang 3.5).
public enum TransferKind: String, WireEnum {
  /// 市级承担资金: the city's part, against the district's own money in place.
  case cityShare = "city-share"
  /// 中央、省补助资金: on the housing bureau's opinion.
  case upperSubsidy = "upper-subsidy"
}

/// Government money on its way to a project, as it stands.
public struct TransferReport: Codable, Hashable, Sendable {
  public let transfer: TransferID
  public let kind: TransferKind
  /// One of the city's states of payment, or `rejected`.
  public let state: Identifier<SlugKind>
  public let amount: Money
  /// The day of the last step.
  public let since: BusinessDate

  public init(
    transfer: TransferID, kind: TransferKind, state: Identifier<SlugKind>, amount: Money, since: BusinessDate
  ) {
    self.transfer = transfer
    self.kind = kind
    self.state = state
    self.amount = amount
    self.since = since
  }
}

/// The district applies for a part of what the city bears (Ziyang 3.5): the first of states of which none is skipped.
public struct ApplyForCityShare: ProjectCommand {
  public static var name: WireName { "funding.apply-for-city-share" }
  public static var senders: Set<Role> { [.districtGovernment] }
  public static var example: ApplyForCityShare {
    ApplyForCityShare(project: "330382-2024-0007", amount: .sample, application: .sample)
  }
  public typealias Reply = TransferReport

  public let project: ProjectID
  public let amount: Money
  public let application: DocumentHash

  public var documents: [DocumentHash] { [application] }

  public init(project: ProjectID, amount: Money, application: DocumentHash) {
    self.project = project
    self.amount = amount
    self.application = application
  }
}

/// The housing bureau gives its opinion, on which the city's treasury pays central and provincial money (Ziyang 3.5).
public struct GiveSubsidyOpinion: ProjectCommand {
  public static var name: WireName { "funding.give-subsidy-opinion" }
  public static var senders: Set<Role> { [.housing] }
  public static var example: GiveSubsidyOpinion {
    GiveSubsidyOpinion(project: "330382-2024-0007", amount: .sample, level: .provincial, opinion: .sample)
  }
  public typealias Reply = TransferReport

  public let project: ProjectID
  public let amount: Money
  /// Central or provincial.
  public let level: TreasuryLevel
  public let opinion: DocumentHash

  public var documents: [DocumentHash] { [opinion] }

  public init(project: ProjectID, amount: Money, level: TreasuryLevel, opinion: DocumentHash) {
    self.project = project
    self.amount = amount
    self.level = level
    self.opinion = opinion
  }
}

/// The housing bureau checks the district's application (复核, Ziyang 3.5).
public struct CheckCityShare: ProjectCommand {
  public static var name: WireName { "funding.check-city-share" }
  public static var senders: Set<Role> { [.housing] }
  public static var example: CheckCityShare {
    CheckCityShare(transfer: "330382-2024-0007/B1", opinion: .sample)
  }
  public typealias Reply = TransferReport

  public let transfer: TransferID
  public let opinion: DocumentHash

  public var project: ProjectID { transfer.project() }

  public var documents: [DocumentHash] { [opinion] }

  public init(transfer: TransferID, opinion: DocumentHash) {
    self.transfer = transfer
    self.opinion = opinion
  }
}

/// The city government agrees to a checked application (Ziyang 3.5).
public struct ApproveCityShare: ProjectCommand {
  public static var name: WireName { "funding.approve-city-share" }
  public static var senders: Set<Role> { [.cityGovernment] }
  public static var example: ApproveCityShare {
    ApproveCityShare(transfer: "330382-2024-0007/B1", approval: .sample)
  }
  public typealias Reply = TransferReport

  public let transfer: TransferID
  public let approval: DocumentHash

  public var project: ProjectID { transfer.project() }

  public var documents: [DocumentHash] { [approval] }

  public init(transfer: TransferID, approval: DocumentHash) {
    self.transfer = transfer
    self.approval = approval
  }
}

/// Record that government money went one account further: into the livelihood account at the treasury, then into the
/// project's own account (Ziyang 3.5).
public struct PayTransfer: ProjectCommand {
  public static var name: WireName { "funding.pay-transfer" }
  public static var senders: Set<Role> { [.finance] }
  public static var example: PayTransfer {
    PayTransfer(transfer: "330382-2024-0007/B1", transaction: "20210615000011")
  }
  public typealias Reply = TransferReport

  public let transfer: TransferID
  /// The bank's number of the payment; each counts once.
  public let transaction: BankReference

  public var project: ProjectID { transfer.project() }

  public init(transfer: TransferID, transaction: BankReference) {
    self.transfer = transfer
    self.transaction = transaction
  }
}

/// Send an application back with the reason, while nothing of it is paid.
public struct RejectTransfer: ProjectCommand {
  public static var name: WireName { "funding.reject-transfer" }
  public static var senders: Set<Role> { [.housing, .cityGovernment, .finance] }
  public static var example: RejectTransfer {
    RejectTransfer(transfer: "330382-2024-0007/B1", reason: "附件缺区级资金到位凭证")
  }
  public typealias Reply = TransferReport

  public let transfer: TransferID
  public let reason: Text<500>

  public var project: ProjectID { transfer.project() }

  public init(transfer: TransferID, reason: Text<500>) {
    self.transfer = transfer
    self.reason = reason
  }
}

/// Government money was applied for, or an opinion on it given.
public struct TransferRequested: ProjectEvent {
  public static var name: WireName { "funding.transfer-requested" }
  public static var example: TransferRequested {
    TransferRequested(
      project: "330382-2024-0007", transfer: "330382-2024-0007/B1", kind: .cityShare, path: ["applied", "checked-by-housing"],
      amount: .sample, level: .prefecture, document: .sample, by: .example)
  }

  public let project: ProjectID
  public let transfer: TransferID
  public let kind: TransferKind
  /// The states it goes through, as the city has them on the day of the request.
  public let path: Listing<Identifier<SlugKind>, 10>
  public let amount: Money
  public let level: TreasuryLevel
  public let document: DocumentHash
  public let by: StepTaker

  public init(
    project: ProjectID, transfer: TransferID, kind: TransferKind, path: Listing<Identifier<SlugKind>, 10>,
    amount: Money, level: TreasuryLevel, document: DocumentHash, by: StepTaker
  ) {
    self.project = project
    self.transfer = transfer
    self.kind = kind
    self.path = path
    self.amount = amount
    self.level = level
    self.document = document
    self.by = by
  }
}

/// Government money went one state further.
public struct TransferAdvanced: ProjectEvent {
  public static var name: WireName { "funding.transfer-advanced" }
  public static var example: TransferAdvanced {
    TransferAdvanced(transfer: "330382-2024-0007/B1", state: "checked-by-housing", by: .example, document: .sample, transaction: nil)
  }

  public let transfer: TransferID
  /// The state it is in now.
  public let state: Identifier<SlugKind>
  public let by: StepTaker
  public let document: DocumentHash?
  /// For a payment: the bank's number.
  public let transaction: BankReference?

  public var project: ProjectID { transfer.project() }

  public init(
    transfer: TransferID, state: Identifier<SlugKind>, by: StepTaker, document: DocumentHash?,
    transaction: BankReference?
  ) {
    self.transfer = transfer
    self.state = state
    self.by = by
    self.document = document
    self.transaction = transaction
  }
}

/// An application for government money was sent back.
public struct TransferRejected: ProjectEvent {
  public static var name: WireName { "funding.transfer-rejected" }
  public static var example: TransferRejected {
    TransferRejected(transfer: "330382-2024-0007/B1", by: .example, reason: "附件缺区级资金到位凭证")
  }

  public let transfer: TransferID
  public let by: StepTaker
  public let reason: Text<500>

  public var project: ProjectID { transfer.project() }

  public init(transfer: TransferID, by: StepTaker, reason: Text<500>) {
    self.transfer = transfer
    self.by = by
    self.reason = reason
  }
}
