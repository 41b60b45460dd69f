import DomainModel

/// What may be paid to the contractor at most: the contract sum, and of it no more than the works have progressed. The
/// documents ask that project money be supervised (plan 3.6, Annex 2) and name no bound: this one is ours.
public struct DisbursementBounds: Hashable, Sendable {
  public static let contractRule: RuleID = "funding.within-contract-sum"
  public static let progressRule: RuleID = "funding.within-progress"

  private static let cites = [Citation(instrument: "recommended", article: "disbursement.bounds")]

  /// What was asked for before and not rejected, paid or not.
  public let before: Money
  public let asked: Money

  public init(before: Money, asked: Money) {
    self.before = before
    self.asked = asked
  }

  /// Both findings, over the contract sum and the progress that supervision stated.
  public func findings(over facts: ProjectFacts, on day: BusinessDate) throws(ArithmeticFault) -> [Finding] {
    let after = try before.adding(asked)
    return [contract(facts, after, day), progress(facts, after, day)]
  }

  private func contract(_ facts: ProjectFacts, _ after: Money, _ day: BusinessDate) -> Finding {
    guard let fact = facts[.contractSum], case .money(let sum) = fact.value else {
      return unknown(DisbursementBounds.contractRule, .contractSum)
    }
    let holds = after <= sum && fact.on <= day && !fact.isInQuestion
    return Finding(
      DisbursementBounds.contractRule, holds ? .satisfied : .violated, origin: .recommended,
      cites: DisbursementBounds.cites,
      values: [
        NamedValue("contract-sum", .money(sum)), NamedValue("before", .money(before)),
        NamedValue("asked", .money(asked)),
        NamedValue("over", .money(after.reduced(by: sum))),
      ], sources: [fact.source])
  }

  private func progress(_ facts: ProjectFacts, _ after: Money, _ day: BusinessDate) -> Finding {
    guard let contract = facts[.contractSum], case .money(let sum) = contract.value else {
      return unknown(DisbursementBounds.progressRule, .contractSum)
    }
    guard let fact = facts[.progress], case .share(let done) = fact.value else {
      return unknown(DisbursementBounds.progressRule, .progress)
    }
    // Cross-multiplied: no rounding may let a fen through.
    let within = Int128(after.fen) * Int128(done.denominator) <= Int128(sum.fen) * Int128(done.numerator)
    let holds = within && fact.on <= day && !fact.isInQuestion
    return Finding(
      DisbursementBounds.progressRule, holds ? .satisfied : .violated, origin: .recommended,
      cites: DisbursementBounds.cites,
      values: [
        NamedValue("progress", .share(done)), NamedValue("contract-sum", .money(sum)),
        NamedValue("before", .money(before)), NamedValue("asked", .money(asked)),
      ], sources: [contract.source, fact.source])
  }

  private func unknown(_ rule: RuleID, _ fact: FactKey) -> Finding {
    Finding(
      rule, .unknown, origin: .recommended, cites: DisbursementBounds.cites,
      values: [NamedValue("fact", .code(fact.rawValue))], awaits: fact.owner)
  }
}
