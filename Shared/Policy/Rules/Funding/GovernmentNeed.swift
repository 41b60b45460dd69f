import DomainModel

/// What city and district pay of a project together, and each of them (Ziyang 3.1; domain §9.7, AMB-24).
public struct GovernmentNeed: Hashable, Sendable {
  /// What each pays; together exactly the shortfall.
  public struct Parts: Hashable, Sendable {
    public let shortfall: Money
    public let city: Money
    public let district: Money
    public let findings: [Finding]
  }

  public static let rule: RuleID = "funding.government-split"
  public static let coveredRule: RuleID = "funding.sources-within-investment"

  public let investment: Money
  /// Owners' own money, social money, central and provincial money.
  public let owners: Money
  public let social: Money
  public let upper: Money

  public init(investment: Money, owners: Money, social: Money, upper: Money) {
    self.investment = investment
    self.owners = owners
    self.social = social
    self.upper = upper
  }

  /// What others than city and district bring.
  public func others() throws(ArithmeticFault) -> Money { try owners.adding(social).adding(upper) }

  /// Whether the others bring no more than the project costs: beyond it there is nothing to share.
  public func covered(under edition: Edition) throws(ArithmeticFault) -> Finding {
    let others = try others()
    return Finding(
      GovernmentNeed.coveredRule, others <= investment ? .satisfied : .violated,
      cites: edition.stated(\.funding.splits).citations,
      values: [
        NamedValue("investment", .money(investment)), NamedValue("others", .money(others)),
        NamedValue("over", .money(others.reduced(by: investment))),
      ])
  }

  /// The parts by the edition's split; nil where its document names none. The city pays whole fen of its share, so the
  /// district bears the odd one (domain §18.4).
  public func parts(under edition: Edition) throws(ArithmeticFault) -> Parts? {
    guard case .stated(let split, let cites) = edition.stated(\.funding.splits) else { return nil }
    let shortfall = investment.reduced(by: try others())
    let exact = Int128(shortfall.fen) * Int128(split.city.numerator)
    let city = try Money(fen: Int64(truncatingIfNeeded: exact / Int128(split.city.denominator)))
    let district = shortfall.reduced(by: city)
    var findings = [
      Finding(
        GovernmentNeed.rule, .satisfied, cites: cites,
        values: [
          NamedValue("investment", .money(investment)), NamedValue("owners", .money(owners)),
          NamedValue("social", .money(social)), NamedValue("upper", .money(upper)),
          NamedValue("shortfall", .money(shortfall)), NamedValue("city-share", .share(split.city)),
          NamedValue("city", .money(city)), NamedValue("district", .money(district)),
        ])
    ]
    if exact % Int128(split.city.denominator) != 0 {
      findings.append(
        Finding(
          "funding.odd-fen", .satisfied, force: .advises, origin: .recommended, cites: [.choice("odd-fen")],
          values: [NamedValue("district", .money(district))]))
    }
    return Parts(shortfall: shortfall, city: city, district: district, findings: findings)
  }
}
