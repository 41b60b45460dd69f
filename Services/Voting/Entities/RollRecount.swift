import Contracts
import DomainModel
import ServiceKit

/// Counts a roll's units anew: what every share of a vote is divided by.
enum RollRecount {
  static let invariant = Invariant.each(
    "roll-is-recount", of: Roll.self, zh: "名册的户数、人数和面积等于逐户重数的结果",
    en: "A roll's units, heads and area are those of a recount."
  ) { roll, view in
    var (units, households, area) = (0, 0, Area.zero)
    var heads: Set<String> = []
    try view.each(RolledUnit.self, prefix: "\(roll.id)/") { unit in
      units += 1
      heads.insert(unit.head)
      if unit.entry.countsAsHousehold { households += 1 }
      if let own = unit.entry.exclusiveArea { area = try area.adding(own) }
    }
    guard units != roll.units || heads.count != roll.heads || households != roll.households || area != roll.area else {
      return []
    }
    return [
      Invariant.Fault(
        zh: "名册：\(roll.units) 套 \(roll.heads) 人 \(roll.households) 户 \(roll.area) m²；"
          + "重数：\(units) 套 \(heads.count) 人 \(households) 户 \(area) m²",
        en: "kept: \(roll.units) units, \(roll.heads) heads, \(roll.households) households, \(roll.area) m²; "
          + "recounted: \(units), \(heads.count), \(households), \(area) m²")
    ]
  }
}
