import Contracts
import DomainModel
import ServiceKit

/// What funding holds of a project as a whole: its estimate, its division of shares, its account, and what it counts.
struct ProjectFunds: Entity {
  static let kind = "project-funds"
  let project: ProjectID
  var estimate: Estimate?
  /// What residents pledged to raise, where the city has no formula.
  var selfRaised: SelfRaised?
  var division: Division?
  var account: AccountRegistered?
  /// The owners' part where governments share the rest, and no formula computes it.
  var ownersPart: Money?
  /// What was decided of money beyond the need.
  var surplus: SurplusDecided?
  /// Payments asked for so far; the next takes the next number.
  var disbursements = 0
  /// What was asked for works and not rejected, paid or not.
  var askedForWorks = Money.zero

  var key: String { project.rawValue }

  struct Estimate: Codable, Hashable, Sendable {
    let plan: PlanID
    let figures: SubsidyFigures
    let apportionment: ApportionmentKey
    let on: BusinessDate
    let source: SourceRef
  }

  struct SelfRaised: Codable, Hashable, Sendable {
    let plan: PlanID
    let total: Money
    let parts: SelfRaisedParts
    let on: BusinessDate
    let source: SourceRef
  }

  struct Division: Codable, Hashable, Sendable {
    let number: Int
    let plan: PlanID
    let roll: RollID
    let apportionment: ApportionmentKey
    let total: Money
    let units: Int
    let on: BusinessDate
    let source: SourceRef
    let basis: SharesBasis?

    var report: SharesReport {
      SharesReport(
        division: number, roll: roll, apportionment: apportionment, total: total, units: units, basis: basis)
    }
  }

  /// What residents are to pay in; nil before there is an estimate, a pledge or a fixed part.
  var planned: Money? { estimate?.figures.residentsCollected ?? selfRaised?.total ?? ownersPart }
  /// The event that planned it.
  var plannedBy: SourceRef? { estimate?.source ?? selfRaised?.source }
}

extension EntityView {
  func funds(of project: ProjectID) throws -> ProjectFunds {
    try get(ProjectFunds.self, project.rawValue) ?? ProjectFunds(project: project)
  }
}

extension EntityEditor {
  fileprivate func change(_ project: ProjectID, _ change: (inout ProjectFunds) throws -> Void) throws {
    var funds = try funds(of: project)
    try change(&funds)
    try put(funds)
  }
}

extension ProjectFunds {
  static let folds: [Fold] = [
    .on(EstimateComputed.self) { event, stamp, entities in
      try entities.change(event.project) {
        $0.estimate = Estimate(
          plan: event.plan, figures: event.figures, apportionment: event.apportionment, on: stamp.effectiveOn,
          source: stamp.source)
      }
    },
    .on(SelfRaisedPlanRecorded.self) { event, stamp, entities in
      try entities.change(event.project) {
        $0.selfRaised = SelfRaised(
          plan: event.plan, total: event.total, parts: event.parts, on: stamp.effectiveOn, source: stamp.source)
      }
    },
    .on(SharesFixed.self) { event, stamp, entities in
      try entities.change(event.project) {
        $0.division = Division(
          number: event.division.value, plan: event.plan, roll: event.roll, apportionment: event.apportionment,
          total: event.total, units: event.units.value, on: stamp.effectiveOn, source: stamp.source,
          basis: event.basis)
      }
    },
    .on(GovernmentSharesFixed.self) { event, _, entities in
      try entities.change(event.project) { $0.ownersPart = event.shares.owners }
    },
    .on(SurplusDecided.self) { event, _, entities in
      try entities.change(event.project) { $0.surplus = event }
    },
    .on(AccountRegistered.self) { event, _, entities in
      try entities.change(event.project) { $0.account = event }
    },
    .on(DisbursementRequested.self) { event, _, entities in
      try entities.change(event.project) {
        $0.disbursements += 1
        if event.category == .works { $0.askedForWorks = try $0.askedForWorks.adding(event.amount) }
      }
    },
    .on(DisbursementRejected.self) { event, _, entities in
      guard let payment = try entities.get(Disbursement.self, event.disbursement.rawValue), payment.category == .works
      else { return }
      try entities.change(event.project) { $0.askedForWorks = $0.askedForWorks.reduced(by: payment.amount) }
    },
  ]
}
