import DomainModel

/// What the city may pay of its part: never more than the part itself, and no more than the district has of its own money
/// in the project's account (Ziyang 3.5; domain §9.7, AMB-24).
public struct CityShareBounds: Hashable, Sendable {
  public static let partRule: RuleID = "funding.within-city-part"
  public static let matchRule: RuleID = "funding.within-district-money"

  public init() {}

  /// Whether what was applied for so far and now stays within the city's part.
  public func part(_ part: Money, before: Money, asked: Money, under edition: Edition) throws(ArithmeticFault) -> Finding {
    let after = try before.adding(asked)
    return Finding(
      CityShareBounds.partRule, after <= part ? .satisfied : .violated, cites: edition.stated(\.funding.splits).citations,
      values: [
        NamedValue("part", .money(part)), NamedValue("before", .money(before)), NamedValue("asked", .money(asked)),
        NamedValue("over", .money(after.reduced(by: part))),
      ])
  }

  /// Whether what the city has paid and pays now stays within the district's own money in place; nil where the document
  /// asks no such match.
  public func match(
    inPlace: Money, before: Money, asked: Money, force: Force = .blocks, under edition: Edition
  ) throws(ArithmeticFault) -> Finding? {
    guard case .stated(.districtMoneyInPlace, let cites) = edition.stated(\.funding.matching) else { return nil }
    let after = try before.adding(asked)
    return Finding(
      CityShareBounds.matchRule, after <= inPlace ? .satisfied : .violated, force: force, cites: cites,
      values: [
        NamedValue("district-in-place", .money(inPlace)), NamedValue("city-paid", .money(before)),
        NamedValue("asked", .money(asked)), NamedValue("payable-now", .money(inPlace.reduced(by: before))),
      ])
  }
}
