import DomainModel

/// The conditions of chosen items, each with what shows it: a lift needs the safety test and more (Tiexi 4.1).
public enum ItemConditions {
  /// Nil where no chosen item has a condition.
  ///
  /// - Parameter shown: which conditions of which items a paper shows.
  public static func finding(
    of chosen: Set<CatalogueKey>, shown: [CatalogueKey: Set<Identifier<SlugKind>>], under edition: Edition
  ) -> Finding? {
    let catalogue = edition.file.catalogue
    let needed = catalogue.items.filter { chosen.contains($0.key) && $0.needs?.isEmpty == false }
    guard !needed.isEmpty else { return nil }
    let missing = needed.flatMap { item in (item.needs ?? []).filter { shown[item.key]?.contains($0) != true } }
    return Finding(
      "plan.item-conditions", missing.isEmpty ? .satisfied : .violated, cites: catalogue.citations,
      values: needed.map { NamedValue("item", .code($0.key.rawValue)) }
        + missing.map { NamedValue("missing", .code($0.rawValue)) })
  }
}
