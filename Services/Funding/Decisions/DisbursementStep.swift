import Contracts
import DomainModel
import Policy
import ServiceKit

/// What the steps of a payment have in common: they find it, and none can be skipped.
struct DisbursementStep {
  let disbursement: Disbursement
  let funds: ProjectFunds
  /// What each of the payment's funds holds.
  let balances: [Fund: FundBalances]

  static func look(_ id: DisbursementID, at view: any EntityView) throws -> DisbursementStep {
    guard let payment = try view.get(Disbursement.self, Disbursement.key(id)) else {
      throw Refusal(.disbursementUnknown, pointers: ["/disbursement"])
    }
    var balances: [Fund: FundBalances] = [:]
    for part in payment.parts {
      balances[part.fund] = try view.balances(of: part.fund, for: payment.purpose, in: payment.project)
    }
    return DisbursementStep(
      disbursement: payment, funds: try view.funds(of: payment.project), balances: balances)
  }

  /// The state it enters, which must be the very next one and at a place that the step takes it to.
  func entering(_ places: ClosedRange<Int>, on ruling: Ruling) throws -> Identifier<SlugKind> {
    try ruling.requireNotBefore(disbursement.since)
    guard let place = disbursement.place, let next = disbursement.next, places.contains(place + 1) else {
      throw Refusal(
        .disbursementNotInState,
        values: [
          NamedValue("state", .code(disbursement.state.rawValue)),
          NamedValue("needed", .code(disbursement.next?.rawValue ?? disbursement.state.rawValue)),
        ], pointers: ["/disbursement"])
    }
    return next
  }

  /// No fund goes below what `holds` says it has.
  func requireBalances(_ holds: (FundBalances) -> Money) throws {
    for part in disbursement.parts {
      let available = balances[part.fund].map(holds) ?? .zero
      guard available < part.amount else { continue }
      throw Refusal(
        .balanceTooLow,
        values: [
          NamedValue("fund", .code(part.fund.rawValue)), NamedValue("available", .money(available)),
          NamedValue("asked", .money(part.amount)),
        ])
    }
  }

  func advanced(
    to state: Identifier<SlugKind>, on ruling: Ruling, opinion: DocumentHash? = nil, transaction: BankReference? = nil
  ) -> Outcome<DisbursementReport> {
    var after = disbursement
    after.state = state
    after.since = ruling.effectiveOn
    return Outcome(
      [
        DisbursementAdvanced(
          disbursement: disbursement.id, state: state, by: ruling.taker, opinion: opinion, transaction: transaction)
      ], reply: after.report)
  }
}

extension Ruling {
  /// The findings that guard the use of project money: its purpose by the pack's gate, and our bounds for works.
  func useOfMoney(
    for purpose: FundPurpose, _ category: CostCategory, before: Money, asked: Money
  ) throws -> [Finding] {
    let allowed = try law().edition.settled(\.funding.purposes)
    var findings = try judge(
      "funding.disburse",
      judging: [
        "funds.purpose-allowed": { rule in
          let holds = allowed.value?.contains { $0.rawValue == purpose.rawValue } ?? true
          return rule.finding(holds ? .satisfied : .violated, [NamedValue("purpose", .code(purpose.rawValue))])
        }
      ])
    if category == .works, let facts {
      findings += try DisbursementBounds(before: before, asked: asked).findings(over: facts, on: effectiveOn)
    }
    return findings
  }
}
