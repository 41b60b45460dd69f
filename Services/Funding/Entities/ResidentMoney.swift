import Contracts
import DomainModel
import Policy
import ServiceKit

/// The residents' money of a project: all of it, and what gates may count.
struct ResidentMoney: Entity {
  static let kind = "resident-money"
  let project: ProjectID
  var total = Money.zero
  var standing: FundsStanding?
  /// The events that stated the money as complete since it last was not: steps may rest on any of them.
  var statedComplete: [Int64] = []

  var key: String { project.rawValue }

  /// More than a project ever has: only what changes the counted money is stated again.
  static let mostStatements = 500
}

/// What cleared on one day.
struct ClearedDay: Entity {
  static let kind = "cleared-day"
  let project: ProjectID
  let day: BusinessDate
  var amount: Money

  var key: String { ClearedDay.key(project, day) }
  static func key(_ project: ProjectID, _ day: BusinessDate) -> String { "\(project)/\(day)" }
}

extension EntityView {
  func residentMoney(of project: ProjectID) throws -> ResidentMoney {
    try get(ResidentMoney.self, project.rawValue) ?? ResidentMoney(project: project)
  }

  /// The residents' money day by day.
  func clearedDays(of project: ProjectID) throws -> [ClearedOn] {
    try all(ClearedDay.self, prefix: "\(project)/", limit: 100_000).map { ClearedOn($0.day, $0.amount) }
  }
}

extension FundsStanding {
  init(_ funds: FundsOnDays) throws(ArithmeticFault) {
    let counted = try funds.standing()
    self.init(
      planned: funds.planned, cleared: counted.cleared, asOf: counted.since, completeSince: try funds.completeSince())
  }
}

extension ClearedDay {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, _, entities in
      guard event.purpose == .projectCosts else { return }
      for row in event.rows where row.source.fund == .resident {
        let before = try entities.get(ClearedDay.self, ClearedDay.key(event.project, row.clearedOn))?.amount ?? .zero
        try entities.put(
          ClearedDay(project: event.project, day: row.clearedOn, amount: try before.adding(row.amount)))
      }
    },
    .on(DepositReversed.self) { event, _, entities in
      guard event.purpose == .projectCosts, event.row.source.fund == .resident else { return }
      try entities.update(ClearedDay.self, ClearedDay.key(event.project, event.row.clearedOn)) {
        $0.amount = $0.amount.reduced(by: event.row.amount)
      }
    },
  ]
}

extension ResidentMoney {
  static let folds: [Fold] = [
    .on(DepositsRecorded.self) { event, stamp, entities in
      guard event.purpose == .projectCosts else { return }
      let amount = try Money.sum(event.rows.filter { $0.source.fund == .resident }.map(\.amount))
      var money = try entities.residentMoney(of: event.project)
      money.total = try money.total.adding(amount)
      money.state(event.standing, stamp)
      try entities.put(money)
    },
    .on(DepositReversed.self) { event, stamp, entities in
      guard event.purpose == .projectCosts, event.row.source.fund == .resident else { return }
      var money = try entities.residentMoney(of: event.project)
      money.total = money.total.reduced(by: event.row.amount)
      if event.standing != nil { money.statedComplete = [] }
      money.state(event.standing, stamp)
      try entities.put(money)
    },
    .on(EstimateComputed.self) { event, stamp, entities in
      var money = try entities.residentMoney(of: event.project)
      money.state(event.standing, stamp)
      try entities.put(money)
    },
    .on(GovernmentSharesFixed.self) { event, stamp, entities in
      var money = try entities.residentMoney(of: event.project)
      money.state(event.standing, stamp)
      try entities.put(money)
    },
    .on(SelfRaisedPlanRecorded.self) { event, stamp, entities in
      var money = try entities.residentMoney(of: event.project)
      money.state(event.standing, stamp)
      try entities.put(money)
    },
  ]

  private mutating func state(_ standing: FundsStanding?, _ stamp: EventStamp) {
    guard let standing else { return }
    self.standing = standing
    if standing.completeSince == nil {
      statedComplete = []
    } else if statedComplete.count < ResidentMoney.mostStatements {
      statedComplete.append(stamp.sequence)
    }
  }
}
