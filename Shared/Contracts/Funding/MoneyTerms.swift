import DomainModel

/// Whose money it is; kept apart from the first deposit to the last payment (plan 5.2.1).
public enum Fund: String, WireEnum {
  /// 居民自筹资金
  case resident
  /// 社会资金
  case social
  /// 财政补助资金
  case fiscal
}

/// What money was given for. It never leaves its purpose (plan 5.2.1, Annex 2).
public enum FundPurpose: String, WireEnum {
  /// The renovation project's own costs: what is planned, subsidised and settled.
  case projectCosts = "project-costs"
  /// Lifts, which have rules and money of their own (plan 5.2.1).
  case lifts
}

/// Where a deposit comes from. What counts as resident money stands in plan 5.2.2.
public enum DepositSource: String, WireEnum {
  /// 个人出资
  case personal
  /// 单位捐资
  case unitDonation = "unit-donation"
  /// 物业专项维修资金
  case maintenanceFund = "maintenance-fund"
  /// 小区公共收益
  case commonIncome = "common-income"
  /// 房改房维修资金 (Wenzhou Annex 5)
  case housingReformFund = "housing-reform-fund"
  /// 社会捐赠 that the residents' pledge counts in (Wenzhou Annex 5, AMB-55)
  case donation
  /// 其他改造资金 that the residents' pledge counts in (Wenzhou Annex 5)
  case otherSelfRaised = "other-self-raised"
  /// 社会资金
  case socialCapital = "social-capital"
  /// 原产权单位出资 (Tiexi 7.4)
  case originalOwner = "original-owner"
  /// 管线经营单位出资 (Tiexi 7.4)
  case utilityOperator = "utility-operator"
  /// 财政补助资金
  case fiscal

  public var fund: Fund {
    switch self {
    case .personal, .unitDonation, .maintenanceFund, .commonIncome, .housingReformFund, .donation, .otherSelfRaised:
      .resident
    case .socialCapital, .originalOwner, .utilityOperator: .social
    case .fiscal: .fiscal
    }
  }
}

/// What a payment is for.
public enum CostCategory: String, WireEnum {
  /// 工程款: paid to the contractor against the contract sum and the progress.
  case works
  /// 设计费
  case design
  /// 监理费
  case worksSupervision = "works-supervision"
  /// 审计、检测、招标等其他费用
  case otherCost = "other-cost"
}

/// The number a bank gives to one transaction: `20240301000017`.
public typealias BankReference = Identifier<BankReferenceKind>
/// The number of a bank account.
public typealias AccountNumber = Identifier<AccountNumberKind>

public enum BankReferenceKind: IdentifierKind {
  public static let pattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$"
  public static let longest = 40
  public static let example = "20240301000017"
  public static func accepts(_ text: String) -> Bool {
    guard (1...40).contains(text.utf8.count), text.utf8.first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 48 && $0 <= 57) || ($0 >= 65 && $0 <= 90) || ($0 >= 97 && $0 <= 122) || $0 == UInt8(ascii: "-")
    }
  }
}

public enum AccountNumberKind: IdentifierKind {
  public static let pattern = "^[0-9]{8,32}$"
  public static let longest = 32
  public static let example = "6217000010000123456"
  public static func accepts(_ text: String) -> Bool {
    (8...32).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 }
  }
}

/// Who took a step: the organisation and, where the key tells, its clerk. For the check that no one approves their own.
public struct StepTaker: Codable, Hashable, Sendable {
  public let organisation: OrganisationID
  public let clerk: ClerkID?

  public init(organisation: OrganisationID, clerk: ClerkID?) {
    self.organisation = organisation
    self.clerk = clerk
  }

  public static let example = StepTaker(organisation: "lecheng-subdistrict", clerk: "clerk-17")
}
