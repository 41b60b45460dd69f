import DomainModel

/// Record the final accounts of completion (竣工财务决算) where the city's document has no formula: the total, and who
/// reviewed it. With a formula they are verified (`verify-final-accounts`).
public struct RecordFinalAccounts: ProjectCommand {
  public static var name: WireName { "funding.record-final-accounts" }
  public static var senders: Set<Role> { [.constructionUnit, .finance, .audit] }
  public static var example: RecordFinalAccounts {
    RecordFinalAccounts(
      project: "330382-2024-0007", investment: .sample, reviewedBy: "qingjiang-finance", document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The whole of the works, shared costs included.
  public let investment: Money
  /// Who reviewed them, where somebody did.
  public let reviewedBy: OrganisationID?
  public let document: DocumentHash
  /// Why accounts that were recorded before are recorded again.
  public let reason: Text<200>?

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, investment: Money, reviewedBy: OrganisationID? = nil, document: DocumentHash,
    reason: Text<200>? = nil
  ) {
    self.project = project
    self.investment = investment
    self.reviewedBy = reviewedBy
    self.document = document
    self.reason = reason
  }
}

/// The final accounts were recorded, where the city has no formula.
public struct FinalAccountsRecorded: ProjectEvent {
  public static var name: WireName { "funding.final-accounts-recorded" }
  public static var example: FinalAccountsRecorded {
    FinalAccountsRecorded(
      project: "330382-2024-0007", investment: .sample, reviewedBy: "qingjiang-finance", document: .sample)
  }

  public let project: ProjectID
  /// The whole of the works, shared costs included.
  public let investment: Money
  /// Who reviewed them, where somebody did.
  public let reviewedBy: OrganisationID?
  public let document: DocumentHash
  /// Why accounts that were recorded before are recorded again.
  public let reason: Text<200>?

  public var facts: [FactStatement] {
    [FactStatement(.finalAccountsVerified, .flag(true)), FactStatement(.finalInvestment, .money(investment))]
  }

  public init(
    project: ProjectID, investment: Money, reviewedBy: OrganisationID? = nil, document: DocumentHash,
    reason: Text<200>? = nil
  ) {
    self.project = project
    self.investment = investment
    self.reviewedBy = reviewedBy
    self.document = document
    self.reason = reason
  }
}
