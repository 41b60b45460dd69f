import Contracts
import DomainModel
import ServiceKit

/// What finance reviewed of a project's money, and the reward that followed its evaluation.
struct ReviewedMoney: Entity {
  static let kind = "reviewed-money"
  let project: ProjectID
  var budget: BudgetReviewed?
  var budgetOn: BusinessDate?
  var accounts: FinalAccountsReviewed?
  var accountsOn: BusinessDate?
  /// As decided last; zero where nothing, or no reward, was decided.
  var rewardDecided = Money.zero
  var rewardPaid = Money.zero

  var key: String { project.rawValue }

  init(project: ProjectID) {
    self.project = project
  }
}

/// Fiscal money of one level that cleared for the project's own costs and stands (AMB-20).
struct FiscalReceived: Entity {
  static let kind = "fiscal-received"
  let project: ProjectID
  let level: TreasuryLevel
  var amount: Money

  var key: String { FiscalReceived.key(project, level) }
  static func key(_ project: ProjectID, _ level: TreasuryLevel) -> String { "\(project)/\(level.rawValue)" }

  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, _, entities in
      guard let level = event.level, event.purpose == .projectCosts else { return }
      let amount = try Money.sum(event.rows.filter { $0.source.fund == .fiscal }.map(\.amount))
      guard amount > .zero else { return }
      let before = try entities.get(FiscalReceived.self, key(event.project, level))?.amount ?? .zero
      try entities.put(FiscalReceived(project: event.project, level: level, amount: try before.adding(amount)))
    },
    .on(DepositReversed.self) { event, _, entities in
      let deposit = Deposit.key(event.project, event.account.value, event.transaction)
      guard event.purpose == .projectCosts, event.row.source.fund == .fiscal,
        let level = try entities.get(Deposit.self, deposit)?.level
      else { return }
      try entities.update(FiscalReceived.self, key(event.project, level)) {
        $0.amount = $0.amount.reduced(by: event.row.amount)
      }
    },
  ]
}

/// What cleared from one source and stands.
struct SourceReceived: Entity {
  static let kind = "source-received"
  let project: ProjectID
  let source: DepositSource
  var amount: Money

  var key: String { SourceReceived.key(project, source) }
  static func key(_ project: ProjectID, _ source: DepositSource) -> String { "\(project)/\(source.rawValue)" }
}

extension EntityView {
  /// The fiscal money of a project by level, levels without money left out.
  func fiscalMoney(of project: ProjectID) throws -> [FiscalPart] {
    try all(FiscalReceived.self, prefix: "\(project)/").filter { $0.amount > .zero }
      .map { FiscalPart(level: $0.level, amount: $0.amount) }
  }

  func reviewedMoney(of project: ProjectID) throws -> ReviewedMoney {
    try get(ReviewedMoney.self, project.rawValue) ?? ReviewedMoney(project: project)
  }
}

extension ReviewedMoney {
  private static func change(
    _ project: ProjectID, _ entities: any EntityEditor, _ change: (inout ReviewedMoney) throws -> Void
  ) throws {
    var money = try entities.reviewedMoney(of: project)
    try change(&money)
    try entities.put(money)
  }

  static let folds: [Fold] = [
    .on(BudgetReviewed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.budget = event
        $0.budgetOn = stamp.effectiveOn
      }
    },
    .on(FinalAccountsReviewed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.accounts = event
        $0.accountsOn = stamp.effectiveOn
      }
    },
    .on(EvaluationLinkRecorded.self) { event, _, entities in
      try change(event.project, entities) {
        $0.rewardDecided = event.consequence == .rewarded ? event.amount ?? .zero : .zero
      }
    },
    .on(RewardPaid.self) { event, _, entities in
      try change(event.project, entities) { $0.rewardPaid = try $0.rewardPaid.adding(event.amount) }
    },
  ]
}

extension SourceReceived {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, _, entities in
      for source in DepositSource.allCases {
        let amount = try Money.sum(event.rows.filter { $0.source == source }.map(\.amount))
        guard amount > .zero else { continue }
        let before = try entities.get(SourceReceived.self, key(event.project, source))?.amount ?? .zero
        try entities.put(
          SourceReceived(project: event.project, source: source, amount: try before.adding(amount)))
      }
    },
    .on(DepositReversed.self) { event, _, entities in
      try entities.update(SourceReceived.self, key(event.project, event.row.source)) {
        $0.amount = $0.amount.reduced(by: event.row.amount)
      }
    },
  ]
}
