import Contracts
import DomainModel
import ServiceKit

/// Records how far the first instalment of the maintenance fund is paid (Ziyang Annex 1).
enum RecordFirstInstalmentDecision: Decision {
  static func look(_ command: RecordFirstInstalment, at view: any EntityView) throws {}

  static func decide(
    _ command: RecordFirstInstalment, seeing: Void, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    _ = try ruling.law()
    guard command.unitsPaid <= command.unitsDue else {
      throw Refusal(.instalmentContradicts, pointers: ["/unitsPaid"])
    }
    let isBare = !command.paidInBefore && (command.unitsDue.value == 0 || (command.unitsPaid.value > 0) != (command.amount > .zero))
    guard !isBare else { throw Refusal(.instalmentContradicts, pointers: ["/unitsDue", "/amount"]) }
    return Outcome([
      FirstInstalmentRecorded(
        project: command.project, paidInBefore: command.paidInBefore, unitsDue: command.unitsDue,
        unitsPaid: command.unitsPaid, amount: command.amount, evidence: command.evidence)
    ])
  }
}
