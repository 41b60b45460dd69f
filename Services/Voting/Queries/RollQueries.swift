import Contracts
import DomainModel
import ServiceKit

/// What a roll counts, and the units that it lists.
enum RollQueries {
  static let handlers: [QueryHandler] = [
    .to(RollQuery.self) { query, view, _ in
      let asked = try query.roll ?? view.docket(of: query.project).sealedRoll
      guard let id = asked, id.project() == query.project else { return RollAnswer(roll: nil) }
      return RollAnswer(roll: try view.get(Roll.self, id.rawValue)?.summary)
    },
    .to(RollUnitsQuery.self) { query, view, _ in
      let asked = try query.roll ?? view.docket(of: query.project).sealedRoll
      guard let id = asked, id.project() == query.project else { return RollUnits(roll: nil, units: [], next: nil) }
      let page = try view.all(
        RolledUnit.self, prefix: "\(id)/", after: query.after.map { RolledUnit.key(id, $0) }, limit: pageSize + 1)
      let shown = page.prefix(pageSize)
      return RollUnits(
        roll: id, units: shown.map { RollUnits.Unit($0.entry) },
        next: page.count > shown.count ? shown.last?.entry.unit : nil)
    },
  ]

  private static let pageSize = 300
}

extension RollUnits.Unit {
  fileprivate init(_ entry: RollEntry) {
    self.init(
      unit: entry.unit, building: entry.building, roomNo: entry.roomNo, area: entry.exclusiveArea, use: entry.use,
      countsAsHousehold: entry.countsAsHousehold, owners: entry.owners.items, representative: entry.representative)
  }
}
