import DomainModel

/// What the plan comes to for residents and treasury, or the last estimate made.
public struct EstimateQuery: ProjectQuery {
  public static var name: WireName { "funding.estimate" }
  public static var example: EstimateQuery { EstimateQuery(project: "330382-2024-0007") }
  public typealias Answer = EstimateAnswer

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// The latest estimate of a project with what it rests on; empty before the first.
public struct EstimateAnswer: Codable, Hashable, Sendable {
  /// Nil before there is one.
  public let estimate: EstimateReport?
  /// The figures of the verified accounts, once there are any.
  public let final: SubsidyFigures?
  /// What residents pledged to raise, where the city has no formula.
  public let selfRaised: SelfRaisedReport?
  /// What was decided of money beyond the need.
  public let surplus: SurplusDecided?

  public init(
    estimate: EstimateReport?, final: SubsidyFigures?, selfRaised: SelfRaisedReport? = nil,
    surplus: SurplusDecided? = nil
  ) {
    self.estimate = estimate
    self.final = final
    self.selfRaised = selfRaised
    self.surplus = surplus
  }
}

/// What each unit pays and has paid, page by page in the order of unit ids. Units only, no persons.
public struct SharesQuery: ProjectQuery {
  public static var name: WireName { "funding.shares" }
  public static var askers: Set<Role> { Set<Role>.community.union([.finance, .audit, .renovationOffice]) }
  public static var example: SharesQuery { SharesQuery(project: "330382-2024-0007", after: nil, limit: 200) }
  public typealias Answer = SharesAnswer

  public let project: ProjectID
  /// The last unit of the page before.
  public let after: UnitID?
  public let limit: Whole<1, 500>

  public init(project: ProjectID, after: UnitID? = nil, limit: Whole<1, 500> = 200) {
    self.project = project
    self.after = after
    self.limit = limit
  }
}

/// How the residents’ amount is spread over the units, in roll order.
public struct SharesAnswer: Codable, Hashable, Sendable {
  /// Nil before shares were fixed.
  public let division: SharesReport?
  public let units: [Unit]
  /// Ask again after this unit; nil at the end.
  public let next: UnitID?

  /// One unit with its share and what was paid of it, in yuan.
  public struct Unit: Codable, Hashable, Sendable {
    public let unit: UnitID
    public let share: Money
    /// Deposits that name the unit. Money paid for the community as a whole names none.
    public let paid: Money

    public init(unit: UnitID, share: Money, paid: Money) {
      self.unit = unit
      self.share = share
      self.paid = paid
    }
  }

  public init(division: SharesReport?, units: [Unit], next: UnitID?) {
    self.division = division
    self.units = units
    self.next = next
  }
}

/// The designated account and the residents' money in it.
public struct AccountQuery: ProjectQuery {
  public static var name: WireName { "funding.account" }
  public static var example: AccountQuery { AccountQuery(project: "330382-2024-0007") }
  public typealias Answer = AccountAnswer

  public let project: ProjectID
  /// The day for which it is asked: money that clears later does not count. Left out: all that has cleared.
  public let asOf: BusinessDate?

  public init(project: ProjectID, asOf: BusinessDate? = nil) {
    self.project = project
    self.asOf = asOf
  }
}

/// The account of the money, what cleared in it, and the in-place ratio (domain §9.6).
public struct AccountAnswer: Codable, Hashable, Sendable {
  /// Nil before one was named.
  public let account: AccountRegistered?
  /// Nil before there is an estimate: the ratio is then unknown, and what is in waits unassigned (domain §18.4).
  public let planned: Money?
  public let cleared: Money
  /// Cleared fen of planned fen; nil while it is unknown or where nothing is planned.
  public let ratio: Share?
  /// What is missing to the planned money; nil while that is unknown.
  public let missing: Money?
  public let completeSince: BusinessDate?

  public init(
    account: AccountRegistered?, planned: Money?, cleared: Money, ratio: Share?, missing: Money?,
    completeSince: BusinessDate?
  ) {
    self.account = account
    self.planned = planned
    self.cleared = cleared
    self.ratio = ratio
    self.missing = missing
    self.completeSince = completeSince
  }
}

/// The ledger of the project's restricted money: balances of all its accounts, and its entries page by page.
public struct LedgerQuery: ProjectQuery {
  public static var name: WireName { "funding.ledger" }
  public static var askers: Set<Role> { [.subdistrict, .finance, .audit, .renovationOffice, .housing, .bank] }
  public static var example: LedgerQuery { LedgerQuery(project: "330382-2024-0007", after: nil, limit: 200) }
  public typealias Answer = LedgerAnswer

  public let project: ProjectID
  /// The entry after which the page begins, as the last page told it.
  public let after: Text<80>?
  public let limit: Whole<1, 500>

  public init(project: ProjectID, after: Text<80>? = nil, limit: Whole<1, 500> = 200) {
    self.project = project
    self.after = after
    self.limit = limit
  }
}

/// What an account of the ledger holds.
public enum LedgerAccountKind: String, WireEnum {
  /// In the bank.
  case cash
  /// Received for the project.
  case received
  /// Paid or bound for works.
  case spentOnWorks = "spent-on-works"
  case spentOnDesign = "spent-on-design"
  case spentOnSupervision = "spent-on-supervision"
  case spentOnOther = "spent-on-other"
  /// Approved and not yet paid.
  case payable
  /// Reversed after it was paid out: to be paid in again.
  case receivable
  /// What the bank took back although it was no longer there; stands against `receivable`.
  case overdrawn
  /// Owed after settlement.
  case due

  /// Whether its balance is debits less credits.
  public var isDebit: Bool {
    switch self {
    case .cash, .spentOnWorks, .spentOnDesign, .spentOnSupervision, .spentOnOther, .receivable, .due: true
    case .received, .payable, .overdrawn: false
    }
  }
}

/// The books of a project’s restricted funds: every account with its balance, and the entries.
public struct LedgerAnswer: Codable, Hashable, Sendable {
  public let accounts: [Account]
  public let debits: Money
  public let credits: Money
  public let entries: [Entry]
  public let next: Text<80>?

  /// One account of the ledger and its balance in yuan.
  public struct Account: Codable, Hashable, Sendable {
    public let purpose: FundPurpose
    public let fund: Fund
    public let kind: LedgerAccountKind
    public let debits: Money
    public let credits: Money
    public let balance: Money

    public init(
      purpose: FundPurpose, fund: Fund, kind: LedgerAccountKind, debits: Money, credits: Money, balance: Money
    ) {
      self.purpose = purpose
      self.fund = fund
      self.kind = kind
      self.debits = debits
      self.credits = credits
      self.balance = balance
    }
  }

  /// One posting: from which account to which, how much, and for what.
  public struct Entry: Codable, Hashable, Sendable {
    /// The event that posted it.
    public let sequence: Int64
    public let on: BusinessDate
    public let purpose: FundPurpose
    public let fund: Fund
    public let debit: LedgerAccountKind
    public let credit: LedgerAccountKind
    public let amount: Money

    public init(
      sequence: Int64, on: BusinessDate, purpose: FundPurpose, fund: Fund, debit: LedgerAccountKind,
      credit: LedgerAccountKind, amount: Money
    ) {
      self.sequence = sequence
      self.on = on
      self.purpose = purpose
      self.fund = fund
      self.debit = debit
      self.credit = credit
      self.amount = amount
    }
  }

  public init(accounts: [Account], debits: Money, credits: Money, entries: [Entry], next: Text<80>?) {
    self.accounts = accounts
    self.debits = debits
    self.credits = credits
    self.entries = entries
    self.next = next
  }
}

/// The payments of a project.
public struct DisbursementsQuery: ProjectQuery {
  public static var name: WireName { "funding.disbursements" }
  public static var example: DisbursementsQuery { DisbursementsQuery(project: "330382-2024-0007") }
  public typealias Answer = DisbursementsAnswer

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// The payments that were asked for, each with its state.
public struct DisbursementsAnswer: Codable, Hashable, Sendable {
  public let disbursements: [DisbursementReport]
  /// What was asked for works and not rejected: what counts against contract sum and progress.
  public let askedForWorks: Money

  public init(disbursements: [DisbursementReport], askedForWorks: Money) {
    self.disbursements = disbursements
    self.askedForWorks = askedForWorks
  }
}

/// The settlement of a project, its items page by page.
public struct SettlementQuery: ProjectQuery {
  public static var name: WireName { "funding.settlement" }
  public static var askers: Set<Role> {
    Set<Role>.community.union([.finance, .audit, .renovationOffice, .cityGovernment])
  }
  public static var example: SettlementQuery { SettlementQuery(project: "330382-2024-0007", after: 0, limit: 200) }
  public typealias Answer = SettlementAnswer

  public let project: ProjectID
  /// The number of the last item of the page before, 0 for the first page.
  public let after: Whole<0, 100_001>
  public let limit: Whole<1, 500>

  public init(project: ProjectID, after: Whole<0, 100_001> = 0, limit: Whole<1, 500> = 200) {
    self.project = project
    self.after = after
    self.limit = limit
  }
}

/// What the verified accounts came to: the figures and the items due or to be refunded (AMB-16).
public struct SettlementAnswer: Codable, Hashable, Sendable {
  /// Nil before the settlement.
  public let settlement: SettlementReport?
  public let items: [Item]

  /// One amount that a household owes, or gets back, after the accounts.
  public struct Item: Codable, Hashable, Sendable {
    public let line: SettlementLine
    public let state: SettlementState

    public init(line: SettlementLine, state: SettlementState) {
      self.line = line
      self.state = state
    }
  }

  public init(settlement: SettlementReport?, items: [Item]) {
    self.settlement = settlement
    self.items = items
  }
}

/// The verified final accounts with what follows from them.
public struct FinalAccountsQuery: ProjectQuery {
  public static var name: WireName { "funding.final-accounts" }
  public static var example: FinalAccountsQuery { FinalAccountsQuery(project: "330382-2024-0007") }
  public typealias Answer = FinalAccountsAnswer

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// What the accounts say, once they are verified.
public struct FinalAccountsAnswer: Codable, Hashable, Sendable {
  /// Nil before they are.
  public let accounts: VerifiedAccounts?
  public let figures: SubsidyFigures?
  public let verifiedOn: BusinessDate?
  /// The organisation whose verification it is; nil where it was recorded before it was kept.
  public let verifiedBy: OrganisationID?
  /// The verified accounts themselves (竣工财务决算).
  public let document: DocumentHash?

  public init(
    accounts: VerifiedAccounts?, figures: SubsidyFigures?, verifiedOn: BusinessDate?, verifiedBy: OrganisationID?,
    document: DocumentHash?
  ) {
    self.accounts = accounts
    self.figures = figures
    self.verifiedOn = verifiedOn
    self.verifiedBy = verifiedBy
    self.document = document
  }
}
