import DomainModel

/// What each pays of a project where two levels of government share the need (Ziyang 3.1; domain §9.7).
public struct GovernmentShares: Codable, Hashable, Sendable {
  /// The whole plan, shared costs and lifts included.
  public let investment: Money
  /// What owners pay, by what each of them really bears (据实分摊).
  public let owners: Money
  /// Former work units, operators, sponsors.
  public let social: Money
  /// Central and provincial money that was granted.
  public let upper: Money
  /// What is left for city and district together.
  public let shortfall: Money
  public let city: Money
  /// With the odd fen, where there is one.
  public let district: Money

  public init(
    investment: Money, owners: Money, social: Money, upper: Money, shortfall: Money, city: Money, district: Money
  ) {
    self.investment = investment
    self.owners = owners
    self.social = social
    self.upper = upper
    self.shortfall = shortfall
    self.city = city
    self.district = district
  }

  public static let example = GovernmentShares(
    investment: .sample, owners: .zero, social: .zero, upper: .zero, shortfall: .sample, city: .zero, district: .sample)
}

/// Fix what city and district pay of a plan, after owners', social, central and provincial money (Ziyang 3.1). Fixed anew when
/// the plan or what is granted changes.
public struct FixGovernmentShares: ProjectCommand {
  public static var name: WireName { "funding.fix-government-shares" }
  public static var senders: Set<Role> { [.districtGovernment, .finance] }
  public static var example: FixGovernmentShares {
    FixGovernmentShares(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", owners: .zero, social: .zero, upper: .zero, basis: .sample)
  }
  public typealias Reply = GovernmentShares

  public let project: ProjectID
  /// The plan whose costs are shared.
  public let plan: PlanID
  /// The owners' own part, agreed by what each really bears.
  public let owners: Money
  public let social: Money
  /// Central and provincial money, granted.
  public let upper: Money
  /// The fund-raising plan and the letters of grant.
  public let basis: DocumentHash

  public var documents: [DocumentHash] { [basis] }

  public init(project: ProjectID, plan: PlanID, owners: Money, social: Money, upper: Money, basis: DocumentHash) {
    self.project = project
    self.plan = plan
    self.owners = owners
    self.social = social
    self.upper = upper
    self.basis = basis
  }
}

/// City's and district's parts of a plan were fixed.
public struct GovernmentSharesFixed: ProjectEvent {
  public static var name: WireName { "funding.government-shares-fixed" }
  public static var example: GovernmentSharesFixed {
    GovernmentSharesFixed(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", shares: .example, basis: .sample, standing: .example)
  }

  public let project: ProjectID
  public let plan: PlanID
  public let shares: GovernmentShares
  public let basis: DocumentHash
  /// The owners' money in place against their part.
  public let standing: FundsStanding

  public var facts: [FactStatement] { [FactStatement(.residentFundsPlanned, .money(shares.owners))] + standing.facts }

  public init(
    project: ProjectID, plan: PlanID, shares: GovernmentShares, basis: DocumentHash, standing: FundsStanding
  ) {
    self.project = project
    self.plan = plan
    self.shares = shares
    self.basis = basis
    self.standing = standing
  }
}
