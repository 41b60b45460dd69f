import DomainModel

/// What a city's rules say of sharing the cost, as much as the subsidy formula needs (plan 5.2.1, domain §9.3).
public struct SubsidyTerms: Hashable, Sendable {
  /// The residents' share of a tier's investment.
  public let basic: Share
  public let improvement: Share
  public let enhancement: Share
  /// The most that the treasury gives per square metre.
  public let capPerSquareMetre: Money
  /// Catalogue items that carry no weight in the total, such as lifts (AMB-17).
  public let excluded: Set<CatalogueKey>
  /// Whether residents pay in beforehand what exceeds the cap of the estimate (AMB-15).
  public let collectsExcess: Bool
  /// The levels whose money counts against the cap; that of the others comes on top of it (AMB-20).
  public let inCap: Set<FiscalLevel>
  /// Whose word `inCap` is, and where it stands.
  public let inCapOrigin: Finding.Origin
  public let inCapCites: [Citation]
  /// The articles behind shares, cap and exclusions.
  public let cites: [Citation]
  /// Whose word `collectsExcess` is, and where it stands.
  public let collectsExcessOrigin: Finding.Origin
  public let collectsExcessCites: [Citation]

  public init(
    basic: Share, improvement: Share, enhancement: Share, capPerSquareMetre: Money, excluded: Set<CatalogueKey>,
    collectsExcess: Bool, cites: [Citation], collectsExcessOrigin: Finding.Origin, collectsExcessCites: [Citation],
    inCap: Set<FiscalLevel> = Set(FiscalLevel.allCases), inCapOrigin: Finding.Origin = .recommended,
    inCapCites: [Citation] = []
  ) {
    self.basic = basic
    self.improvement = improvement
    self.enhancement = enhancement
    self.capPerSquareMetre = capPerSquareMetre
    self.excluded = excluded
    self.collectsExcess = collectsExcess
    self.inCap = inCap
    self.inCapOrigin = inCapOrigin
    self.inCapCites = inCapCites
    self.cites = cites
    self.collectsExcessOrigin = collectsExcessOrigin
    self.collectsExcessCites = collectsExcessCites
  }
}
