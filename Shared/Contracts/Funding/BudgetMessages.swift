import DomainModel

/// Who is to pay a part of a reviewed budget, where the city names no formula (Tiexi 5.4, 6.3, 7.4).
public enum BudgetSource: String, WireEnum {
  /// 中央财政专项资金
  case central
  /// 省级财政资金
  case provincial
  /// 市级财政资金
  case city
  /// 区县财政资金
  case district
  /// 居民出资
  case residents
  /// 原产权单位出资
  case originalOwner = "original-owner"
  /// 管线经营单位出资
  case utilityOperator = "utility-operator"
  /// 社会资本
  case socialCapital = "social-capital"
}

/// How much of a budget one source is to pay.
public struct BudgetPart: Codable, Hashable, Sendable {
  public let source: BudgetSource
  public let amount: Money

  public init(source: BudgetSource, amount: Money) {
    self.source = source
    self.amount = amount
  }
}

/// Record that finance reviewed the budget of the valid plan (工程预算审核), with who is to pay it.
public struct ReviewBudget: ProjectCommand {
  public static var name: WireName { "funding.review-budget" }
  public static var senders: Set<Role> { [.finance] }
  public static var example: ReviewBudget {
    ReviewBudget(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2", amount: .sample,
      parts: [BudgetPart(source: .central, amount: .sample)], document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The plan version; it must be the valid one.
  public let plan: PlanID
  /// The amount as reviewed.
  public let amount: Money
  /// Each source once; together they make up the amount to the fen.
  public let parts: Listing<BudgetPart, 8>
  /// The review's report.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(
    project: ProjectID, plan: PlanID, amount: Money, parts: Listing<BudgetPart, 8>, document: DocumentHash
  ) {
    self.project = project
    self.plan = plan
    self.amount = amount
    self.parts = parts
    self.document = document
  }
}

/// Finance reviewed a budget; it takes the place of an earlier one.
public struct BudgetReviewed: ProjectEvent {
  public static var name: WireName { "funding.budget-reviewed" }
  public static var example: BudgetReviewed {
    BudgetReviewed(
      project: "330382-2024-0007", plan: "330382-2024-0007/P2", amount: .sample,
      parts: [BudgetPart(source: .central, amount: .sample)], document: .sample, by: .example)
  }

  public let project: ProjectID
  public let plan: PlanID
  public let amount: Money
  public let parts: Listing<BudgetPart, 8>
  public let document: DocumentHash
  public let by: StepTaker

  public var facts: [FactStatement] { [FactStatement(.budgetReviewed, .flag(true))] }

  public init(
    project: ProjectID, plan: PlanID, amount: Money, parts: Listing<BudgetPart, 8>, document: DocumentHash,
    by: StepTaker
  ) {
    self.project = project
    self.plan = plan
    self.amount = amount
    self.parts = parts
    self.document = document
    self.by = by
  }
}

/// Record that finance reviewed the final accounts (决算审核) in a city without a subsidy formula: the total, and nothing
/// computed from it.
public struct ReviewFinalAccounts: ProjectCommand {
  public static var name: WireName { "funding.review-final-accounts" }
  public static var senders: Set<Role> { [.finance] }
  public static var example: ReviewFinalAccounts {
    ReviewFinalAccounts(project: "330382-2024-0007", total: .sample, document: .sample)
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  /// The whole investment as reviewed.
  public let total: Money
  public let document: DocumentHash
  /// Why accounts that were reviewed before are reviewed again.
  public let reason: Text<200>?

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, total: Money, document: DocumentHash, reason: Text<200>? = nil) {
    self.project = project
    self.total = total
    self.document = document
    self.reason = reason
  }
}

/// Finance reviewed the final accounts.
public struct FinalAccountsReviewed: ProjectEvent {
  public static var name: WireName { "funding.final-accounts-reviewed" }
  public static var example: FinalAccountsReviewed {
    FinalAccountsReviewed(project: "330382-2024-0007", total: .sample, document: .sample, by: .example)
  }

  public let project: ProjectID
  public let total: Money
  public let document: DocumentHash
  public let by: StepTaker

  public var facts: [FactStatement] {
    [
      FactStatement(.finalAccountsVerified, .flag(true)), FactStatement(.finalInvestment, .money(total)),
    ]
  }

  public init(project: ProjectID, total: Money, document: DocumentHash, by: StepTaker) {
    self.project = project
    self.total = total
    self.document = document
    self.by = by
  }
}
