import DomainModel

/// Whether the total of the residents' pledge is the sum of what it is made of (Wenzhou Annex 5, AMB-55): all five parts,
/// or by the narrow reading the residents' own contribution alone, the others standing beside it.
public struct PledgedTotal: Hashable, Sendable {
  public static let rule: RuleID = "funding.pledged-total"

  private let reading: PledgeTotal
  private let origin: Finding.Origin
  private let cites: [Citation]

  public init(_ edition: Edition) {
    let settled = edition.settled(\.funding.pledgeTotal)
    reading = settled.value ?? .allFiveParts
    origin = settled.origin
    cites = settled.citations
  }

  /// Exact to the fen; what is missing or too much is told.
  public func finding(total: Money, residents: Money, allParts: Money) -> Finding {
    let asked = reading == .allFiveParts ? allParts : residents
    return Finding(
      Self.rule, total == asked ? .satisfied : .violated, origin: origin, cites: cites,
      values: [
        NamedValue("total", .money(total)), NamedValue("sum", .money(asked)),
        NamedValue("reading", .code(reading.rawValue)),
      ])
  }
}
