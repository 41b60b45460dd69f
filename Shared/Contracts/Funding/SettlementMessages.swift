import DomainModel

/// Settle the subsidy on the verified accounts and find what residents and treasury still owe or get back (plan 3.7,
/// 5.2.1; AMB-16). What it finds are items that a person approves; nothing is moved by itself.
public struct Settle: ProjectCommand {
  public static var name: WireName { "funding.settle" }
  public static var senders: Set<Role> { [.finance, .renovationOffice] }
  public static var example: Settle { Settle(project: "330382-2024-0007") }
  public typealias Reply = SettlementReport

  public let project: ProjectID
  public let ruleOverrides: Listing<RuleOverride, 8>

  public var overrides: [RuleOverride] { ruleOverrides.items }

  public init(project: ProjectID, ruleOverrides: Listing<RuleOverride, 8> = []) {
    self.project = project
    self.ruleOverrides = ruleOverrides
  }
}

/// Which way an item goes.
public enum SettlementDirection: String, WireEnum {
  /// To be paid into the project's account.
  case due
  /// To be paid back out of it.
  case refund
}

/// Where an item stands.
public enum SettlementState: String, WireEnum {
  case open, approved, dismissed, paid
}

/// What one payer owes or gets back.
public struct SettlementLine: Codable, Hashable, Sendable {
  public let item: SettlementID
  public let fund: Fund
  /// The unit whose share differs; nil for the treasury, and for the residents together where no shares were fixed.
  public let unit: UnitID?
  public let direction: SettlementDirection
  public let amount: Money

  public init(item: SettlementID, fund: Fund, unit: UnitID?, direction: SettlementDirection, amount: Money) {
    self.item = item
    self.fund = fund
    self.unit = unit
    self.direction = direction
    self.amount = amount
  }
}

/// The settlement in figures.
public struct SettlementReport: Codable, Hashable, Sendable {
  public let project: ProjectID
  public let figures: SubsidyFigures
  /// What residents were asked for on the estimate, and what it comes to on the accounts.
  public let residentsEstimated: Money
  public let residentsFinal: Money
  /// What the treasury has paid in, and what it comes to.
  public let subsidyReceived: Money
  public let subsidyFinal: Money
  public let items: Int
  public let openItems: Int
  public let isSubsidySettled: Bool

  public init(
    project: ProjectID, figures: SubsidyFigures, residentsEstimated: Money, residentsFinal: Money,
    subsidyReceived: Money, subsidyFinal: Money, items: Int, openItems: Int, isSubsidySettled: Bool
  ) {
    self.project = project
    self.figures = figures
    self.residentsEstimated = residentsEstimated
    self.residentsFinal = residentsFinal
    self.subsidyReceived = subsidyReceived
    self.subsidyFinal = subsidyFinal
    self.items = items
    self.openItems = openItems
    self.isSubsidySettled = isSubsidySettled
  }
}

/// The settlement was computed; its items follow in `SettlementItemsListed`.
public struct SettlementComputed: ProjectEvent {
  public static var name: WireName { "funding.settlement-computed" }
  public static var example: SettlementComputed {
    SettlementComputed(
      project: "330382-2024-0007", figures: .example, residentsEstimated: .sample, residentsFinal: .sample,
      subsidyReceived: .zero, items: 1, isSubsidyEven: true, by: .example)
  }

  public let project: ProjectID
  public let figures: SubsidyFigures
  public let residentsEstimated: Money
  public let residentsFinal: Money
  public let subsidyReceived: Money
  public let items: Whole<0, 100_001>
  /// The treasury has paid exactly what it comes to: there is nothing to approve.
  public let isSubsidyEven: Bool
  public let by: StepTaker

  public var facts: [FactStatement] { [FactStatement(.subsidySettled, .flag(isSubsidyEven))] }

  public init(
    project: ProjectID, figures: SubsidyFigures, residentsEstimated: Money, residentsFinal: Money,
    subsidyReceived: Money, items: Whole<0, 100_001>, isSubsidyEven: Bool, by: StepTaker
  ) {
    self.project = project
    self.figures = figures
    self.residentsEstimated = residentsEstimated
    self.residentsFinal = residentsFinal
    self.subsidyReceived = subsidyReceived
    self.items = items
    self.isSubsidyEven = isSubsidyEven
    self.by = by
  }
}

/// Items of a settlement, open until a person approves them.
public struct SettlementItemsListed: ProjectEvent {
  public static var name: WireName { "funding.settlement-items-listed" }
  public static var readers: Readers { .roles([.subdistrict, .residentsCommittee, .ownersBody, .finance, .audit]) }
  public static var example: SettlementItemsListed {
    SettlementItemsListed(
      project: "330382-2024-0007",
      lines: [
        SettlementLine(
          item: "330382-2024-0007/S1", fund: .resident, unit: "u-03-1-502", direction: .due, amount: .sample)
      ])
  }
  /// So many lines still make an event of less than 64 KiB.
  public static let most = 300

  public let project: ProjectID
  public let lines: Listing<SettlementLine, 300>

  public init(project: ProjectID, lines: Listing<SettlementLine, 300>) {
    self.project = project
    self.lines = lines
  }
}

/// Approve items of the settlement: what is due becomes owed, what is refunded is bound for payment.
public struct ApproveSettlementItem: ProjectCommand {
  public static var name: WireName { "funding.approve-settlement-item" }
  public static var senders: Set<Role> { [.finance, .renovationOffice, .cityGovernment] }
  public static var example: ApproveSettlementItem {
    ApproveSettlementItem(project: "330382-2024-0007", items: ["330382-2024-0007/S1"])
  }
  public typealias Reply = SettlementReport

  public let project: ProjectID
  public let items: Listing<SettlementID, 500>
  /// Why they are approved, where that is more than the accounts say.
  public let reason: Text<500>?

  public init(project: ProjectID, items: Listing<SettlementID, 500>, reason: Text<500>? = nil) {
    self.project = project
    self.items = items
    self.reason = reason
  }
}

/// Decide not to pursue items, with the reason: the documents are silent on the true-up, so a person may (AMB-16).
public struct DismissSettlementItem: ProjectCommand {
  public static var name: WireName { "funding.dismiss-settlement-item" }
  public static var senders: Set<Role> { [.finance, .renovationOffice, .cityGovernment] }
  public static var example: DismissSettlementItem {
    DismissSettlementItem(project: "330382-2024-0007", items: ["330382-2024-0007/S2"], reason: "差额不足一元，经研究不再收取")
  }
  public typealias Reply = SettlementReport

  public let project: ProjectID
  public let items: Listing<SettlementID, 500>
  public let reason: Text<500>

  public init(project: ProjectID, items: Listing<SettlementID, 500>, reason: Text<500>) {
    self.project = project
    self.items = items
    self.reason = reason
  }
}

/// Items were decided by a person.
public struct SettlementItemsDecided: ProjectEvent {
  public static var name: WireName { "funding.settlement-items-decided" }
  public static var example: SettlementItemsDecided {
    SettlementItemsDecided(
      project: "330382-2024-0007", items: ["330382-2024-0007/S1"], state: .approved, settlesSubsidy: true, by: .example,
      reason: nil)
  }

  public let project: ProjectID
  public let items: Listing<SettlementID, 500>
  /// `approved` or `dismissed`.
  public let state: SettlementState
  /// The treasury's item is among them.
  public let settlesSubsidy: Bool
  public let by: StepTaker
  public let reason: Text<500>?

  public var facts: [FactStatement] { settlesSubsidy ? [FactStatement(.subsidySettled, .flag(true))] : [] }

  public init(
    project: ProjectID, items: Listing<SettlementID, 500>, state: SettlementState, settlesSubsidy: Bool, by: StepTaker,
    reason: Text<500>?
  ) {
    self.project = project
    self.items = items
    self.state = state
    self.settlesSubsidy = settlesSubsidy
    self.by = by
    self.reason = reason
  }
}

/// Record that an approved refund was paid.
public struct PaySettlementItem: ProjectCommand {
  public static var name: WireName { "funding.pay-settlement-item" }
  public static var senders: Set<Role> { [.subdistrict, .finance, .bank] }
  public static var example: PaySettlementItem {
    PaySettlementItem(item: "330382-2024-0007/S1", transaction: "20250311000004")
  }
  public typealias Reply = Accepted

  public let item: SettlementID
  public let transaction: BankReference

  public var project: ProjectID { item.project() }

  public init(item: SettlementID, transaction: BankReference) {
    self.item = item
    self.transaction = transaction
  }
}

/// A refund was paid.
public struct SettlementItemPaid: ProjectEvent {
  public static var name: WireName { "funding.settlement-item-paid" }
  public static var example: SettlementItemPaid {
    SettlementItemPaid(item: "330382-2024-0007/S1", transaction: "20250311000004")
  }

  public let item: SettlementID
  public let transaction: BankReference

  public var project: ProjectID { item.project() }

  public init(item: SettlementID, transaction: BankReference) {
    self.item = item
    self.transaction = transaction
  }
}

/// Record what was decided about the subsidy in view of the post-evaluation (plan 3.9). The document links the two and
/// gives no formula, so it is a person's decision; nothing is deducted by it.
public struct RecordEvaluationLink: ProjectCommand {
  public static var name: WireName { "funding.record-evaluation-link" }
  public static var senders: Set<Role> { [.renovationOffice, .finance, .cityGovernment] }
  public static var example: RecordEvaluationLink {
    RecordEvaluationLink(
      project: "330382-2024-0007", consequence: .unchanged, amount: nil, evaluation: .sample, reason: "满意率良好，按核定数拨付")
  }
  public typealias Reply = Accepted

  public let project: ProjectID
  public let consequence: EvaluationConsequence
  /// How much, where it is not unchanged. Information: it moves no money.
  public let amount: Money?
  /// The result of the post-evaluation.
  public let evaluation: DocumentHash
  public let reason: Text<500>

  public var documents: [DocumentHash] { [evaluation] }

  public init(
    project: ProjectID, consequence: EvaluationConsequence, amount: Money?, evaluation: DocumentHash, reason: Text<500>
  ) {
    self.project = project
    self.consequence = consequence
    self.amount = amount
    self.evaluation = evaluation
    self.reason = reason
  }
}

/// What a person decided in view of the post-evaluation; never computed (domain §9.9).
public enum EvaluationConsequence: String, WireEnum {
  case unchanged, rewarded, reduced, withheld
}

/// A decision on subsidy and evaluation was recorded.
public struct EvaluationLinkRecorded: ProjectEvent {
  public static var name: WireName { "funding.evaluation-link-recorded" }
  public static var example: EvaluationLinkRecorded {
    EvaluationLinkRecorded(
      project: "330382-2024-0007", consequence: .unchanged, amount: nil, evaluation: .sample, reason: "满意率良好，按核定数拨付",
      by: .example)
  }

  public let project: ProjectID
  public let consequence: EvaluationConsequence
  public let amount: Money?
  public let evaluation: DocumentHash
  public let reason: Text<500>
  public let by: StepTaker

  public init(
    project: ProjectID, consequence: EvaluationConsequence, amount: Money?, evaluation: DocumentHash, reason: Text<500>,
    by: StepTaker
  ) {
    self.project = project
    self.consequence = consequence
    self.amount = amount
    self.evaluation = evaluation
    self.reason = reason
    self.by = by
  }
}
