import DomainModel

/// How much a programme is.
struct ProgrammeTotals: Hashable, Sendable {
  var communities: Int
  var buildings: Int
  var households: Int
  var area: Area

  static let none = ProgrammeTotals(communities: 0, buildings: 0, households: 0, area: .zero)

  func adding(_ other: ProgrammeTotals) throws(ArithmeticFault) -> ProgrammeTotals {
    ProgrammeTotals(
      communities: communities + other.communities, buildings: buildings + other.buildings,
      households: households + other.households, area: try area.adding(other.area))
  }
}
