import DomainModel

/// Who bears what of a renovation: residents a weighted share, the treasury the rest up to a cap per square metre, the
/// residents again what exceeds it (plan 5.2.1, domain §9.3).
///
/// All figures are whole fen. There is one rounding, at the residents' weighted share; every other figure follows by
/// adding and subtracting, so that residents, social capital and subsidy always make up the investment to the fen.
public struct SubsidyFormula: Hashable, Sendable {
  public static let rule: RuleID = "funding.subsidy-formula"

  /// The costs of a plan, or of its verified accounts.
  public struct Costs: Hashable, Sendable {
    /// Engineering cost of the tiers, without what is excluded.
    public let basic: Money
    public let improvement: Money
    public let enhancement: Money
    /// Lifts and whatever else the rules leave out of the total; shown, never counted.
    public let excluded: Money
    /// Other construction cost and contingency together, without the lifts' part.
    public let shared: Money

    public init(basic: Money, improvement: Money, enhancement: Money, excluded: Money, shared: Money) {
      self.basic = basic
      self.improvement = improvement
      self.enhancement = enhancement
      self.excluded = excluded
      self.shared = shared
    }
  }

  /// Why there is nothing to compute.
  public enum Fault: Error, Hashable, Sendable {
    /// No engineering cost beside what is excluded: only lifts, or shared costs without works (domain §18.4).
    case noCostBase
    /// No floor area to reckon the cap on.
    case noFloorArea
  }

  public let terms: SubsidyTerms

  public init(_ terms: SubsidyTerms) {
    self.terms = terms
  }

  /// - Parameter fiscal: fiscal money by level. Where all levels count against the cap it changes nothing: the subsidy is
  ///   what the formula says. Money of a level that does not count comes on top of the cap and lowers what is left for the
  ///   counted levels, then, like social capital, the residents' excess (AMB-20).
  /// - Throws: `Fault` when the cost base or the area is missing; `ArithmeticFault` beyond the range of money.
  public func computed(
    _ costs: Costs, area: Area, socialCapital: Money, fiscal: [FiscalLevel: Money] = [:]
  ) throws -> SubsidyComputation {
    let engineering = [costs.basic, costs.improvement, costs.enhancement]
    let base = try Money.sum(engineering)
    guard base > .zero else { throw Fault.noCostBase }
    guard area > .zero else { throw Fault.noFloorArea }
    let investment = try base.adding(costs.shared)
    let rate = try weightedRate(engineering)
    let weighted = try investment.portion(rate)
    let need = try investment.subtracting(weighted)
    let beforeCap = need.reduced(by: socialCapital)
    let cap = try area.times(terms.capPerSquareMetre)
    let onTop = try Money.sum(fiscal.filter { !terms.inCap.contains($0.key) }.map(\.value))
    let outsideCap = min(onTop, beforeCap)
    let counted = beforeCap.reduced(by: outsideCap)
    let subsidy = try outsideCap.adding(min(counted, cap))
    let excess = counted.reduced(by: cap)
    let total = try weighted.adding(excess)
    let result = SubsidyComputation(
      investment: investment, tiers: try investment.apportioned(byWeights: engineering.map(\.fen)),
      excluded: costs.excluded, area: area, rate: rate, weighted: weighted, socialCapital: socialCapital,
      beforeCap: beforeCap, overfunded: socialCapital.reduced(by: need), unusedOnTop: onTop.reduced(by: outsideCap),
      surplus: try socialCapital.reduced(by: need).adding(onTop.reduced(by: outsideCap)), outsideCap: outsideCap, cap: cap, subsidy: subsidy, excess: excess,
      residentsTotal: total, residentsCollected: terms.collectsExcess ? total : weighted, terms: terms)
    precondition(result.reconciles, "the parts do not make up the investment")
    return result
  }

  /// Shared costs follow the engineering cost of the tiers (AMB-22), so one weighted rate over the whole total says the
  /// same as three rates over three rounded parts, and rounds once.
  private func weightedRate(_ engineering: [Money]) throws(ArithmeticFault) -> Share {
    let shares = [terms.basic, terms.improvement, terms.enhancement]
    let denominator = shares.reduce(Int128(1)) { SubsidyFormula.leastMultiple($0, Int128($1.denominator)) }
    var numerator: Int128 = 0
    var base: Int128 = 0
    for (cost, share) in zip(engineering, shares) {
      let weight = Int128(share.numerator).multipliedReportingOverflow(by: denominator / Int128(share.denominator))
      let product = weight.partialValue.multipliedReportingOverflow(by: Int128(cost.fen))
      guard !weight.overflow, !product.overflow else { throw .overflow }
      numerator += product.partialValue
      base += Int128(cost.fen)
    }
    let bottom = base.multipliedReportingOverflow(by: denominator)
    guard !bottom.overflow else { throw .overflow }
    // A lot of money in three odd fractions may leave 64 bits: the same rate in lowest terms usually does not.
    let divisor = SubsidyFormula.greatestDivisor(numerator, bottom.partialValue)
    guard let top = Int64(exactly: numerator / divisor), let bottom = Int64(exactly: bottom.partialValue / divisor)
    else {
      throw .overflow
    }
    return try Share(top, of: bottom)
  }

  private static func greatestDivisor(_ left: Int128, _ right: Int128) -> Int128 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }

  private static func leastMultiple(_ left: Int128, _ right: Int128) -> Int128 {
    left / greatestDivisor(left, right) * right
  }
}
