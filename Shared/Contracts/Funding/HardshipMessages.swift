import DomainModel

/// Why a household needs help, as civil affairs finds it (Ziyang Annex 8).
public enum HardshipKind: String, WireEnum {
  /// 低保户
  case minimumLivingAllowance = "minimum-living-allowance"
  /// 低收入家庭
  case lowIncome = "low-income"
  /// 特困人员
  case specialHardship = "special-hardship"
  /// 其他社会救助对象
  case otherAid = "other-aid"
}

/// Mark a household as needy, as civil affairs established (困难群众身份认定, Ziyang Annex 8). Which household and why goes into
/// the vault; the record holds an opaque id.
public struct FlagHardship: ProjectCommand {
  public static var name: WireName { "funding.flag-hardship" }
  public static var senders: Set<Role> { [.civilAffairs] }
  public static var example: FlagHardship {
    FlagHardship(
      project: "330382-2024-0007", household: "p-7f3a90c21b44", unit: "u-03-1-502", kind: .lowIncome, replaces: nil)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// An opaque id for the household.
  public let household: PersonID
  /// Goes into the vault.
  public let unit: UnitID
  /// Goes into the vault.
  public let kind: HardshipKind
  public let replaces: Replacement?

  public init(project: ProjectID, household: PersonID, unit: UnitID, kind: HardshipKind, replaces: Replacement?) {
    self.project = project
    self.household = household
    self.unit = unit
    self.kind = kind
    self.replaces = replaces
  }
}

/// A household was marked as needy.
public struct HardshipFlagged: ProjectEvent {
  public static var name: WireName { "funding.hardship-flagged" }
  public static var isWithdrawable: Bool { true }
  public static var readers: Readers { .roles([.civilAffairs, .districtGovernment, .subdistrict, .finance]) }
  public static var example: HardshipFlagged {
    HardshipFlagged(project: "330382-2024-0007", household: "p-7f3a90c21b44")
  }

  public let project: ProjectID
  public let household: PersonID

  public init(project: ProjectID, household: PersonID) {
    self.project = project
    self.household = household
  }
}
