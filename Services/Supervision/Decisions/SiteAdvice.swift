import Contracts
import DomainModel
import Policy
import ServiceKit

/// Findings about a site that stop nothing by themselves.
enum SiteAdvice {
  /// The chart puts the tender before the appointment (plan Annex 3); the packs guard the appointment by nothing.
  static func tenderRecorded(_ works: Works, _ ruling: Ruling) -> Finding {
    let tender = ruling.facts?[.tenderRecorded]
    return .advice(
      "tender.recorded", works.tenderOn.map { $0 <= ruling.effectiveOn } ?? false,
      values: works.tenderOn.map { [NamedValue("since", .date($0))] } ?? [],
      sources: [tender?.source].compactMap { $0 })
  }

  /// The platform on site, where the pack asks for one. It is part of running the works, so a start without it is told.
  static func platform(_ works: Works, _ ruling: Ruling) throws -> Finding? {
    guard case .stated(.required, let citations) = try ruling.law().edition.stated(\.construction.sitePlatform) else {
      return nil
    }
    return .advice("site.platform-set-up", works.platformOn != nil, cites: citations)
  }

  /// Illegal structures before the works: a pack that says so binds, another only has it told (domain §11, CST-01).
  static func demolition(_ works: Works, _ ruling: Ruling) throws -> Finding? {
    let values = [
      NamedValue("known", .count(Int64(works.structuresKnown))),
      NamedValue("standing", .count(Int64(works.structuresStanding))),
    ]
    let fact = ruling.facts?[.demolitionCleared]
    let sources = [fact?.source].compactMap { $0 }
    // A gate that asks for it speaks for itself, with these figures: see `demolished`.
    if try ruling.law().gate(ruling.step).contains(where: { $0.rule == "demolition.cleared" }) { return nil }
    if case .stated(true, let citations) = try ruling.law().edition.stated(\.construction.demolitionBeforeStart) {
      let isCleared = fact?.value == .flag(true) && fact.map { $0.on <= ruling.effectiveOn } == true
      return Finding(
        "demolition.cleared", isCleared ? .satisfied : .violated, cites: citations, values: values, sources: sources)
    }
    guard works.structuresKnown > 0 else { return nil }
    return .advice("demolition.cleared", works.structuresStanding == 0, values: values, sources: sources)
  }

  /// Whether the works are over, or planned to be, before the day that the city lays down; that day itself is late
  /// (Tiexi 3, AMB-36).
  static func finish(on day: BusinessDate?, _ ruling: Ruling) throws -> Finding? {
    guard let day, case .stated(let before, let citations) = try ruling.law().edition.stated(\.construction.finishBefore)
    else { return nil }
    return .advice(
      "works.finish-before", day < before, cites: citations,
      values: [NamedValue("finish", .date(day)), NamedValue("before", .date(before))])
  }

  /// What the pack's gate finds of illegal structures, with how many are known and how many stand (G-DEM).
  static func demolished(_ works: Works, _ facts: ProjectFacts?, on day: BusinessDate, under rule: GateRule) -> Finding {
    guard let cleared = facts?[.demolitionCleared] else { return rule.unknown(.demolitionCleared) }
    return rule.finding(
      cleared.value == .flag(true) && cleared.on <= day && !cleared.isInQuestion ? .satisfied : .violated,
      [
        NamedValue("known", .count(Int64(works.structuresKnown))),
        NamedValue("standing", .count(Int64(works.structuresStanding))), NamedValue("since", .date(cleared.on)),
      ], [cleared.source])
  }

  /// The funding rules are for projects begun after the plan came into force: an earlier start is told (AMB-45).
  static func fundingScope(startedOn day: BusinessDate, _ ruling: Ruling) throws -> Finding? {
    guard case .stated(let scope, let citations) = try ruling.law().edition.stated(\.funding.appliesFrom) else {
      return nil
    }
    return .advice(
      "subsidy.start-in-scope", day >= scope.startedOnOrAfter, cites: citations,
      values: [NamedValue("started", .date(day)), NamedValue("applies-from", .date(scope.startedOnOrAfter))])
  }
}
