import Contracts
import DomainModel
import ServiceKit

/// An application is sent back while nothing of it is paid; it no longer counts against the city's part.
enum RejectTransferDecision: Decision {
  static func look(_ command: RejectTransfer, at view: any EntityView) throws -> TransferStep {
    try TransferStep.look(command.transfer, at: view)
  }

  static func decide(
    _ command: RejectTransfer, seeing step: TransferStep, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    _ = try ruling.law()
    try ruling.requireNotBefore(step.transfer.since)
    guard step.transfer.next != nil, !step.transfer.isPaidOut else {
      throw Refusal(
        .transferNotInState,
        values: [
          NamedValue("state", .code(step.transfer.state.rawValue)),
          NamedValue("needed", .code(step.transfer.next?.rawValue ?? step.transfer.state.rawValue)),
        ], pointers: ["/transfer"])
    }
    var after = step.transfer
    after.state = Transfer.rejected
    after.since = ruling.effectiveOn
    return Outcome(
      [TransferRejected(transfer: after.id, by: ruling.taker, reason: command.reason)], reply: after.report)
  }
}
