import DomainModel

/// The warranty periods of a project and what was reported.
public struct WarrantyQuery: ProjectQuery {
  public static var name: WireName { "supervision.warranty" }
  public static var example: WarrantyQuery {
    WarrantyQuery(project: "330382-2024-0007")
  }
  public typealias Answer = WarrantyOverview

  public let project: ProjectID
  /// Today when left out.
  public let asOf: BusinessDate?

  public init(project: ProjectID, asOf: BusinessDate? = nil) {
    self.project = project
    self.asOf = asOf
  }
}

/// One warranty period.
public struct WarrantyPeriodLine: Codable, Hashable, Sendable {
  public let category: WarrantyCategory
  /// None where it has no date: seasons, the life in the design, or the contract.
  public let lastDay: BusinessDate?
  public let running: Bool?
  /// `recommended` where the period is our default.
  public let origin: Finding.Origin

  public init(category: WarrantyCategory, lastDay: BusinessDate? = nil, running: Bool? = nil, origin: Finding.Origin) {
    self.category = category
    self.lastDay = lastDay
    self.running = running
    self.origin = origin
  }
}

/// A reported defect.
public struct WarrantyClaimLine: Codable, Hashable, Sendable {
  public let claim: WarrantyID
  public let category: WarrantyCategory
  public let what: String
  public let on: BusinessDate
  public let standing: WarrantyStanding
  public let fixedOn: BusinessDate?

  public init(
    claim: WarrantyID, category: WarrantyCategory, what: String, on: BusinessDate, standing: WarrantyStanding,
    fixedOn: BusinessDate? = nil
  ) {
    self.claim = claim
    self.category = category
    self.what = what
    self.on = on
    self.standing = standing
    self.fixedOn = fixedOn
  }
}

/// Warranty as of a day.
public struct WarrantyOverview: Codable, Hashable, Sendable {
  public let asOf: BusinessDate
  /// The day the acceptance was passed.
  public let from: BusinessDate?
  public let periods: [WarrantyPeriodLine]
  public let claims: [WarrantyClaimLine]

  public init(
    asOf: BusinessDate, from: BusinessDate? = nil, periods: [WarrantyPeriodLine], claims: [WarrantyClaimLine]
  ) {
    self.asOf = asOf
    self.from = from
    self.periods = periods
    self.claims = claims
  }
}
