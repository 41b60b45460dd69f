import DomainModel

/// Record a payment of the reward that was decided in view of the evaluation (以奖代补, Tiexi 6.6). The money is fiscal and
/// stays with the project's costs.
public struct PayReward: ProjectCommand {
  public static var name: WireName { "funding.pay-reward" }
  public static var senders: Set<Role> { [.finance] }
  public static var example: PayReward {
    PayReward(
      project: "330382-2024-0007", transaction: "20220901000003", amount: .sample, clearedOn: .sample, level: .prefecture,
      allocation: .sample)
  }
  public typealias Reply = RewardReport

  public let project: ProjectID
  /// The bank's number; each counts once.
  public let transaction: BankReference
  public let amount: Money
  /// The day on which it cleared in the project's account.
  public let clearedOn: BusinessDate
  /// Whose treasury pays.
  public let level: TreasuryLevel
  /// The paper that allocates the money.
  public let allocation: DocumentHash

  public var documents: [DocumentHash] { [allocation] }

  public init(
    project: ProjectID, transaction: BankReference, amount: Money, clearedOn: BusinessDate, level: TreasuryLevel,
    allocation: DocumentHash
  ) {
    self.project = project
    self.transaction = transaction
    self.amount = amount
    self.clearedOn = clearedOn
    self.level = level
    self.allocation = allocation
  }
}

/// How much of a reward is paid.
public struct RewardReport: Codable, Hashable, Sendable {
  public let decided: Money
  public let paid: Money

  public init(decided: Money, paid: Money) {
    self.decided = decided
    self.paid = paid
  }
}

/// A part of the reward was paid. The deposit itself is recorded beside it.
public struct RewardPaid: ProjectEvent {
  public static var name: WireName { "funding.reward-paid" }
  public static var example: RewardPaid {
    RewardPaid(
      project: "330382-2024-0007", transaction: "20220901000003", amount: .sample, level: .prefecture,
      allocation: .sample, by: .example)
  }

  public let project: ProjectID
  public let transaction: BankReference
  public let amount: Money
  public let level: TreasuryLevel
  public let allocation: DocumentHash
  public let by: StepTaker

  public init(
    project: ProjectID, transaction: BankReference, amount: Money, level: TreasuryLevel, allocation: DocumentHash,
    by: StepTaker
  ) {
    self.project = project
    self.transaction = transaction
    self.amount = amount
    self.level = level
    self.allocation = allocation
    self.by = by
  }
}

/// Who is to pay a project and who has paid: the reviewed budget, what cleared, the final accounts and the reward.
public struct SourcesQuery: ProjectQuery {
  public static var name: WireName { "funding.sources" }
  public static var example: SourcesQuery { SourcesQuery(project: "330382-2024-0007") }

  public let project: ProjectID

  public init(project: ProjectID) {
    self.project = project
  }

  public typealias Answer = SourcesAnswer
}

/// A project's money by source.
public struct SourcesAnswer: Codable, Hashable, Sendable {
  /// Nil before finance reviewed one.
  public let budget: Money?
  public let parts: [BudgetPart]
  /// What cleared and stands, by source; sources without money are left out.
  public let received: [Received]
  /// Of it the fiscal money, by the treasury it came from.
  public let fiscal: [FiscalPart]?
  /// Nil before the final accounts were reviewed or verified.
  public let finalAccounts: Money?
  public let rewardDecided: Money
  public let rewardPaid: Money

  /// What came from one source.
  public struct Received: Codable, Hashable, Sendable {
    public let source: DepositSource
    public let amount: Money

    public init(source: DepositSource, amount: Money) {
      self.source = source
      self.amount = amount
    }
  }

  public init(
    budget: Money?, parts: [BudgetPart], received: [Received], finalAccounts: Money?, rewardDecided: Money,
    rewardPaid: Money, fiscal: [FiscalPart]? = nil
  ) {
    self.budget = budget
    self.parts = parts
    self.received = received
    self.fiscal = fiscal
    self.finalAccounts = finalAccounts
    self.rewardDecided = rewardDecided
    self.rewardPaid = rewardPaid
  }
}
