import DomainModel

/// Record the verified final accounts of completion (竣工财务决算): the basis of the subsidy (plan 3.7, 5.2.1). Who verifies
/// is not laid down (domain §9.9), so it is recorded.
public struct VerifyFinalAccounts: ProjectCommand {
  public static var name: WireName { "funding.verify-final-accounts" }
  public static var senders: Set<Role> { [.finance, .audit, .renovationOffice] }
  public static var example: VerifyFinalAccounts {
    VerifyFinalAccounts(
      project: "330382-2024-0007", accounts: .example, verifiedBy: "yueqing-finance", document: .sample)
  }
  public typealias Reply = FinalAccountsReport

  public let project: ProjectID
  public let accounts: VerifiedAccounts
  /// The organisation whose verification it is.
  public let verifiedBy: OrganisationID
  public let document: DocumentHash
  /// Why accounts that were verified before are verified again.
  public let reason: Text<200>?

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, accounts: VerifiedAccounts, verifiedBy: OrganisationID, document: DocumentHash,
    reason: Text<200>? = nil
  ) {
    self.project = project
    self.accounts = accounts
    self.verifiedBy = verifiedBy
    self.document = document
    self.reason = reason
  }
}

/// The verified figures.
public struct VerifiedAccounts: Codable, Hashable, Sendable {
  /// Engineering cost of each tier, without shared costs and lifts.
  public let basic: Money
  public let improvement: Money
  public let enhancement: Money
  public let sharedCosts: SharedCosts
  /// Lifts, no part of the total (plan 5.2.1).
  public let lifts: Money
  /// The verified floor area (domain §9.5).
  public let floorArea: Area
  public let socialCapital: Money
  /// Fiscal money by level, as the accounts verify it, each level once: it matters where a city leaves a level out of the
  /// cap (AMB-20). Left out, what the account received counts.
  public let fiscalMoney: Listing<FiscalPart, 5>?

  public init(
    basic: Money, improvement: Money, enhancement: Money, sharedCosts: SharedCosts, lifts: Money, floorArea: Area,
    socialCapital: Money, fiscalMoney: Listing<FiscalPart, 5>? = nil
  ) {
    self.basic = basic
    self.improvement = improvement
    self.enhancement = enhancement
    self.sharedCosts = sharedCosts
    self.lifts = lifts
    self.floorArea = floorArea
    self.socialCapital = socialCapital
    self.fiscalMoney = fiscalMoney
  }

  public static let example = VerifiedAccounts(
    basic: .sample, improvement: .zero, enhancement: .zero, sharedCosts: SharedCosts(other: .zero, contingency: .zero),
    lifts: .zero, floorArea: .sample, socialCapital: .zero)
}

/// Verified accounts with what follows from them.
public struct FinalAccountsReport: Codable, Hashable, Sendable {
  public let figures: SubsidyFigures

  public init(figures: SubsidyFigures) {
    self.figures = figures
  }
}

/// The final accounts were verified.
public struct FinalAccountsVerified: ProjectEvent {
  public static var name: WireName { "funding.final-accounts-verified" }
  public static var example: FinalAccountsVerified {
    FinalAccountsVerified(
      project: "330382-2024-0007", accounts: .example, figures: .example, verifiedBy: "yueqing-finance",
      document: .sample, by: .example)
  }

  public let project: ProjectID
  public let accounts: VerifiedAccounts
  public let figures: SubsidyFigures
  public let verifiedBy: OrganisationID
  public let document: DocumentHash
  public let by: StepTaker

  public var facts: [FactStatement] {
    [
      FactStatement(.finalAccountsVerified, .flag(true)),
      FactStatement(.finalInvestment, .money(figures.investment)),
    ]
  }

  public init(
    project: ProjectID, accounts: VerifiedAccounts, figures: SubsidyFigures, verifiedBy: OrganisationID,
    document: DocumentHash, by: StepTaker
  ) {
    self.project = project
    self.accounts = accounts
    self.figures = figures
    self.verifiedBy = verifiedBy
    self.document = document
    self.by = by
  }
}

/// Record an audit of the project's money.
public struct RecordAudit: ProjectCommand {
  public static var name: WireName { "funding.record-audit" }
  public static var senders: Set<Role> { [.audit, .finance] }
  public static var example: RecordAudit {
    RecordAudit(
      project: "330382-2024-0007", kind: .processTracking, from: .sample, until: .sample, issues: 0, findings: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let kind: AuditKind
  /// The period that was audited, both days included.
  public let from: BusinessDate
  public let until: BusinessDate
  /// How many issues it raises.
  public let issues: Whole<0, 10_000>
  /// The auditor's report.
  public let findings: DocumentHash
  public let replaces: Replacement?

  public var documents: [DocumentHash] { [findings] }

  public init(
    project: ProjectID, kind: AuditKind, from: BusinessDate, until: BusinessDate, issues: Whole<0, 10_000>,
    findings: DocumentHash, replaces: Replacement? = nil
  ) {
    self.project = project
    self.kind = kind
    self.from = from
    self.until = until
    self.issues = issues
    self.findings = findings
    self.replaces = replaces
  }
}

/// At which moment an audit looked at the money (domain §9.9).
public enum AuditKind: String, WireEnum {
  /// 过程跟踪审计 (plan 3.6)
  case processTracking = "process-tracking"
  /// 竣工财务决算审计
  case finalAccounts = "final-accounts"
  /// 专项审计
  case special
}

/// An audit was recorded.
public struct AuditRecorded: ProjectEvent {
  public static var name: WireName { "funding.audit-recorded" }
  public static var isWithdrawable: Bool { true }
  public static var example: AuditRecorded {
    AuditRecorded(
      project: "330382-2024-0007", kind: .processTracking, from: .sample, until: .sample, issues: 0, findings: .sample)
  }

  public let project: ProjectID
  public let kind: AuditKind
  public let from: BusinessDate
  public let until: BusinessDate
  public let issues: Whole<0, 10_000>
  public let findings: DocumentHash

  public init(
    project: ProjectID, kind: AuditKind, from: BusinessDate, until: BusinessDate, issues: Whole<0, 10_000>,
    findings: DocumentHash
  ) {
    self.project = project
    self.kind = kind
    self.from = from
    self.until = until
    self.issues = issues
    self.findings = findings
  }
}
