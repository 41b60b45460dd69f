import Contracts
import DomainModel
import ServiceKit

/// The governments' part of a project: what is fixed, what of the district's money is there, and what the city has paid.
struct GovernmentMoney: Entity {
  static let kind = "government-money"
  let project: ProjectID
  var plan: PlanID?
  var shares: GovernmentShares?
  var fixedOn: BusinessDate?
  /// The district's own money that cleared in the project's account.
  var districtInPlace = Money.zero
  /// What the city pays and was applied for, paid or not, without what was sent back.
  var cityAsked = Money.zero
  /// What of it left the city's treasury.
  var cityPaid = Money.zero
  /// Central and provincial money for which there is an opinion.
  var upperAsked = Money.zero
  var transfers = 0
  /// What came from above by a rule of its own; nil in stores of before there was such a thing.
  var exceptions: [UpperPayment]?
  var contributions = Money.zero
  var outsideCosts: [OutsideCostRecorded] = []
  var needyHouseholds: Set<PersonID> = []

  var key: String { project.rawValue }

  /// As many as one project has in earnest.
  static let mostOutsideCosts = 200

  static let folds: [Fold] = [
    .on(GovernmentSharesFixed.self) { event, stamp, entities in
      try change(event.project, entities) {
        $0.plan = event.plan
        $0.shares = event.shares
        $0.fixedOn = stamp.effectiveOn
      }
    },
    .on(DepositsRecorded.self) { event, _, entities in
      guard let level = event.level, let rule = event.upperRule else { return }
      try change(event.project, entities) { money in
        money.exceptions = (money.exceptions ?? [])
          + event.rows.map {
            UpperPayment(
              transaction: $0.transaction, level: level, amount: $0.amount, clearedOn: $0.clearedOn, rule: rule)
          }
      }
    },
    .on(DepositReversed.self) { event, _, entities in
      guard try entities.governmentMoney(of: event.project).exceptions?.isEmpty == false else { return }
      try change(event.project, entities) { money in
        money.exceptions?.removeAll { $0.transaction == event.transaction }
      }
    },
    .on(DepositsRecorded.self) { event, _, entities in
      guard event.purpose == .projectCosts, event.level == .county else { return }
      let amount = try Money.sum(event.rows.map(\.amount))
      try change(event.project, entities) { $0.districtInPlace = try $0.districtInPlace.adding(amount) }
    },
    .on(DepositReversed.self) { event, _, entities in
      let key = Deposit.key(event.project, event.account.value, event.transaction)
      guard event.purpose == .projectCosts, try entities.get(Deposit.self, key)?.level == .county else { return }
      try change(event.project, entities) { $0.districtInPlace = $0.districtInPlace.reduced(by: event.row.amount) }
    },
    .on(TransferRequested.self) { event, _, entities in
      try change(event.project, entities) {
        $0.transfers += 1
        switch event.kind {
        case .cityShare: $0.cityAsked = try $0.cityAsked.adding(event.amount)
        case .upperSubsidy: $0.upperAsked = try $0.upperAsked.adding(event.amount)
        }
      }
    },
    .on(TransferAdvanced.self) { event, _, entities in
      guard let transfer = try entities.get(Transfer.self, event.transfer.rawValue), transfer.kind == .cityShare,
        event.state == transfer.firstPayment
      else { return }
      try change(event.project, entities) { $0.cityPaid = try $0.cityPaid.adding(transfer.amount) }
    },
    .on(TransferRejected.self) { event, _, entities in
      guard let transfer = try entities.get(Transfer.self, event.transfer.rawValue) else { return }
      try change(event.project, entities) {
        switch transfer.kind {
        case .cityShare: $0.cityAsked = $0.cityAsked.reduced(by: transfer.amount)
        case .upperSubsidy: $0.upperAsked = $0.upperAsked.reduced(by: transfer.amount)
        }
      }
    },
    .on(ContributionRecorded.self) { event, _, entities in
      try change(event.project, entities) { $0.contributions = try $0.contributions.adding(event.value) }
    },
    .on(OutsideCostRecorded.self) { event, _, entities in
      try change(event.project, entities) { $0.outsideCosts.append(event) }
    },
    .on(HardshipFlagged.self) { event, _, entities in
      try change(event.project, entities) { $0.needyHouseholds.insert(event.household) }
    },
  ]

  private static func change(
    _ project: ProjectID, _ entities: any EntityEditor, _ change: (inout GovernmentMoney) throws -> Void
  ) throws {
    var money = try entities.governmentMoney(of: project)
    try change(&money)
    try entities.put(money)
  }
}

extension EntityView {
  func governmentMoney(of project: ProjectID) throws -> GovernmentMoney {
    try get(GovernmentMoney.self, project.rawValue) ?? GovernmentMoney(project: project)
  }
}
