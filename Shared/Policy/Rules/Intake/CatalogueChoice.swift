import DomainModel

/// Whether the items of a plan agree with how a city's catalogue is built: where tiers build on each other, a plan that
/// takes items of a higher tier holds the lower ones too (完善类在基础类改造的基础上，提升类在完善类改造的基础上, Ziyang 2.2).
///
/// The text gives no uniform recipe (不搞“一刀切”), so not every item of a lower tier must be chosen. What it does not leave
/// open is the order: a tier of which the plan holds nothing must be shown to be in order already.
public struct CatalogueChoice: Hashable, Sendable {
  public static let tiersRule: RuleID = "plan.tiers-cumulative"
  public static let lowerItemsRule: RuleID = "plan.lower-tiers-whole"
  public static let compulsoryRule: RuleID = "plan.compulsory-items"

  /// The condition under which evidence shows that an item needs no works because it is in order.
  public static let inOrder: Identifier<SlugKind> = "in-order"

  /// The items that the plan holds, and those shown to be in order.
  public let chosen: Set<CatalogueKey>
  public let inOrder: Set<CatalogueKey>

  public init(chosen: Set<CatalogueKey>, inOrder: Set<CatalogueKey>) {
    self.chosen = chosen
    self.inOrder = inOrder
  }

  /// Whether the tiers build on each other and the compulsory items are in, as the edition asks.
  public func findings(under edition: Edition) -> [Finding] {
    tiers(edition.file.catalogue) + [compulsory(edition.file.catalogue)].compactMap { $0 }
  }

  private func tiers(_ catalogue: Catalogue) -> [Finding] {
    guard case .stated(.cumulative, let cites) = catalogue.tierRule else { return [] }
    let order = Tier.allCases
    func items(_ tier: Tier) -> [CatalogueItem] { catalogue.items.filter { $0.tier == tier } }
    guard let highest = order.last(where: { tier in items(tier).contains { chosen.contains($0.key) } }) else { return [] }
    let lower = order.prefix { $0 != highest }
    func covers(_ item: CatalogueItem) -> Bool { chosen.contains(item.key) || inOrder.contains(item.key) }
    let missing = lower.filter { tier in !items(tier).contains(where: covers) }
    let reaches = NamedValue("tier", .code(highest.rawValue))
    let sequence = Finding(
      Self.tiersRule, missing.isEmpty ? .satisfied : .violated, cites: cites + [.choice("cumulative-tiers")],
      values: [reaches] + missing.map { NamedValue("missing", .code($0.rawValue)) })
    guard !lower.isEmpty else { return [sequence] }
    let left = lower.flatMap(items).filter { !covers($0) }
    return [
      sequence,
      Finding(
        Self.lowerItemsRule, left.isEmpty ? .satisfied : .violated, force: .advises, cites: cites,
        values: [reaches, NamedValue("left-out-count", .count(Int64(left.count)))]
          + left.prefix(20).map { NamedValue("left-out", .code($0.key.rawValue)) }),
    ]
  }

  private func compulsory(_ catalogue: Catalogue) -> Finding? {
    guard case .stated(let keys, let cites) = catalogue.compulsory else { return nil }
    let missing = keys.filter { !chosen.contains($0) }
    return Finding(
      Self.compulsoryRule, missing.isEmpty ? .satisfied : .violated, cites: cites,
      values: missing.prefix(20).map { NamedValue("missing", .code($0.rawValue)) })
  }
}
