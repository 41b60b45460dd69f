import Contracts
import DomainModel
import Policy
import ServiceKit

enum RecordTenderDecision: Decision {
  static func look(_ command: RecordTender, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: RecordTender, seeing works: Works, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(works.tenderOn)
    guard (command.form == .provisionalBudget) == (command.provisional != nil) else {
      throw Refusal(.provisionalPriceMissing, pointers: ["/provisional"])
    }
    try ruling.passGate(
      adding: [try encouraged(command.form, ruling), try withinPrice(command, ruling)].compactMap { $0 })
    return Outcome([
      TenderRecorded(
        project: command.project, form: command.form, winner: command.winner, contractSum: command.contractSum,
        document: command.document, provisional: command.provisional)
    ])
  }

  /// A provisional price less its discount bounds the sum; a fen of rounding goes to the contractor.
  private static func withinPrice(_ command: RecordTender, _ ruling: Ruling) throws -> Finding? {
    guard let price = command.provisional else { return nil }
    let kept = try Share(Int64(10_000 - price.discount.value), of: 10_000)
    let most = try Money(fen: kept.least(of: price.budget.fen))
    return Finding(
      "tender.provisional-price", command.contractSum <= most ? .satisfied : .violated,
      cites: try ruling.law().edition.stated(\.approvals.procurement).citations,
      values: [
        NamedValue("budget", .money(price.budget)), NamedValue("most", .money(most)),
        NamedValue("sum", .money(command.contractSum)),
      ])
  }

  /// The plan encourages some forms and forbids none: another form is told, not refused.
  private static func encouraged(_ form: ProcurementForm, _ ruling: Ruling) throws -> Finding? {
    guard case .stated(let forms, let citations) = try ruling.law().edition.stated(\.approvals.procurement) else {
      return nil
    }
    return .advice(
      "tender.form-encouraged", forms.contains { $0.rawValue == form.rawValue }, cites: citations,
      values: [NamedValue("form", .code(form.rawValue))])
  }
}
