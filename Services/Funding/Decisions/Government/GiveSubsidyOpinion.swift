import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the housing bureau's opinion on central and provincial money, within what was granted.
enum GiveSubsidyOpinionDecision: Decision {
  static func look(_ command: GiveSubsidyOpinion, at view: any EntityView) throws -> GovernmentMoney {
    try view.governmentMoney(of: command.project)
  }

  static func decide(
    _ command: GiveSubsidyOpinion, seeing money: GovernmentMoney, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    let edition = try ruling.law().edition
    try ruling.requireNotHalted()
    guard let shares = money.shares else { throw Refusal(.governmentSharesMissing) }
    guard command.amount > .zero else { throw Refusal(.amountMissing, pointers: ["/amount"]) }
    guard command.level == .central || command.level == .provincial else {
      throw Refusal(.levelNotUpper, pointers: ["/level"])
    }
    try ruling.requireNotBefore(money.fixedOn)
    let after = try money.upperAsked.adding(command.amount)
    try ruling.passGate(adding: [
      Finding(
        "funding.within-upper-grant", after <= shares.upper ? .satisfied : .violated,
        cites: edition.stated(\.funding.paymentPath).citations,
        values: [
          NamedValue("granted", .money(shares.upper)), NamedValue("before", .money(money.upperAsked)),
          NamedValue("asked", .money(command.amount)),
        ])
    ])
    return try money.beginning(.upperSubsidy, command.amount, command.level, command.opinion, under: ruling)
  }
}
