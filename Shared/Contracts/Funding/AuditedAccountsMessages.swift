import DomainModel

/// Record the audited final accounts (竣工决算审计) where a city's rules name no shares to compute on them (Ziyang 5.2, Annex 13).
public struct RecordAuditedAccounts: ProjectCommand {
  public static var name: WireName { "funding.record-audited-accounts" }
  public static var senders: Set<Role> { [.audit, .finance] }
  public static var example: RecordAuditedAccounts {
    RecordAuditedAccounts(project: "330382-2024-0007", investment: .sample, auditedBy: "city-audit", report: .sample, reason: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// What the project cost, as audited.
  public let investment: Money
  public let auditedBy: OrganisationID
  public let report: DocumentHash
  /// Why accounts that were recorded before are recorded again.
  public let reason: Text<200>?

  public var documents: [DocumentHash] { [report] }

  public init(
    project: ProjectID, investment: Money, auditedBy: OrganisationID, report: DocumentHash, reason: Text<200>?
  ) {
    self.project = project
    self.investment = investment
    self.auditedBy = auditedBy
    self.report = report
    self.reason = reason
  }
}

/// The audited final accounts were recorded.
public struct AuditedAccountsRecorded: ProjectEvent {
  public static var name: WireName { "funding.audited-accounts-recorded" }
  public static var example: AuditedAccountsRecorded {
    AuditedAccountsRecorded(
      project: "330382-2024-0007", investment: .sample, auditedBy: "city-audit", report: .sample)
  }

  public let project: ProjectID
  public let investment: Money
  public let auditedBy: OrganisationID
  public let report: DocumentHash

  public var facts: [FactStatement] { [FactStatement(.finalAccountsVerified, .flag(true)), FactStatement(.finalInvestment, .money(investment))] }

  public init(project: ProjectID, investment: Money, auditedBy: OrganisationID, report: DocumentHash) {
    self.project = project
    self.investment = investment
    self.auditedBy = auditedBy
    self.report = report
  }
}
