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
  /// Fiscal money on top of the cap that the project does not need: a person decides on it too.
  public let unusedOnTop: Money
  /// Both together: what a person decides on.
  public let surplus: Money
  /// What the levels that do not count against the cap bear of the need (AMB-20).
  public let outsideCap: Money
  public let cap: Money
  /// F: what the treasuries give, the part on top of the cap included.
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
    if terms.inCap.count < FiscalLevel.allCases.count {
      findings.append(inCap(sources))
    }
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

  /// Which levels the cap does not count, and what they bear.
  private func inCap(_ sources: [SourceRef]) -> Finding {
    Finding(
      "funding.fiscal-money-in-cap", unusedOnTop == .zero ? .satisfied : .violated, force: .advises,
      origin: terms.inCapOrigin, cites: terms.inCapCites,
      values: FiscalLevel.allCases.map {
        NamedValue(terms.inCap.contains($0) ? "in-cap" : "on-top", .code($0.rawValue))
      } + [
        NamedValue("outside-cap", .money(outsideCap)), NamedValue("unused", .money(unusedOnTop)),
        NamedValue("within-cap", .money(subsidy.reduced(by: outsideCap))), NamedValue("cap", .money(cap)),
      ], sources: sources)
  }
}
