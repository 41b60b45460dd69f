import Contracts
import DomainModel
import Policy
import ServiceKit

/// Takes in the district's application for a part of what the city bears. That the district's own money is not there yet
/// stops no application, only the payment; it is shown.
enum ApplyForCityShareDecision: Decision {
  static func look(_ command: ApplyForCityShare, at view: any EntityView) throws -> GovernmentMoney {
    try view.governmentMoney(of: command.project)
  }

  static func decide(
    _ command: ApplyForCityShare, seeing money: GovernmentMoney, under ruling: Ruling
  ) throws -> Outcome<TransferReport> {
    let edition = try ruling.law().edition
    try ruling.requireNotHalted()
    guard let shares = money.shares else { throw Refusal(.governmentSharesMissing) }
    guard command.amount > .zero else { throw Refusal(.amountMissing, pointers: ["/amount"]) }
    try ruling.requireNotBefore(money.fixedOn)
    let bounds = CityShareBounds()
    try ruling.passGate(
      adding: [
        try bounds.part(shares.city, before: money.cityAsked, asked: command.amount, under: edition),
        try bounds.match(
          inPlace: money.districtInPlace, before: money.cityPaid, asked: command.amount, force: .advises,
          under: edition),
      ].compactMap { $0 })
    return try money.beginning(.cityShare, command.amount, .prefecture, command.application, under: ruling)
  }
}
