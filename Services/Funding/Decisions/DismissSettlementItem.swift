import Contracts
import DomainModel
import ServiceKit

/// A person decides, with a reason, not to pursue items.
enum DismissSettlementItemDecision: Decision {
  static func look(_ command: DismissSettlementItem, at view: any EntityView) throws -> SettlementDeciding {
    try SettlementDeciding.look(command.project, command.items.items, at: view)
  }

  static func decide(
    _ command: DismissSettlementItem, seeing deciding: SettlementDeciding, under ruling: Ruling
  ) throws -> Outcome<SettlementReport> {
    _ = try ruling.law()
    try ruling.requireNotHalted()
    return try deciding.decided(.dismissed, reason: command.reason, on: ruling)
  }
}
