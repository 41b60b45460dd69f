import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records subsidy that arrived from a treasury.
enum RecordSubsidyReceiptDecision: Decision {
  private static func recording(_ command: RecordSubsidyReceipt) -> DepositRecording {
    let row = DepositRow(
      transaction: command.transaction, amount: command.amount, clearedOn: command.clearedOn, source: .fiscal)
    return DepositRecording(
      project: command.project, purpose: .projectCosts, rows: [row], level: command.level,
      upperRule: command.upperRule)
  }

  static func look(_ command: RecordSubsidyReceipt, at view: any EntityView) throws -> DepositRecording.Sight {
    try recording(command).look(at: view)
  }

  static func decide(
    _ command: RecordSubsidyReceipt, seeing sight: DepositRecording.Sight, under ruling: Ruling
  ) throws -> Outcome<DepositsReport> {
    let edition = try ruling.law().edition
    let isUpper = command.level == .central || command.level == .provincial
    let precedence = edition.stated(\.funding.upperRules)
    let hasPath = GovernmentPath(edition) != nil
    if command.upperRule != nil {
      guard isUpper, hasPath, precedence.value == .takePrecedence else {
        throw Refusal(.upperRuleNotForeseen, pointers: ["/upperRule"])
      }
      try ruling.require([exception(command, precedence.citations)])
    } else if hasPath, isUpper || command.level == .prefecture {
      // What has states of its own to go through is not entered as if it had arrived.
      throw Refusal(.transferNeeded, pointers: ["/level"])
    }
    return try recording(command).decide(seeing: sight, under: ruling).refusingFaults(at: "")
  }

  /// The city's own way was not taken: told as what it is, with the article that lets a rule from above go first.
  private static func exception(_ command: RecordSubsidyReceipt, _ cites: [Citation]) -> Finding {
    Finding(
      "funding.by-city-path", .overridden, cites: cites,
      values: [NamedValue("level", .code(command.level.rawValue)), NamedValue("amount", .money(command.amount))])
  }
}
