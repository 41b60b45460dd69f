import Contracts
import DomainModel
import Policy
import ServiceKit

/// What the three commands that record deposits have in common: a statement of rows, each of which counts once.
struct DepositRecording {
  let project: ProjectID
  let purpose: FundPurpose
  let rows: [DepositRow]
  let level: TreasuryLevel?
  /// For money from above that came by a rule of its own.
  var upperRule: UpperRule?

  /// What is known of the project and of the rows' numbers.
  struct Sight {
    let funds: ProjectFunds
    let days: [ClearedOn]
    let money: ResidentMoney
    /// Deposits under the rows' numbers, those that still stand.
    let known: [BankReference: DepositRow]
  }

  func look(at view: any EntityView) throws -> Sight {
    let funds = try view.funds(of: project)
    var known: [BankReference: DepositRow] = [:]
    if let account = funds.account?.account.value {
      for row in rows {
        let deposit = try view.get(Deposit.self, Deposit.key(project, account, row.transaction))
        // A number that was entered wrongly may be used again; one that the bank reversed stays used.
        if let deposit, deposit.reversed != .entryError { known[row.transaction] = deposit.row }
      }
    }
    return Sight(
      funds: funds, days: try view.clearedDays(of: project), money: try view.residentMoney(of: project), known: known)
  }

  /// The events and the report; rows that cannot be recorded are told, the others are kept.
  func decide(seeing sight: Sight, under ruling: Ruling) throws -> Outcome<DepositsReport> {
    let law = try ruling.law()
    guard let account = sight.funds.account?.account else { throw Refusal(.accountMissing) }
    var known = sight.known
    var kept: [DepositRow] = []
    var faults: [DepositsReport.Row] = []
    for (place, row) in rows.enumerated() {
      if let fault = DepositRecording.fault(of: row, known: known, on: ruling.effectiveOn) {
        faults.append(DepositsReport.Row(row: place, transaction: row.transaction, fault: fault))
      } else {
        known[row.transaction] = row
        kept.append(row)
      }
    }

    let counted = purpose == .projectCosts ? kept.filter { $0.source.fund == .resident } : []
    let funds = FundsOnDays(
      sight.days + counted.map { ClearedOn($0.clearedOn, $0.amount) }, planned: sight.funds.planned)
    let standing = try FundsStanding(funds)
    // Stated only where it changes what gates may count: the event that completed the money stays what steps rest on.
    let isNews = !counted.isEmpty && standing != sight.money.standing
    var events: [any Event] = []
    for first in stride(from: 0, to: kept.count, by: DepositsRecorded.most) {
      events.append(
        DepositsRecorded(
          project: project, account: account, purpose: purpose,
          rows: Listing(capped: Array(kept[first..<min(first + DepositsRecorded.most, kept.count)])), level: level,
          standing: first == 0 && isNews ? standing : nil, upperRule: upperRule))
    }
    if isNews { try ruling.require([standing.finding(under: law, resting: sight.funds.plannedBy)]) }
    return Outcome(
      events,
      reply: DepositsReport(
        recorded: kept.count, amount: try Money.sum(kept.map(\.amount)), notRecorded: faults, total: try funds.total(),
        standing: standing))
  }

  private static func fault(
    of row: DepositRow, known: [BankReference: DepositRow], on day: BusinessDate
  ) -> RowFault? {
    if let before = known[row.transaction] { return before == row ? .recordedBefore : .numberUsed }
    if row.amount == .zero { return .noAmount }
    return row.clearedOn > day ? .clearsLater : nil
  }
}

extension FundsStanding {
  /// The in-place ratio as a receipt shows it; it guards nothing here.
  func finding(under law: Law, resting source: SourceRef?) -> Finding {
    let ratio = InPlaceRatio(cleared: cleared, planned: planned)
    let rule = law.edition.stated(\.funding.gates)
    var values = [NamedValue("cleared", .money(cleared))]
    if let planned { values.append(NamedValue("planned", .money(planned))) }
    if let missing = ratio.missing(to: .whole) { values.append(NamedValue("missing", .money(missing))) }
    if let share = ratio.share { values.append(NamedValue("ratio", .share(share))) }
    if let completeSince { values.append(NamedValue("complete-since", .date(completeSince))) }
    let result: Finding.Result =
      switch ratio.reaches(.whole) {
      case true?: .satisfied
      case false?: .violated
      case nil: .unknown
      }
    return Finding(
      "funding.in-place-ratio", result, force: .advises, cites: rule.citations, values: values,
      sources: [source].compactMap { $0 })
  }
}
