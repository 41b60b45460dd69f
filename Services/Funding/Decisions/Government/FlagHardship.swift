import Contracts
import DomainModel
import ServiceKit

/// Marks a household as needy. Its unit and the reason go into the vault and nowhere else.
enum FlagHardshipDecision: Decision {
  static func look(_ command: FlagHardship, at view: any EntityView) throws -> GovernmentMoney {
    try view.governmentMoney(of: command.project)
  }

  static func decide(
    _ command: FlagHardship, seeing money: GovernmentMoney, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    _ = try ruling.law()
    guard !money.needyHouseholds.contains(command.household) else {
      throw Refusal(.hardshipKnown, pointers: ["/household"])
    }
    let record = PersonRecord(
      person: command.household, for: .hardship, personal: ["unit": command.unit.rawValue],
      protected: ["hardship": command.kind.rawValue])
    return Outcome([HardshipFlagged(project: command.project, household: command.household)], persons: [record])
  }
}
