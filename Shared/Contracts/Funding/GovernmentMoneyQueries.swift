import DomainModel

/// What governments bear of a project and how far it has come, with what stays outside the shares.
public struct GovernmentMoneyQuery: ProjectQuery {
  public static var name: WireName { "funding.government-money" }
  public static var example: GovernmentMoneyQuery { GovernmentMoneyQuery(project: "330382-2024-0007") }
  public typealias Answer = GovernmentMoneyReport

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }
}

/// The answer of `GovernmentMoneyQuery`.
public struct GovernmentMoneyReport: Codable, Hashable, Sendable {
  /// None before they are fixed.
  public let shares: GovernmentShares?
  /// The district's own money in the project's account.
  public let districtInPlace: Money
  /// What the city has paid out, to the treasury account or further.
  public let cityPaid: Money
  /// What the city may pay now: no more than the district has in place, less what is paid.
  public let payableNow: Money
  public let transfers: [TransferReport]
  /// Central and provincial money that came by a rule from above, beside the city's states: exceptions.
  public let exceptions: [UpperPayment]?
  /// What goods and work given are worth, together.
  public let contributions: Money
  public let outsideCosts: [OutsideCostRecorded]
  /// How many households are marked as needy.
  public let needyHouseholds: Int

  public init(
    shares: GovernmentShares?, districtInPlace: Money, cityPaid: Money, payableNow: Money,
    transfers: [TransferReport], exceptions: [UpperPayment]? = nil, contributions: Money,
    outsideCosts: [OutsideCostRecorded], needyHouseholds: Int
  ) {
    self.shares = shares
    self.districtInPlace = districtInPlace
    self.cityPaid = cityPaid
    self.payableNow = payableNow
    self.transfers = transfers
    self.exceptions = exceptions
    self.contributions = contributions
    self.outsideCosts = outsideCosts
    self.needyHouseholds = needyHouseholds
  }
}

/// Central or provincial money that did not come through the city's states, by a rule from above (Ziyang 3.5).
public struct UpperPayment: Codable, Hashable, Sendable {
  public let transaction: BankReference
  public let level: TreasuryLevel
  public let amount: Money
  public let clearedOn: BusinessDate
  public let rule: UpperRule

  public init(
    transaction: BankReference, level: TreasuryLevel, amount: Money, clearedOn: BusinessDate, rule: UpperRule
  ) {
    self.transaction = transaction
    self.level = level
    self.amount = amount
    self.clearedOn = clearedOn
    self.rule = rule
  }
}
