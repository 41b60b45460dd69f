import DomainModel

/// One line of a bank statement: money that cleared in the designated account.
public struct DepositRow: Codable, Hashable, Sendable {
  /// The bank's number; each counts once.
  public let transaction: BankReference
  public let amount: Money
  /// The day on which it cleared, from which it counts.
  public let clearedOn: BusinessDate
  public let source: DepositSource
  /// The unit it was paid for, if it was paid for one.
  public let unit: UnitID?

  public init(
    transaction: BankReference, amount: Money, clearedOn: BusinessDate, source: DepositSource, unit: UnitID? = nil
  ) {
    self.transaction = transaction
    self.amount = amount
    self.clearedOn = clearedOn
    self.source = source
    self.unit = unit
  }

  public static let example = DepositRow(
    transaction: "20240301000017", amount: .sample, clearedOn: .sample, source: .personal, unit: "u-03-1-502")
}

/// Record the deposits of a bank statement. Each row stands for itself: one that was recorded before, or that cannot
/// be, is told and the others are kept.
public struct RecordDeposits: ProjectCommand {
  public static var name: WireName { "funding.record-deposits" }
  public static var senders: Set<Role> { [.subdistrict, .bank, .finance] }
  public static var example: RecordDeposits {
    RecordDeposits(project: "330382-2024-0007", purpose: .projectCosts, rows: [.example])
  }
  public typealias Reply = DepositsReport

  public let project: ProjectID
  /// What all of the rows were paid for.
  public let purpose: FundPurpose
  public let rows: Listing<DepositRow, 500>
  /// The bank's statement.
  public let statement: DocumentHash?

  public var documents: [DocumentHash] { [statement].compactMap { $0 } }

  public init(
    project: ProjectID, purpose: FundPurpose, rows: Listing<DepositRow, 500>, statement: DocumentHash? = nil
  ) {
    self.project = project
    self.purpose = purpose
    self.rows = rows
    self.statement = statement
  }
}

/// Record one deposit.
public struct RecordDeposit: ProjectCommand {
  public static var name: WireName { "funding.record-deposit" }
  public static var senders: Set<Role> { [.subdistrict, .bank, .finance] }
  public static var example: RecordDeposit {
    RecordDeposit(project: "330382-2024-0007", purpose: .projectCosts, deposit: .example)
  }
  public typealias Reply = DepositsReport

  public let project: ProjectID
  public let purpose: FundPurpose
  public let deposit: DepositRow
  /// The bank's slip.
  public let slip: DocumentHash?

  public var documents: [DocumentHash] { [slip].compactMap { $0 } }

  public init(project: ProjectID, purpose: FundPurpose, deposit: DepositRow, slip: DocumentHash? = nil) {
    self.project = project
    self.purpose = purpose
    self.deposit = deposit
    self.slip = slip
  }
}

/// Record subsidy that arrived from a treasury.
public struct RecordSubsidyReceipt: ProjectCommand {
  public static var name: WireName { "funding.record-subsidy-receipt" }
  public static var senders: Set<Role> { [.finance, .subdistrict] }
  public static var example: RecordSubsidyReceipt {
    RecordSubsidyReceipt(
      project: "330382-2024-0007", transaction: "20240901000003", amount: .sample, clearedOn: .sample, level: .county,
      allocation: .sample)
  }
  public typealias Reply = DepositsReport

  public let project: ProjectID
  public let transaction: BankReference
  public let amount: Money
  public let clearedOn: BusinessDate
  /// Which treasury pays.
  public let level: TreasuryLevel
  /// The paper that allocates the money (资金下达文件).
  public let allocation: DocumentHash
  /// Where a rule from above has central or provincial money come another way than through the city's states.
  public let upperRule: UpperRule?

  public var documents: [DocumentHash] { [allocation] + [upperRule?.paper].compactMap { $0 } }

  public init(
    project: ProjectID, transaction: BankReference, amount: Money, clearedOn: BusinessDate, level: TreasuryLevel,
    allocation: DocumentHash, upperRule: UpperRule? = nil
  ) {
    self.project = project
    self.transaction = transaction
    self.amount = amount
    self.clearedOn = clearedOn
    self.level = level
    self.allocation = allocation
    self.upperRule = upperRule
  }
}

/// A rule of centre or province on how its money is sent down, which goes before the city's own (Ziyang 3.5).
public struct UpperRule: Codable, Hashable, Sendable {
  /// The rule's paper.
  public let paper: DocumentHash
  /// What it says of the way, and why it applies here.
  public let reason: Text<500>

  public init(paper: DocumentHash, reason: Text<500>) {
    self.paper = paper
    self.reason = reason
  }
}

/// Whose treasury a subsidy comes from. All of it counts against the cap unless the city says otherwise (AMB-20).
public enum TreasuryLevel: String, WireEnum {
  case central, provincial, prefecture, county
  /// Money of another programme that is pooled into the project (专项资金整合, Yueqing plan 5.2.3).
  case pooledProgramme = "pooled-programme"
}

/// Fiscal money of one level.
public struct FiscalPart: Codable, Hashable, Sendable {
  public let level: TreasuryLevel
  public let amount: Money

  public init(level: TreasuryLevel, amount: Money) {
    self.level = level
    self.amount = amount
  }
}

/// Why a row of a statement was not recorded.
public enum RowFault: String, WireEnum {
  /// Recorded before, with the same content.
  case recordedBefore = "recorded-before"
  /// The number was recorded before with another content: one of the two is wrong.
  case numberUsed = "number-used"
  /// It cleared after the day of the record.
  case clearsLater = "clears-later"
  case noAmount = "no-amount"
}

/// What a statement came to.
public struct DepositsReport: Codable, Hashable, Sendable {
  public let recorded: Int
  /// The sum of what was recorded.
  public let amount: Money
  /// The rows that were not recorded, each with its reason.
  public let notRecorded: [Row]
  /// All resident money of the project that has cleared.
  public let total: Money
  public let standing: FundsStanding

  /// One line of a bank statement: what came in, for which unit, and when it cleared.
  public struct Row: Codable, Hashable, Sendable {
    /// The row's place in the command, from 0.
    public let row: Int
    public let transaction: BankReference
    public let fault: RowFault

    public init(row: Int, transaction: BankReference, fault: RowFault) {
      self.row = row
      self.transaction = transaction
      self.fault = fault
    }
  }

  public init(recorded: Int, amount: Money, notRecorded: [Row], total: Money, standing: FundsStanding) {
    self.recorded = recorded
    self.amount = amount
    self.notRecorded = notRecorded
    self.total = total
    self.standing = standing
  }
}

/// Deposits were recorded. A statement of many rows becomes several of these; the first of them speaks for all.
public struct DepositsRecorded: ProjectEvent {
  public static var name: WireName { "funding.deposits-recorded" }
  public static var readers: Readers { .roles([.subdistrict, .bank, .finance, .audit, .renovationOffice]) }
  public static var example: DepositsRecorded {
    DepositsRecorded(
      project: "330382-2024-0007", account: 1, purpose: .projectCosts, rows: [.example], level: nil, standing: .example)
  }
  /// So many rows still make an event of less than 64 KiB.
  public static let most = 250

  public let project: ProjectID
  public let account: Whole<1, 99>
  public let purpose: FundPurpose
  public let rows: Listing<DepositRow, 250>
  /// For subsidy: the treasury it came from.
  public let level: TreasuryLevel?
  /// After the whole statement, where it changes what gates may count; nil for the statement's further parts too.
  public let standing: FundsStanding?
  /// For central and provincial money that came by a rule from above and not through the city's states: an exception.
  public let upperRule: UpperRule?

  public var facts: [FactStatement] { standing?.facts ?? [] }

  public init(
    project: ProjectID, account: Whole<1, 99>, purpose: FundPurpose, rows: Listing<DepositRow, 250>,
    level: TreasuryLevel?, standing: FundsStanding?, upperRule: UpperRule? = nil
  ) {
    self.project = project
    self.account = account
    self.purpose = purpose
    self.rows = rows
    self.level = level
    self.standing = standing
    self.upperRule = upperRule
  }
}

/// Why a recorded deposit no longer stands.
public enum ReversalCause: String, WireEnum {
  /// The bank took the money back (退汇、冲正).
  case bankReversal = "bank-reversal"
  /// The row was entered wrongly; its number may be recorded again.
  case entryError = "entry-error"
}

/// Record that a deposit was reversed. It happened, so it is never refused for what it says: what was already paid out
/// of it becomes a receivable.
public struct RecordReversal: ProjectCommand {
  public static var name: WireName { "funding.record-reversal" }
  public static var senders: Set<Role> { [.subdistrict, .bank, .finance] }
  public static var example: RecordReversal {
    RecordReversal(
      project: "330382-2024-0007", transaction: "20240301000017", cause: .bankReversal, reference: "20240309000002")
  }
  public typealias Reply = ReversalReport

  public let project: ProjectID
  /// The deposit's number.
  public let transaction: BankReference
  /// Of which of the project's accounts; left out: the one in use.
  public let account: Whole<1, 99>?
  public let cause: ReversalCause
  /// The bank's number of the reversal.
  public let reference: BankReference?
  public let notice: DocumentHash?

  public var documents: [DocumentHash] { [notice].compactMap { $0 } }

  public init(
    project: ProjectID, transaction: BankReference, account: Whole<1, 99>? = nil, cause: ReversalCause,
    reference: BankReference? = nil, notice: DocumentHash? = nil
  ) {
    self.project = project
    self.transaction = transaction
    self.account = account
    self.cause = cause
    self.reference = reference
    self.notice = notice
  }
}

/// What a reversal came to.
public struct ReversalReport: Codable, Hashable, Sendable {
  public let amount: Money
  /// What was already paid out and is to be paid in again.
  public let receivable: Money
  public let standing: FundsStanding

  public init(amount: Money, receivable: Money, standing: FundsStanding) {
    self.amount = amount
    self.receivable = receivable
    self.standing = standing
  }
}

/// A deposit was reversed.
public struct DepositReversed: ProjectEvent {
  public static var name: WireName { "funding.deposit-reversed" }
  public static var readers: Readers { .roles([.subdistrict, .bank, .finance, .audit, .renovationOffice]) }
  public static var example: DepositReversed {
    DepositReversed(
      project: "330382-2024-0007", account: 1, transaction: "20240301000017", purpose: .projectCosts,
      row: .example, cause: .bankReversal, reference: "20240309000002", receivable: .zero, standing: .example)
  }

  public let project: ProjectID
  public let account: Whole<1, 99>
  public let transaction: BankReference
  public let purpose: FundPurpose
  /// The deposit as it was recorded.
  public let row: DepositRow
  public let cause: ReversalCause
  public let reference: BankReference?
  /// What was no longer in the account.
  public let receivable: Money
  /// Nil where it changes nothing that gates may count.
  public let standing: FundsStanding?

  /// The plan is stated again because the events that stated it may come into question by the reversal.
  public var facts: [FactStatement] {
    guard let standing else { return [] }
    return (standing.planned.map { [FactStatement(.residentFundsPlanned, .money($0))] } ?? []) + standing.facts
  }

  public init(
    project: ProjectID, account: Whole<1, 99>, transaction: BankReference, purpose: FundPurpose, row: DepositRow,
    cause: ReversalCause, reference: BankReference?, receivable: Money, standing: FundsStanding?
  ) {
    self.project = project
    self.account = account
    self.transaction = transaction
    self.purpose = purpose
    self.row = row
    self.cause = cause
    self.reference = reference
    self.receivable = receivable
    self.standing = standing
  }
}

/// Record the owners' pledge for the part of their money that is not in yet (Wenzhou 3.6, AMB-23).
public struct RecordPledge: ProjectCommand {
  public static var name: WireName { "funding.record-pledge" }
  public static var senders: Set<Role> { .community }
  public static var example: RecordPledge {
    RecordPledge(project: "330382-2024-0007", form: .allMembersSigned, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let form: PledgeForm
  public let document: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, form: PledgeForm, document: DocumentHash, replaces: Replacement? = nil) {
    self.project = project
    self.form = form
    self.document = document
    self.replaces = replaces
  }
}

/// How a pledge was given; the documents name no form (AMB-23).
public enum PledgeForm: String, WireEnum {
  case allMembersSigned = "all-members-signed"
  case ownerByOwner = "owner-by-owner"
}

/// The owners pledged the remainder.
public struct PledgeRecorded: ProjectEvent {
  public static var name: WireName { "funding.pledge-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: PledgeRecorded {
    PledgeRecorded(project: "330382-2024-0007", form: .allMembersSigned, document: .sample)
  }

  public let project: ProjectID
  public let form: PledgeForm
  public let document: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.remainderPledged, .flag(true))] }

  public init(project: ProjectID, form: PledgeForm, document: DocumentHash) {
    self.project = project
    self.form = form
    self.document = document
  }
}
