import DomainModel

/// The outcome of the subsidy formula, with every figure on the way (plan 5.2.1, domain §9.3).
public struct SubsidyComputation: Hashable, Sendable {
  /// T: total investment of the tiers, shared costs included, without what is excluded.
  public let investment: Money
  /// The tiers' parts of T, basic, improvement, enhancement; they sum to it exactly.
  public let tiers: [Money]
  public let excluded: Money
  /// A: the floor area that the cap is reckoned on.
  public let area: Area
  /// The weighted share of the residents in lowest terms.
  public let rate: Share
  /// R: the residents' weighted share, the one figure that is rounded.
  public let weighted: Money
  /// S.
  public let socialCapital: Money
  /// What the treasury would give without a cap; never below zero.
  public let beforeCap: Money
  /// Social capital beyond the need: zero unless a person must decide (AMB-21).
  public let overfunded: Money
  public let cap: Money
  /// F: what the treasury gives.
  public let subsidy: Money
  /// What exceeds the cap, borne by the residents.
  public let excess: Money
  public let residentsTotal: Money
  /// What residents pay in before the works: with the excess, unless the rules say otherwise (AMB-15).
  public let residentsCollected: Money
  let terms: SubsidyTerms

  /// Whether residents, social capital and subsidy make up the investment, apart from social capital beyond the need.
  public var reconciles: Bool {
    residentsTotal.fen + socialCapital.fen + subsidy.fen - overfunded.fen == investment.fen
  }

  /// The receipt: the formula with all its figures, and beside it what is our own reading.
  public func findings(resting sources: [SourceRef]) -> [Finding] {
    var findings = [
      Finding(
        SubsidyFormula.rule, .satisfied, force: .advises, cites: terms.cites,
        values: [
          NamedValue("investment", .money(investment)), NamedValue("basic", .money(tiers[0])),
          NamedValue("improvement", .money(tiers[1])), NamedValue("enhancement", .money(tiers[2])),
          NamedValue("excluded", .money(excluded)), NamedValue("floor-area", .area(area)),
          NamedValue("share-basic", .share(terms.basic)), NamedValue("share-improvement", .share(terms.improvement)),
          NamedValue("share-enhancement", .share(terms.enhancement)), NamedValue("weighted-rate", .share(rate)),
          NamedValue("residents-weighted", .money(weighted)), NamedValue("social-capital", .money(socialCapital)),
          NamedValue("before-cap", .money(beforeCap)),
          NamedValue("cap-per-square-metre", .money(terms.capPerSquareMetre)), NamedValue("cap", .money(cap)),
          NamedValue("subsidy", .money(subsidy)), NamedValue("excess", .money(excess)),
          NamedValue("residents-total", .money(residentsTotal)),
        ], sources: sources),
      Finding(
        "funding.collect-excess", .satisfied, force: .advises, origin: terms.collectsExcessOrigin,
        cites: terms.collectsExcessCites,
        values: [
          NamedValue("collects-excess", .flag(terms.collectsExcess)),
          NamedValue("residents-collected", .money(residentsCollected)),
        ], sources: sources),
    ]
    if overfunded > .zero {
      findings.append(
        Finding(
          "funding.overfunded", .violated, force: .advises, origin: .recommended, cites: terms.cites,
          values: [
            NamedValue("overfunded", .money(overfunded)), NamedValue("social-capital", .money(socialCapital)),
            NamedValue("subsidy", .money(subsidy)),
          ], sources: sources))
    }
    return findings
  }
}
