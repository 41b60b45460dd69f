import Contracts
import DomainModel
import ServiceKit

/// Records a bank statement: every row that can be, and tells the others.
enum RecordDepositsDecision: Decision {
  private static func recording(_ command: RecordDeposits) -> DepositRecording {
    DepositRecording(project: command.project, purpose: command.purpose, rows: command.rows.items, level: nil)
  }

  static func look(_ command: RecordDeposits, at view: any EntityView) throws -> DepositRecording.Sight {
    try recording(command).look(at: view)
  }

  static func decide(
    _ command: RecordDeposits, seeing sight: DepositRecording.Sight, under ruling: Ruling
  ) throws -> Outcome<DepositsReport> {
    try recording(command).decide(seeing: sight, under: ruling)
  }
}
