import Contracts
import DomainModel
import ServiceKit

/// What approval and dismissal of settlement items have in common: a person decides, and not the one who settled.
struct SettlementDeciding {
  let settlement: Settlement
  let items: [SettlementItem]

  static func look(_ project: ProjectID, _ ids: [SettlementID], at view: any EntityView) throws -> SettlementDeciding {
    guard let settlement = try view.get(Settlement.self, project.rawValue) else { throw Refusal(.notSettled) }
    var pointers: [String] = []
    var items: [SettlementItem] = []
    for (place, id) in ids.enumerated() {
      if id.project() == project, let item = try view.get(SettlementItem.self, SettlementItem.key(id)) {
        items.append(item)
      } else {
        pointers.append("/items/\(place)")
      }
    }
    guard pointers.isEmpty, !ids.isEmpty else {
      throw Refusal(.settlementItemUnknown, pointers: pointers.isEmpty ? ["/items"] : Array(pointers.prefix(20)))
    }
    return SettlementDeciding(settlement: settlement, items: items)
  }

  func decided(
    _ state: SettlementState, reason: Text<500>?, on ruling: Ruling
  ) throws -> Outcome<SettlementReport> {
    try ruling.requireNotBefore(settlement.on)
    try ruling.requireOtherHands(than: settlement.by)
    let ids = items.map(\.line.item)
    let stuck = items.indices.filter { items[$0].state != .open || ids.firstIndex(of: ids[$0]) != $0 }
    guard stuck.isEmpty else {
      throw Refusal(.settlementItemNotOpen, pointers: stuck.prefix(20).map { "/items/\($0)" })
    }
    var after = settlement
    after.openItems -= items.count
    let settlesSubsidy = items.contains { $0.line.fund == .fiscal }
    if settlesSubsidy { after.isSubsidySettled = true }
    return Outcome(
      [
        SettlementItemsDecided(
          project: settlement.project, items: Listing(capped: ids), state: state, settlesSubsidy: settlesSubsidy,
          by: ruling.taker, reason: reason)
      ], reply: after.report)
  }
}
