import Contracts
import DomainModel
import ServiceKit

/// Posts the entries of one event. Both sides of an entry are written together, so debits and credits are always equal.
struct LedgerWriter {
  let entities: any EntityEditor
  let stamp: EventStamp
  let project: ProjectID
  let purpose: FundPurpose
  private var line = 0

  init(_ entities: any EntityEditor, _ stamp: EventStamp, project: ProjectID, purpose: FundPurpose) {
    self.entities = entities
    self.stamp = stamp
    self.project = project
    self.purpose = purpose
  }

  func balances(of fund: Fund) throws -> FundBalances {
    try entities.balances(of: fund, for: purpose, in: project)
  }

  mutating func post(_ postings: [Posting], in fund: Fund) throws {
    for posting in postings {
      line += 1
      try change(posting.debit, fund) { $0.debits = try $0.debits.adding(posting.amount) }
      try change(posting.credit, fund) { $0.credits = try $0.credits.adding(posting.amount) }
      try entities.put(
        LedgerEntry(
          project: project, sequence: stamp.sequence, line: line, on: stamp.effectiveOn, purpose: purpose, fund: fund,
          debit: posting.debit, credit: posting.credit, amount: posting.amount))
    }
  }

  private func change(_ kind: LedgerAccountKind, _ fund: Fund, _ post: (inout LedgerAccount) throws -> Void) throws {
    var account =
      try entities.get(LedgerAccount.self, LedgerAccount.prefix(project, purpose, fund) + kind.rawValue)
      ?? LedgerAccount(project: project, purpose: purpose, fund: fund, account: kind, debits: .zero, credits: .zero)
    try post(&account)
    try entities.put(account)
  }
}
