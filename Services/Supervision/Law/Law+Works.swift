import Contracts
import DomainModel
import Policy

/// What the works of a project need of its law, in the words of the messages.
extension Law {
  /// The parts that must be present at a joint acceptance and are not; none where the pack is silent.
  func partiesMissing(among present: Set<AcceptancePartyKind>) -> [AcceptancePartyKind] {
    (edition.stated(\.acceptance.parties).value ?? []).compactMap { entry in
      let accepted = ([entry.item.code] + (entry.item.or ?? [])).compactMap { AcceptancePartyKind(rawValue: $0.rawValue) }
      return accepted.contains(where: present.contains) ? nil : accepted.first
    }
  }

  /// The documents that the simplified route asks for; none where the pack is silent.
  var simplifiedMaterials: [FilingMaterialKind] {
    (edition.stated(\.acceptance.filingMaterials).value ?? []).compactMap {
      FilingMaterialKind(rawValue: $0.item.code.rawValue)
    }
  }

  /// The classes of assets that the pack hands over, in its order.
  var assets: [(kind: AssetKind, terms: AssetClass, citations: [Citation])] {
    (edition.stated(\.handover.assets).value ?? []).compactMap { entry in
      AssetKind(rawValue: entry.item.code.rawValue).map { ($0, entry.item, entry.citations) }
    }
  }

  /// The ways of managing that the pack offers, with their articles; none where the pack is silent, then all are open.
  var managementModes: [(mode: ManagementMode, citations: [Citation])] {
    (edition.stated(\.longTerm.modes).value ?? []).compactMap { entry in
      ManagementMode(rawValue: entry.item.code.rawValue).map { ($0, entry.citations) }
    }
  }

  /// What the archive must do, by the pack's word.
  var archiving: Settled<Archiving> { edition.settled(\.acceptance.archiving) }

  /// Whether the archive's act is what the pack asks for: a full transfer is more than a record of receipt (AMB-35).
  func suffices(_ status: ArchiveStatus) -> Bool {
    switch archiving.value?.mode {
    case .archived: status == .archived
    case .filed, nil: true
    }
  }

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
