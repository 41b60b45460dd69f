import DomainModel

/// The text whose SHA-256 seals a roll. Both sides write it from what they hold, so that a lost chunk, a unit entered
/// twice or an altered area is found before a round is opened on it.
///
/// One line for each unit, in the order of the unit ids, every line ended by a line feed; the fields in this order,
/// with a tab between them: unit, building, exclusive area, area basis, use, the owners' ids in order with commas
/// between them, `unsold` or `sold`, `household` or `no-household`. Encoded as UTF-8.
///
///     u-03-1-502⇥b-3⇥78.32⇥registered⇥residential⇥p-1,p-2⇥sold⇥household
///
/// Names and room numbers are left out: they count nothing, and a corrected spelling should not break the seal.
public struct RollContent {
  public private(set) var text = ""

  public init() {}

  /// The whole text of units in any order.
  public init(_ units: some Sequence<RollEntry>) {
    for unit in units.sorted(by: { $0.unit < $1.unit }) { append(unit) }
  }

  /// Adds the line of the next unit; units come in the order of their ids.
  public mutating func append(_ unit: RollEntry) {
    let fields = [
      unit.unit.rawValue, unit.building.rawValue, unit.exclusiveArea?.description ?? "", unit.areaBasis.rawValue,
      unit.use.rawValue, unit.owners.map(\.rawValue).sorted().joined(separator: ","), unit.isUnsold ? "unsold" : "sold",
      unit.countsAsHousehold ? "household" : "no-household",
    ]
    text += fields.joined(separator: "\t") + "\n"
  }
}
