import Contracts
import DomainModel
import ServiceKit

/// One account of a project's ledger: the money of one fund for one purpose, in one state.
struct LedgerAccount: Entity {
  static let kind = "ledger-account"
  let project: ProjectID
  let purpose: FundPurpose
  let fund: Fund
  let account: LedgerAccountKind
  var debits: Money
  var credits: Money

  var key: String { LedgerAccount.prefix(project, purpose, fund) + account.rawValue }

  static func prefix(_ project: ProjectID, _ purpose: FundPurpose, _ fund: Fund) -> String {
    "\(project)/\(purpose.rawValue)/\(fund.rawValue)/"
  }

  /// On the account's own side; postings never take it below zero.
  var balance: Money { account.isDebit ? debits.reduced(by: credits) : credits.reduced(by: debits) }
}

/// One line of the ledger.
struct LedgerEntry: Entity {
  static let kind = "ledger-entry"
  let project: ProjectID
  /// The event that posted it, and which of its lines this is.
  let sequence: Int64
  let line: Int
  let on: BusinessDate
  let purpose: FundPurpose
  let fund: Fund
  let debit: LedgerAccountKind
  let credit: LedgerAccountKind
  let amount: Money

  var key: String { "\(project)/\(KeyDigits.padded(Int(sequence), to: 15))-\(KeyDigits.padded(line, to: 2))" }
}

/// Numbers in keys, padded so that keys sort as their numbers do.
enum KeyDigits {
  static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
