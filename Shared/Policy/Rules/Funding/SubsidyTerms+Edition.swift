import DomainModel

extension SubsidyTerms {
  /// The terms that an edition states; nil where its document names no shares or no cap, which nobody makes up.
  public init?(_ edition: Edition) {
    guard case .stated(let shares, let shareCites) = edition.stated(\.funding.residentShares),
      case .stated(let cap, let capCites) = edition.stated(\.funding.subsidyCap)
    else { return nil }
    let excluded = edition.stated(\.funding.excludedItems)
    let collects = edition.settled(\.funding.collectExcess)
    let inCap = edition.settled(\.funding.fiscalMoneyInCap)
    var cites: [Citation] = []
    for citation in shareCites + capCites + excluded.citations where !cites.contains(citation) {
      cites.append(citation)
    }
    self.init(
      basic: shares.basic, improvement: shares.improvement, enhancement: shares.enhancement,
      capPerSquareMetre: cap.yuanPerSquareMetre, excluded: Set(excluded.value ?? []),
      // Without the excess a project would start with a known gap (AMB-15): what applies where nothing is settled.
      collectsExcess: collects.value ?? true, cites: cites, collectsExcessOrigin: collects.origin,
      collectsExcessCites: collects.citations, inCap: Set(inCap.value ?? FiscalLevel.allCases),
      inCapOrigin: inCap.origin, inCapCites: inCap.citations)
  }
}
