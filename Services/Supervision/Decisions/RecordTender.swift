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
    try ruling.passGate(adding: [try encouraged(command.form, ruling)].compactMap { $0 })
    return Outcome([
      TenderRecorded(
        project: command.project, form: command.form, winner: command.winner, contractSum: command.contractSum,
        document: command.document)
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
