import Contracts
import DomainModel
import ServiceKit

/// An approved payment was made, into the next account of the city's path or to the payee.
enum PayDisbursementDecision: Decision {
  struct Sight {
    let step: DisbursementStep
    let isNumberUsed: Bool
  }

  static func look(_ command: PayDisbursement, at view: any EntityView) throws -> Sight {
    let step = try DisbursementStep.look(command.disbursement, at: view)
    let used = try view.get(BankPayment.self, BankPayment.key(command.project, command.transaction))
    return Sight(step: step, isNumberUsed: used != nil)
  }

  static func decide(
    _ command: PayDisbursement, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<DisbursementReport> {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    let next = try sight.step.entering(3...10, on: ruling)
    guard !sight.isNumberUsed else { throw Refusal(.bankNumberUsed, pointers: ["/transaction"]) }
    try sight.step.requireBalances { $0[.cash] }
    return sight.step.advanced(to: next, on: ruling, transaction: command.transaction)
  }
}
