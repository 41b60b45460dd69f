import DomainModel

/// How finished works are accepted, filed and archived (domain §12; Sichuan 7.1, Wenzhou 3.8 and 4.6, Tiexi 6.6, Yueqing
/// plan 3.7, 3.8 and 4.6).
public struct AcceptanceTerms: Hashable, Sendable, Decodable {
  public let organiser: Provision<[Role]>
  public let technicalRulesBy: Provision<[Role]>
  /// 联合验收.
  public let joint: Provision<Need>
  public let parties: Provision<[Cited<AcceptancePartyTerms>]>
  public let fireInspection: Provision<FireInspection>
  public let rectification: Provision<Rectification>
  public let filingMaterials: Provision<[Cited<Coded>]>
  public let fireFiling: Provision<FireFiling>
  public let finalAccounts: Provision<FinalAccounts>
  public let archiving: Provision<Archiving>
}

/// A part in which somebody must be at the acceptance.
public struct AcceptancePartyTerms: Decodable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  /// Any of these does as well: the owners' committee or representatives (Sichuan 7.1).
  public let or: [Identifier<SlugKind>]?
}

/// When the fire inspection must have been passed.
public enum FireInspection: String, WireEnum {
  /// Passed before the completion acceptance report may be made (Wenzhou 4.7, Yueqing plan 4.7).
  case beforeReport = "before-report"
}

/// How what was found wrong is put right before the acceptance passes.
public enum Rectification: String, WireEnum {
  /// Acceptance is passed only when every defect is fixed and checked again.
  case allDefectsClosed = "all-defects-closed"
  /// Defects are followed up after acceptance.
  case followedUp = "followed-up"
}

/// How the fire acceptance reaches the filing.
public enum FireFiling: String, WireEnum {
  case sharedBySystem = "shared-by-system"
}

/// How soon the final accounts follow the acceptance.
public enum FinalAccounts: String, WireEnum {
  case promptlyAfterAcceptance = "promptly-after-acceptance"
  case reviewedOrAudited = "reviewed-or-audited"
}

/// What becomes of the files (AMB-35).
public struct Archiving: Decodable, Hashable, Sendable {
  /// What the archive does: a record of receipt, or a full transfer (AMB-35).
  public enum Mode: String, WireEnum {
    /// 备案: a record of receipt.
    case filed
    /// 归档: a full transfer.
    case archived
  }

  public let mode: Mode
  public let to: Role
  /// Whether documents may be taken as they actually came about.
  public let asFormed: Bool
}
