import DomainModel

/// What residents are to raise themselves, part by part, as the pledge prints it (Wenzhou Annex 5; AMB-55). Amounts in
/// yuan to the fen, though the form prints ten thousands of yuan.
public struct SelfRaisedParts: Codable, Hashable, Sendable {
  /// 居民出资
  public let residents: Money
  /// 申请使用房改房维修资金
  public let housingReformFund: Money
  /// 物业管理专项资金
  public let managementFund: Money
  /// 争取社会捐赠
  public let donations: Money
  /// 其他改造资金
  public let other: Money

  public init(residents: Money, housingReformFund: Money, managementFund: Money, donations: Money, other: Money) {
    self.residents = residents
    self.housingReformFund = housingReformFund
    self.managementFund = managementFund
    self.donations = donations
    self.other = other
  }

  /// All five together.
  public func sum() throws(ArithmeticFault) -> Money {
    try Money.sum([residents, housingReformFund, managementFund, donations, other])
  }

  public static let example = SelfRaisedParts(
    residents: .sample, housingReformFund: .zero, managementFund: .zero, donations: .zero, other: .zero)
}

/// Record what the residents pledge to raise for a plan (居民承诺书, Wenzhou Annex 5): the amount that the money gates ask
/// for where the city has no formula of its own. Sent again it takes the place of the one before.
public struct RecordSelfRaisedPlan: ProjectCommand {
  public static var name: WireName { "funding.record-self-raised-plan" }
  public static var senders: Set<Role> { .community }
  public static var example: RecordSelfRaisedPlan {
    RecordSelfRaisedPlan(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", total: .sample, parts: .example, document: .sample)
  }
  public typealias Reply = SelfRaisedReport

  public let project: ProjectID
  /// The plan version that the money is for; it must be the valid one.
  public let plan: PlanID
  /// 居民拟自筹资金, the total as printed.
  public let total: Money
  public let parts: SelfRaisedParts
  /// The signed pledge.
  public let document: DocumentHash

  public var documents: [DocumentHash] { [document] }

  public init(project: ProjectID, plan: PlanID, total: Money, parts: SelfRaisedParts, document: DocumentHash) {
    self.project = project
    self.plan = plan
    self.total = total
    self.parts = parts
    self.document = document
  }
}

/// What is to be raised, and how much of it is there.
public struct SelfRaisedReport: Codable, Hashable, Sendable {
  public let plan: PlanID
  public let total: Money
  public let parts: SelfRaisedParts
  public let standing: FundsStanding

  public init(plan: PlanID, total: Money, parts: SelfRaisedParts, standing: FundsStanding) {
    self.plan = plan
    self.total = total
    self.parts = parts
    self.standing = standing
  }
}

/// What residents are to raise was pledged; it takes the place of an earlier pledge.
public struct SelfRaisedPlanRecorded: ProjectEvent {
  public static var name: WireName { "funding.self-raised-plan-recorded" }
  public static var example: SelfRaisedPlanRecorded {
    SelfRaisedPlanRecorded(
      project: "330382-2024-0007", plan: "330382-2024-0007/P1", total: .sample, parts: .example, document: .sample,
      standing: .example)
  }

  public let project: ProjectID
  public let plan: PlanID
  public let total: Money
  public let parts: SelfRaisedParts
  public let document: DocumentHash
  /// The resident money against the new total.
  public let standing: FundsStanding

  public var facts: [FactStatement] { [FactStatement(.residentFundsPlanned, .money(total))] + standing.facts }

  public init(
    project: ProjectID, plan: PlanID, total: Money, parts: SelfRaisedParts, document: DocumentHash,
    standing: FundsStanding
  ) {
    self.project = project
    self.plan = plan
    self.total = total
    self.parts = parts
    self.document = document
    self.standing = standing
  }
}
