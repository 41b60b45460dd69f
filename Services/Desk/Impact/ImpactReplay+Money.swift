import Contracts
import DomainModel
import Foundation
import Policy

/// What the replay of money has heard so far of every project.
struct ReplayedMoney {
  fileprivate var costs: [PlanID: PlanCostsHeard] = [:]
  fileprivate var finals: [ProjectID: FinalAccountsVerified] = [:]
  fileprivate var divisions: [Division] = []

  /// One division of the residents' money, with its parts as they are listed after it.
  fileprivate struct Division {
    let told: ReplayedEvent
    let fixed: SharesFixed
    let edition: Edition
    var parts: [UnitPart] = []
  }

  /// The accounts verified last.
  func accounts(of project: ProjectID) -> VerifiedAccounts? { finals[project]?.accounts }

  /// The shares of the division made last, unit by unit.
  func parts(of project: ProjectID) -> [UnitPart] { divisions.last { $0.fixed.project == project }?.parts ?? [] }
}

/// An event with what is needed to judge it again.
struct ReplayedEvent {
  let event: RecordedEvent
  let bytes: Data
  let service: ServiceName
  /// The edition under which it was decided.
  let pinned: PackEdition?

  func body<Body: Decodable>(_ type: Body.Type) throws -> Body { try RecordedStore.body(type, bytes) }
}

extension ImpactReplay {
  /// Judges an event about money again.
  ///
  /// - Returns: whether it was one.
  mutating func amounts(_ told: ReplayedEvent) throws -> Bool {
    switch told.event.name {
    case PlanCostsHeard.name.rawValue:
      let body = try told.body(PlanCostsHeard.self)
      money.costs[body.plan] = body
    case EstimateComputed.name.rawValue:
      if let edition = old(told.pinned) { try estimate(told.body(EstimateComputed.self), told, edition) }
    case SharesFixed.name.rawValue:
      guard let edition = old(told.pinned) else { return true }
      money.divisions.append(.init(told: told, fixed: try told.body(SharesFixed.self), edition: edition))
    case SharesListed.name.rawValue:
      let body = try told.body(SharesListed.self)
      if let place = money.divisions.lastIndex(where: {
        $0.fixed.project == body.project && $0.fixed.division == body.division
      }) {
        money.divisions[place].parts += body.shares.items
      }
    case SelfRaisedPlanRecorded.name.rawValue:
      if let edition = old(told.pinned) { try pledge(told.body(SelfRaisedPlanRecorded.self), told, edition) }
    case GovernmentSharesFixed.name.rawValue:
      if let edition = old(told.pinned) { try government(told.body(GovernmentSharesFixed.self), told, edition) }
    case FinalAccountsVerified.name.rawValue:
      let body = try told.body(FinalAccountsVerified.self)
      money.finals[body.project] = body
      if let edition = old(told.pinned) { try accounts(body, told, edition) }
    case SettlementComputed.name.rawValue:
      if let edition = old(told.pinned) { try settlement(told.body(SettlementComputed.self), told, edition) }
    default: return false
    }
    return true
  }

  mutating func differ(
    _ kind: ImpactDifference.Kind, _ told: ReplayedEvent, _ step: WireName, _ what: String, _ before: String,
    _ after: String, _ citesBefore: [Citation], _ citesAfter: [Citation], subject: String? = nil
  ) {
    guard before != after else { return }
    differences.append(
      ImpactDifference(
        kind: kind, subject: subject ?? told.event.project?.rawValue ?? "", service: told.service, sequence: told.event.sequence,
        step: step.rawValue, on: told.event.effectiveon, what: what, before: before, after: after,
        citesBefore: citesBefore, citesAfter: citesAfter))
  }

  /// Tells a rule whose stop a step would have met, or would have been spared.
  mutating func judged(_ told: ReplayedEvent, _ step: WireName, _ before: Finding?, _ after: Finding?) {
    guard (before?.stops ?? false) != (after?.stops ?? false), let rule = before?.rule ?? after?.rule else { return }
    differ(
      .gate, told, step, rule.rawValue, GateReplay.told(before), GateReplay.told(after), before?.cites.items ?? [],
      after?.cites.items ?? [])
  }

  // MARK: By the formula

  private mutating func estimate(_ body: EstimateComputed, _ told: ReplayedEvent, _ edition: Edition) throws {
    guard let costs = money.costs[body.plan] else { return }
    replayed += 1
    let fiscal = body.fiscalMoney?.items ?? []
    let before = try ImpactReplay.bill(costs, fiscal, edition)
    let after = try ImpactReplay.bill(costs, fiscal, new.edition, area: areas[body.plan])
    figures(before, after, told, ComputeEstimate.name)
    if let after, before?.residentsCollected != after.residentsCollected {
      altered[body.project, default: [:]][.residentFundsPlanned] = .money(after.residentsCollected)
    }
  }

  private mutating func accounts(_ body: FinalAccountsVerified, _ told: ReplayedEvent, _ edition: Edition) throws {
    replayed += 1
    figures(
      try ImpactReplay.bill(body.accounts, edition), try ImpactReplay.bill(body.accounts, new.edition), told,
      VerifyFinalAccounts.name)
  }

  private mutating func figures(
    _ before: SubsidyComputation?, _ after: SubsidyComputation?, _ told: ReplayedEvent, _ step: WireName
  ) {
    let figures: [(String, (SubsidyComputation) -> Money)] = [
      ("residents-total", \.residentsTotal), ("residents-collected", \.residentsCollected), ("subsidy", \.subsidy),
      ("outside-cap", \.outsideCap),
    ]
    for (what, figure) in figures {
      differ(
        .amount, told, step, what, before.map { figure($0).description } ?? "silent",
        after.map { figure($0).description } ?? "silent", ImpactReplay.cites(before), ImpactReplay.cites(after))
    }
  }

  static func cites(_ bill: SubsidyComputation?) -> [Citation] {
    bill?.findings(resting: []).first.map { Array($0.cites) } ?? []
  }

  /// The tiers are the edition's: an item that it moved to another tier costs its residents another share.
  private static func bill(
    _ costs: PlanCostsHeard, _ fiscal: [FiscalPart], _ edition: Edition, area: Area? = nil
  ) throws -> SubsidyComputation? {
    guard let terms = SubsidyTerms(edition) else { return nil }
    var tiers: [Tier: Money] = [:]
    var excluded = Money.zero
    for line in costs.lines {
      if terms.excluded.contains(line.key) {
        excluded = try excluded.adding(line.engineeringCost)
      } else if let tier = edition.file.catalogue.item(line.key)?.tier ?? line.tier {
        tiers[tier] = try (tiers[tier] ?? .zero).adding(line.engineeringCost)
      }
    }
    let shared = try costs.sharedCosts.other.adding(costs.sharedCosts.contingency)
    return try? SubsidyFormula(terms).computed(
      .init(
        basic: tiers[.basic] ?? .zero, improvement: tiers[.improvement] ?? .zero,
        enhancement: tiers[.enhancement] ?? .zero, excluded: excluded, shared: shared), area: area ?? costs.subsidyArea,
      socialCapital: costs.socialCapital, fiscal: levels(fiscal))
  }

  /// The accounts are verified by tier, so an item that moved to another tier cannot be told from them.
  static func bill(_ accounts: VerifiedAccounts, _ edition: Edition) throws -> SubsidyComputation? {
    guard let terms = SubsidyTerms(edition) else { return nil }
    let shared = try accounts.sharedCosts.other.adding(accounts.sharedCosts.contingency)
    return try? SubsidyFormula(terms).computed(
      .init(
        basic: accounts.basic, improvement: accounts.improvement, enhancement: accounts.enhancement,
        excluded: accounts.lifts, shared: shared), area: accounts.floorArea, socialCapital: accounts.socialCapital,
      fiscal: levels(accounts.fiscalMoney?.items ?? []))
  }

  private static func levels(_ parts: [FiscalPart]) -> [FiscalLevel: Money] {
    Dictionary(
      parts.compactMap { part in FiscalLevel(rawValue: part.level.rawValue).map { ($0, part.amount) } },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Shares of units

  /// After all figures are known: what each unit would pay of the changed total, and whether the plan's key would do.
  mutating func shares() throws {
    for division in money.divisions {
      replayed += 1
      let fixed = division.fixed
      let key: ShareApportionment.Key = fixed.apportionment == .exclusiveArea ? .exclusiveArea : .perHousehold
      let rules = [division.edition, new.edition].map { ShareApportionment(by: key).findings(under: $0)[0] }
      differ(
        .gate, division.told, FixShares.name, ShareApportionment.keyRule.rawValue, GateReplay.told(rules[0]),
        GateReplay.told(rules[1]), rules[0].cites.items, rules[1].cites.items)
      guard fixed.basis ?? .estimate == .estimate,
        case .money(let total)? = altered[fixed.project]?[.residentFundsPlanned], total != fixed.total
      else { continue }
      let cites = [division.edition, new.edition].map { $0.stated(\.funding.residentShares).citations }
      differ(
        .amount, division.told, FixShares.name, "shares-total", fixed.total.description, total.description, cites[0],
        cites[1])
      let weights = division.parts.map { Int64($0.weight.value) }
      guard weights.contains(where: { $0 > 0 }) else { continue }
      let again = try total.apportioned(byWeights: weights)
      let changed = zip(division.parts, again).filter { $0.amount != $1 }
      guard let widest = changed.max(by: { ImpactReplay.gap($0) < ImpactReplay.gap($1) }) else { continue }
      // One line for all units: the number of them, and the one that would differ most.
      differ(
        .amount, division.told, FixShares.name, "unit-shares",
        "\(changed.count)/\(division.parts.count): \(widest.0.unit) \(widest.0.amount)",
        "\(changed.count)/\(division.parts.count): \(widest.0.unit) \(widest.1)", cites[0], cites[1])
    }
  }

  private static func gap(_ pair: (UnitPart, Money)) -> Int64 {
    max(pair.0.amount.reduced(by: pair.1).fen, pair.1.reduced(by: pair.0.amount).fen)
  }

  private mutating func pledge(_ body: SelfRaisedPlanRecorded, _ told: ReplayedEvent, _ edition: Edition) throws {
    replayed += 1
    let all = try body.parts.sum()
    let found = [edition, new.edition].map {
      PledgedTotal($0).finding(total: body.total, residents: body.parts.residents, allParts: all)
    }
    differ(
      .gate, told, RecordSelfRaisedPlan.name, PledgedTotal.rule.rawValue, GateReplay.told(found[0]),
      GateReplay.told(found[1]), found[0].cites.items, found[1].cites.items)
  }

  private mutating func government(_ body: GovernmentSharesFixed, _ told: ReplayedEvent, _ edition: Edition) throws {
    replayed += 1
    let need = GovernmentNeed(
      investment: body.shares.investment, owners: body.shares.owners, social: body.shares.social,
      upper: body.shares.upper)
    let (before, after) = (try need.parts(under: edition), try need.parts(under: new.edition))
    for (what, part) in [("city", \.city), ("district", \.district)] as [(String, (GovernmentNeed.Parts) -> Money)] {
      differ(
        .amount, told, FixGovernmentShares.name, what, before.map { part($0).description } ?? "silent",
        after.map { part($0).description } ?? "silent", edition.stated(\.funding.splits).citations,
        new.edition.stated(\.funding.splits).citations)
    }
  }
}
