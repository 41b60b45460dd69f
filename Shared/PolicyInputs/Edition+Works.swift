import Contracts
import DomainModel
import Policy

/// What the end of the works needs of an edition, in the words of the messages.
extension Edition {
  /// The parts that must be present at a joint acceptance and are not; none where the pack is silent.
  public func partiesMissing(among present: Set<AcceptancePartyKind>) -> [AcceptancePartyKind] {
    (stated(\.acceptance.parties).value ?? []).compactMap { entry in
      let accepted = ([entry.item.code] + (entry.item.or ?? [])).compactMap { AcceptancePartyKind(rawValue: $0.rawValue) }
      return accepted.contains(where: present.contains) ? nil : accepted.first
    }
  }

  /// The documents that the simplified route asks for; none where the pack is silent.
  public var simplifiedMaterials: [FilingMaterialKind] {
    (stated(\.acceptance.filingMaterials).value ?? []).compactMap {
      FilingMaterialKind(rawValue: $0.item.code.rawValue)
    }
  }

  /// The classes of assets that the pack hands over, in its order.
  public var assets: [(kind: AssetKind, terms: AssetClass, citations: [Citation])] {
    (stated(\.handover.assets).value ?? []).compactMap { entry in
      AssetKind(rawValue: entry.item.code.rawValue).map { ($0, entry.item, entry.citations) }
    }
  }

  /// The ways of managing that the pack offers, with their articles; none where the pack is silent, then all are open.
  public var managementModes: [(mode: ManagementMode, citations: [Citation])] {
    (stated(\.longTerm.modes).value ?? []).compactMap { entry in
      ManagementMode(rawValue: entry.item.code.rawValue).map { ($0, entry.citations) }
    }
  }

  /// What the archive must do, by the pack's word.
  public var archiving: Settled<Archiving> { settled(\.acceptance.archiving) }

  /// Whether the archive's act is what the pack asks for: a full transfer is more than a record of receipt (AMB-35).
  public func suffices(_ status: ArchiveStatus) -> Bool {
    switch archiving.value?.mode {
    case .archived: status == .archived
    case .filed, nil: true
    }
  }
}
