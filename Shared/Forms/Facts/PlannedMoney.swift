import Contracts
import DomainModel

/// What residents are to raise, as funding holds it: computed by the city's formula, or pledged part by part where the city has
/// none (Wenzhou Annex 5, AMB-55). Never typed.
struct PlannedMoney {
  let total: Money
  /// The computation; nil where the money was pledged.
  let estimate: EstimateReport?
  /// The parts on record, by the code of the pack's resident money; nil where the money was computed.
  let recorded: [Identifier<SlugKind>: Money]?

  /// - Throws: `FormFault` while funding holds neither.
  init(_ facts: FormFacts) throws {
    if let estimate = facts.estimate {
      total = estimate.figures.residentsCollected
      self.estimate = estimate
      recorded = nil
    } else if let pledged = facts.selfRaised {
      total = pledged.total
      estimate = nil
      recorded = [
        "personal": pledged.parts.residents, "housing-reform-fund": pledged.parts.housingReformFund,
        "management-fund": pledged.parts.managementFund, "donation": pledged.parts.donations, "other": pledged.parts.other,
      ]
    } else {
      throw FormFault.notReady(
        "居民自筹资金还没有测算，也没有登记承诺的金额", "the residents' money has neither been estimated nor pledged")
    }
  }
}
