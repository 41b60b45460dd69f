import Contracts
import DomainModel
import Policy
import ServiceKit

/// Government money went one account further. The city's part leaves its treasury only up to the district's own money in
/// place; what reaches the project's account is booked there as fiscal money, earmarked like all of it (Ziyang 3.5).
enum PayTransferDecision: Decision {
  struct Sight {
    let step: TransferStep
    let account: AccountRegistered?
    let isNumberUsed: Bool
  }

  static func look(_ command: PayTransfer, at view: any EntityView) throws -> Sight {
    let step = try TransferStep.look(command.transfer, at: view)
    let account = try view.funds(of: command.project).account
    let payment = try view.get(BankPayment.self, BankPayment.key(command.project, command.transaction))
    let deposit = try account.flatMap {
      try view.get(Deposit.self, Deposit.key(command.project, $0.account.value, command.transaction))
    }
    return Sight(step: step, account: account, isNumberUsed: payment != nil || deposit != nil)
  }

  static func decide(
    _ command: PayTransfer, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    let edition = try ruling.law().edition
    guard let path = GovernmentPath(edition) else { throw Refusal(.transfersNotForeseen) }
    let transfer = sight.step.transfer
    let next = try sight.step.entering(path.payments, on: ruling)
    guard !sight.isNumberUsed else { throw Refusal(.bankNumberUsed, pointers: ["/transaction"]) }
    if next == transfer.firstPayment {
      try ruling.passGate(adding: [try match(sight.step, edition)].compactMap { $0 })
      return sight.step.advanced(to: next, on: ruling, transaction: command.transaction)
    }
    guard let account = sight.account?.account else { throw Refusal(.accountMissing) }
    try ruling.passGate()
    let row = DepositRow(
      transaction: command.transaction, amount: transfer.amount, clearedOn: ruling.effectiveOn, source: .fiscal)
    let arrived = DepositsRecorded(
      project: transfer.project, account: account, purpose: .projectCosts, rows: [row], level: transfer.level,
      standing: nil)
    return sight.step.advanced(to: next, on: ruling, transaction: command.transaction, with: [arrived])
  }

  /// Central and provincial money waits for nobody's match.
  private static func match(_ step: TransferStep, _ edition: Edition) throws -> Finding? {
    guard step.transfer.kind == .cityShare else { return nil }
    return try CityShareBounds().match(
      inPlace: step.money.districtInPlace, before: step.money.cityPaid, asked: step.transfer.amount, under: edition)
  }
}
