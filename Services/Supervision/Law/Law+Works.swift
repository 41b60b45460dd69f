import Contracts
import DomainModel
import Policy

/// What the works of a project need of its law, in the words of the messages.
extension Law {
  /// Whether design changes must keep their order, with the articles; nil where the pack is silent (CST-07).
  var changeOrder: (terms: DesignChangeTerms, citations: [Citation])? {
    guard case .stated(let terms, let citations) = edition.stated(\.construction.designChange) else { return nil }
    return (terms, citations)
  }
}

/// A warranty period as it runs for one project.
struct RunningWarranty {
  let category: WarrantyCategory
  /// The last day, included; nil where the period has none.
  let lastDay: BusinessDate?
  /// `document` for a term of the contractor's warranty or of the pack; `recommended` for our default.
  let origin: Finding.Origin
  let citations: [Citation]
}

extension RunningWarranty {
  /// The warranty of one category from the day of passed acceptance: the contractor's own term where there is one, else
  /// what the pack states, else our default.
  static func of(
    _ category: WarrantyCategory, from accepted: BusinessDate, terms: [WarrantyTerm], under law: Law?
  ) -> RunningWarranty {
    let term = terms.first { $0.category == category }
    let lastDay = WarrantyDays.last(
      of: Identifier(stringLiteral: category.rawValue), contractorYears: term?.years.value, from: accepted,
      under: law?.edition)
    guard term == nil else {
      return RunningWarranty(category: category, lastDay: lastDay, origin: .document, citations: [])
    }
    let settled = law?.edition.settled(\.handover.warrantyPeriods)
    return RunningWarranty(
      category: category, lastDay: lastDay, origin: settled?.origin ?? .recommended,
      citations: settled?.citations ?? [])
  }

  static func all(from accepted: BusinessDate, terms: [WarrantyTerm], under law: Law?) -> [RunningWarranty] {
    WarrantyCategory.allCases.map { of($0, from: accepted, terms: terms, under: law) }
  }
}
