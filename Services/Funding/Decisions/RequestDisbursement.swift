import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in a request for payment, within its purpose and, for works, within contract sum and progress.
enum RequestDisbursementDecision: Decision {
  static func look(_ command: RequestDisbursement, at view: any EntityView) throws -> ProjectFunds {
    try view.funds(of: command.project)
  }

  static func decide(
    _ command: RequestDisbursement, seeing funds: ProjectFunds, under ruling: Ruling
  ) throws -> Outcome<DisbursementReport> {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    guard funds.account != nil else { throw Refusal(.accountMissing) }
    let parts = command.parts
    guard !parts.isEmpty, Set(parts.map(\.fund)).count == parts.count, parts.allSatisfy({ $0.amount > .zero }) else {
      throw Refusal(.partsRepeated, pointers: ["/parts"])
    }
    let amount = try Money.sum(parts.map(\.amount))
    try ruling.require(
      try ruling.useOfMoney(for: command.purpose, command.category, before: funds.askedForWorks, asked: amount))
    let path = DisbursementPath.usual
    let id = DisbursementID(command.project, funds.disbursements + 1)
    let event = DisbursementRequested(
      project: command.project, disbursement: id, path: Listing(capped: path.states), category: command.category,
      payee: command.payee, purpose: command.purpose, parts: parts, amount: amount, invoice: command.invoice,
      by: ruling.taker)
    return Outcome(
      [event],
      reply: DisbursementReport(
        disbursement: id, state: path.first, category: command.category, payee: command.payee, purpose: command.purpose,
        parts: parts.items, amount: amount, since: ruling.effectiveOn))
  }
}
