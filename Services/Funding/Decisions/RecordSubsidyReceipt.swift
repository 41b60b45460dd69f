import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records subsidy that arrived from a treasury.
enum RecordSubsidyReceiptDecision: Decision {
  private static func recording(_ command: RecordSubsidyReceipt) -> DepositRecording {
    let row = DepositRow(
      transaction: command.transaction, amount: command.amount, clearedOn: command.clearedOn, source: .fiscal)
    return DepositRecording(project: command.project, purpose: .projectCosts, rows: [row], level: command.level)
  }

  static func look(_ command: RecordSubsidyReceipt, at view: any EntityView) throws -> DepositRecording.Sight {
    try recording(command).look(at: view)
  }

  static func decide(
    _ command: RecordSubsidyReceipt, seeing sight: DepositRecording.Sight, under ruling: Ruling
  ) throws -> Outcome<DepositsReport> {
    // What has states of its own to go through is not entered as if it had arrived.
    if command.level != .county, command.level != .pooledProgramme, try GovernmentPath(ruling.law().edition) != nil {
      throw Refusal(.transferNeeded, pointers: ["/level"])
    }
    return try recording(command).decide(seeing: sight, under: ruling).refusingFaults(at: "")
  }
}
