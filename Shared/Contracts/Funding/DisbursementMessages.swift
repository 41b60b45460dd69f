import DomainModel

/// How much of a payment comes from which money.
public struct FundPart: Codable, Hashable, Sendable {
  public let fund: Fund
  public let amount: Money

  public init(fund: Fund, amount: Money) {
    self.fund = fund
    self.amount = amount
  }
}

/// Ask for project money to be paid: first of the steps that a payment goes through, none of which can be skipped.
public struct RequestDisbursement: ProjectCommand {
  public static var name: WireName { "funding.request-disbursement" }
  public static var senders: Set<Role> { [.constructionUnit, .contractor, .subdistrict] }
  public static var example: RequestDisbursement {
    RequestDisbursement(
      project: "330382-2024-0007", category: .works, payee: "zhejiang-builders", purpose: .projectCosts,
      parts: [FundPart(fund: .resident, amount: .sample)], invoice: .sample)
  }
  public typealias Reply = DisbursementReport

  public let project: ProjectID
  public let category: CostCategory
  /// The organisation that is to be paid.
  public let payee: OrganisationID
  public let purpose: FundPurpose
  /// From which money; each fund once.
  public let parts: Listing<FundPart, 3>
  /// The payment application with its supporting papers.
  public let invoice: DocumentHash

  public var documents: [DocumentHash] { [invoice] }

  public init(
    project: ProjectID, category: CostCategory, payee: OrganisationID, purpose: FundPurpose,
    parts: Listing<FundPart, 3>, invoice: DocumentHash
  ) {
    self.project = project
    self.category = category
    self.payee = payee
    self.purpose = purpose
    self.parts = parts
    self.invoice = invoice
  }
}

/// A payment as it stands.
public struct DisbursementReport: Codable, Hashable, Sendable {
  public let disbursement: DisbursementID
  /// `requested`, `checked`, `approved`, `paid`, `rejected`, or what the city has between them.
  public let state: Identifier<SlugKind>
  public let category: CostCategory
  public let payee: OrganisationID
  public let purpose: FundPurpose
  public let parts: [FundPart]
  public let amount: Money
  /// The day of the last step.
  public let since: BusinessDate

  public init(
    disbursement: DisbursementID, state: Identifier<SlugKind>, category: CostCategory, payee: OrganisationID,
    purpose: FundPurpose, parts: [FundPart], amount: Money, since: BusinessDate
  ) {
    self.disbursement = disbursement
    self.state = state
    self.category = category
    self.payee = payee
    self.purpose = purpose
    self.parts = parts
    self.amount = amount
    self.since = since
  }
}

/// A payment was asked for.
public struct DisbursementRequested: ProjectEvent {
  public static var name: WireName { "funding.disbursement-requested" }
  public static var example: DisbursementRequested {
    DisbursementRequested(
      project: "330382-2024-0007", disbursement: "330382-2024-0007/D1",
      path: ["requested", "checked", "approved", "paid"],
      category: .works, payee: "zhejiang-builders", purpose: .projectCosts,
      parts: [FundPart(fund: .resident, amount: .sample)], amount: .sample, invoice: .sample, by: .example)
  }

  public let project: ProjectID
  public let disbursement: DisbursementID
  /// The states this payment goes through, as the city has them on the day of the request.
  public let path: Listing<Identifier<SlugKind>, 10>
  public let category: CostCategory
  public let payee: OrganisationID
  public let purpose: FundPurpose
  public let parts: Listing<FundPart, 3>
  /// The sum of the parts.
  public let amount: Money
  public let invoice: DocumentHash
  public let by: StepTaker

  public init(
    project: ProjectID, disbursement: DisbursementID, path: Listing<Identifier<SlugKind>, 10>, category: CostCategory,
    payee: OrganisationID, purpose: FundPurpose, parts: Listing<FundPart, 3>, amount: Money, invoice: DocumentHash,
    by: StepTaker
  ) {
    self.project = project
    self.disbursement = disbursement
    self.path = path
    self.category = category
    self.payee = payee
    self.purpose = purpose
    self.parts = parts
    self.amount = amount
    self.invoice = invoice
    self.by = by
  }
}

/// Check a request against the works and the papers (复核): housing or the renovation office.
public struct CheckDisbursement: ProjectCommand {
  public static var name: WireName { "funding.check-disbursement" }
  public static var senders: Set<Role> { [.housing, .renovationOffice] }
  public static var example: CheckDisbursement { CheckDisbursement(disbursement: "330382-2024-0007/D1") }
  public typealias Reply = DisbursementReport

  public let disbursement: DisbursementID
  /// The written opinion of the check, if there is one.
  public let opinion: DocumentHash?

  public var project: ProjectID { disbursement.project() }
  public var documents: [DocumentHash] { [opinion].compactMap { $0 } }

  public init(disbursement: DisbursementID, opinion: DocumentHash? = nil) {
    self.disbursement = disbursement
    self.opinion = opinion
  }
}

/// Approve a checked request: finance. From now on the money is bound.
public struct ApproveDisbursement: ProjectCommand {
  public static var name: WireName { "funding.approve-disbursement" }
  public static var senders: Set<Role> { [.finance, .cityGovernment] }
  public static var example: ApproveDisbursement { ApproveDisbursement(disbursement: "330382-2024-0007/D1") }
  public typealias Reply = DisbursementReport

  public let disbursement: DisbursementID
  public let opinion: DocumentHash?

  public var project: ProjectID { disbursement.project() }
  public var documents: [DocumentHash] { [opinion].compactMap { $0 } }

  public init(disbursement: DisbursementID, opinion: DocumentHash? = nil) {
    self.disbursement = disbursement
    self.opinion = opinion
  }
}

/// Record that an approved payment was made. Where a city pays through a further account, each payment is recorded.
public struct PayDisbursement: ProjectCommand {
  public static var name: WireName { "funding.pay-disbursement" }
  public static var senders: Set<Role> { [.subdistrict, .finance, .bank] }
  public static var example: PayDisbursement {
    PayDisbursement(disbursement: "330382-2024-0007/D1", transaction: "20240815000011")
  }
  public typealias Reply = DisbursementReport

  public let disbursement: DisbursementID
  /// The bank's number of the payment; each counts once.
  public let transaction: BankReference

  public var project: ProjectID { disbursement.project() }

  public init(disbursement: DisbursementID, transaction: BankReference) {
    self.disbursement = disbursement
    self.transaction = transaction
  }
}

/// Send a request back, with the reason. What was bound for it is free again.
public struct RejectDisbursement: ProjectCommand {
  public static var name: WireName { "funding.reject-disbursement" }
  public static var senders: Set<Role> { [.housing, .renovationOffice, .finance] }
  public static var example: RejectDisbursement {
    RejectDisbursement(disbursement: "330382-2024-0007/D1", reason: "工程量签证资料不全")
  }
  public typealias Reply = DisbursementReport

  public let disbursement: DisbursementID
  public let reason: Text<500>

  public var project: ProjectID { disbursement.project() }

  public init(disbursement: DisbursementID, reason: Text<500>) {
    self.disbursement = disbursement
    self.reason = reason
  }
}

/// A payment went one state further.
public struct DisbursementAdvanced: ProjectEvent {
  public static var name: WireName { "funding.disbursement-advanced" }
  public static var example: DisbursementAdvanced {
    DisbursementAdvanced(
      disbursement: "330382-2024-0007/D1", state: "checked", by: .example, opinion: nil, transaction: nil)
  }

  public let disbursement: DisbursementID
  /// The state it is in now.
  public let state: Identifier<SlugKind>
  public let by: StepTaker
  public let opinion: DocumentHash?
  /// For a payment: the bank's number.
  public let transaction: BankReference?

  public var project: ProjectID { disbursement.project() }

  public init(
    disbursement: DisbursementID, state: Identifier<SlugKind>, by: StepTaker, opinion: DocumentHash?,
    transaction: BankReference?
  ) {
    self.disbursement = disbursement
    self.state = state
    self.by = by
    self.opinion = opinion
    self.transaction = transaction
  }
}

/// A request was sent back.
public struct DisbursementRejected: ProjectEvent {
  public static var name: WireName { "funding.disbursement-rejected" }
  public static var example: DisbursementRejected {
    DisbursementRejected(disbursement: "330382-2024-0007/D1", by: .example, reason: "工程量签证资料不全")
  }

  public let disbursement: DisbursementID
  public let by: StepTaker
  public let reason: Text<500>

  public var project: ProjectID { disbursement.project() }

  public init(disbursement: DisbursementID, by: StepTaker, reason: Text<500>) {
    self.disbursement = disbursement
    self.by = by
    self.reason = reason
  }
}
