import DomainModel

/// Who takes over what, when, and who answers for it afterwards (Wenzhou 3.9, Ziyang 4.7, Yueqing plan 3.8).
public struct HandoverTerms: Hashable, Sendable, Decodable {
  public let assets: Provision<[Cited<AssetClass>]>
  public let upkeepAfterWarranty: Provision<UpkeepBearer>
  public let warrantyPeriods: Provision<[Cited<WarrantyPeriod>]>
}

/// A class of what the works leave behind.
public struct AssetClass: Decodable, Hashable, Sendable {
  /// What must have happened before a class of assets is handed over.
  public enum Condition: String, WireEnum {
    case afterAcceptance = "after-acceptance"
    /// Accepted jointly by the utility and the construction unit.
    case jointAcceptance = "joint-acceptance"
    /// The lead department of the special works arranges it.
    case leadDepartment = "lead-department"
    case afterWarranty = "after-warranty"
  }

  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  public let receivers: [Role]
  public let condition: Condition
  public let givenBy: Role?
}

/// Who bears upkeep and repair after the warranty (AMB-43).
public enum UpkeepBearer: String, WireEnum {
  case owners, residents
}

/// How long the contractor answers for a part of the works, from passed acceptance.
public struct WarrantyPeriod: Decodable, Hashable, Sendable {
  public let code: Identifier<SlugKind>
  public let zh: String
  public let en: String
  public let years: Int?
  /// Heating and cooling are counted in seasons.
  public let seasons: Int?
}
