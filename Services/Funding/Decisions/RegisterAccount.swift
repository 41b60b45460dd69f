import Contracts
import DomainModel
import Policy
import ServiceKit

/// Names the designated account. The whole number is for the vault alone.
enum RegisterAccountDecision: Decision {
  static func look(_ command: RegisterAccount, at view: any EntityView) throws -> ProjectFunds {
    try view.funds(of: command.project)
  }

  static func decide(
    _ command: RegisterAccount, seeing funds: ProjectFunds, under ruling: Ruling
  ) throws -> Outcome<AccountRegistered> {
    let law = try ruling.law()
    try ruling.requireNotHalted()
    if let known = funds.account, command.reason == nil {
      throw Refusal(
        .accountRegisteredBefore, values: [NamedValue("last-four", .code(known.lastFourDigits))], pointers: ["/reason"])
    }
    let number = (funds.account?.account.value ?? 0) + 1
    guard let account = try? Whole<1, 99>(number), let lastFour = Int(command.number.rawValue.suffix(4)),
      let digits = try? Whole<0, 9999>(lastFour), let record = try? PersonID("account-\(command.project)-\(number)")
    else { throw ArithmeticFault.overflow }
    let event = AccountRegistered(
      project: command.project, account: account, bank: command.bank, lastFour: digits, record: record,
      holder: command.holder)
    let rule = law.edition.stated(\.funding.account)
    try ruling.passGate(adding: [
      Finding(
        "funding.designated-account", .satisfied, force: .advises, origin: rule.isSilent ? .recommended : .document,
        cites: rule.citations, values: [NamedValue("holder", .code(command.holder.rawValue))])
    ])
    return Outcome(
      [event], reply: event,
      persons: [PersonRecord(person: record, for: .account, personal: ["accountNumber": command.number.rawValue])])
  }
}

extension AccountRegistered {
  /// As an office writes them: `0042`.
  var lastFourDigits: String { KeyDigits.padded(lastFour.value, to: 4) }
}
