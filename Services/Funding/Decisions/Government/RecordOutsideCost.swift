import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records a cost that stays outside the shares, borne by one whom the city's rules let bear it: no household pays its own
/// meter, and nobody else the pipes inside its home (Ziyang 3.2).
enum RecordOutsideCostDecision: Decision {
  static func look(_ command: RecordOutsideCost, at view: any EntityView) throws -> GovernmentMoney {
    try view.governmentMoney(of: command.project)
  }

  static func decide(
    _ command: RecordOutsideCost, seeing money: GovernmentMoney, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard command.amount > .zero else { throw Refusal(.amountMissing, pointers: ["/amount"]) }
    guard money.outsideCosts.count < GovernmentMoney.mostOutsideCosts else { throw Refusal(.outsideCostsFull) }
    let items = try ruling.law().edition.stated(\.funding.outsideProject).value ?? []
    guard let item = items.first(where: { $0.item.code == command.item }) else {
      throw Refusal(.outsideCostUnknown, pointers: ["/item"])
    }
    try ruling.passGate(adding: [OutsideCostTest.finding(command.bearer.rawValue, of: item)])
    return Outcome([
      OutsideCostRecorded(
        project: command.project, item: command.item, bearer: command.bearer, amount: command.amount,
        evidence: command.evidence)
    ])
  }
}
