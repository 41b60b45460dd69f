import DomainModel

/// A cost outside the project is borne by one whom the document names for it (Ziyang 3.2); where it names nobody, by anybody.
public enum OutsideCostTest {
  /// - Parameter bearer: the code of who pays: `utility`.
  public static func finding(_ bearer: String, of item: Cited<OutsideCost>) -> Finding {
    let bearers = item.item.borneBy ?? []
    return Finding(
      "funding.outside-cost-bearer",
      bearers.isEmpty || bearers.contains { $0.rawValue == bearer } ? .satisfied : .violated, cites: item.citations,
      values: [NamedValue("item", .code(item.item.code.rawValue)), NamedValue("bearer", .code(bearer))]
        + bearers.map { NamedValue("borne-by", .code($0.rawValue)) })
  }
}
