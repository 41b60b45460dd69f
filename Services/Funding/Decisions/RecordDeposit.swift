import Contracts
import DomainModel
import ServiceKit

/// Records one deposit, or refuses it: alone, there is no row beside it that must be kept.
enum RecordDepositDecision: Decision {
  private static func recording(_ command: RecordDeposit) -> DepositRecording {
    DepositRecording(project: command.project, purpose: command.purpose, rows: [command.deposit], level: nil)
  }

  static func look(_ command: RecordDeposit, at view: any EntityView) throws -> DepositRecording.Sight {
    try recording(command).look(at: view)
  }

  static func decide(
    _ command: RecordDeposit, seeing sight: DepositRecording.Sight, under ruling: Ruling
  ) throws -> Outcome<DepositsReport> {
    try recording(command).decide(seeing: sight, under: ruling).refusingFaults(at: "/deposit")
  }
}

extension Outcome<DepositsReport> {
  /// A single deposit that cannot be recorded is refused.
  func refusingFaults(at pointer: String) throws -> Outcome<DepositsReport> {
    guard let fault = reply.notRecorded.first?.fault else { return self }
    switch fault {
    case .recordedBefore: throw Refusal(.depositKnown, pointers: ["\(pointer)/transaction"])
    case .numberUsed: throw Refusal(.depositNumberUsed, pointers: ["\(pointer)/transaction", "\(pointer)/amount"])
    case .clearsLater: throw Refusal(.depositClearsLater, pointers: ["\(pointer)/clearedOn"])
    case .noAmount: throw Refusal(.amountMissing, pointers: ["\(pointer)/amount"])
    }
  }
}
