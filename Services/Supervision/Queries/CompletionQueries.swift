import Contracts
import DomainModel
import Policy
import ServiceKit

/// Acceptance and hand-over.
enum CompletionQueries {
  static let handlers: [QueryHandler] = [
    .to(AcceptanceQuery.self) { query, view, _ in try acceptance(query, view) },
    .to(HandoverQuery.self) { query, view, inquiry in
      try handover(query, view, try inquiry.law(of: query.project, in: view))
    },
  ]

  private static func acceptance(_ query: AcceptanceQuery, _ view: any EntityView) throws -> AcceptanceOverview {
    let works = try Works.of(query.project, in: view)
    let defects = try view.all(Defect.self, prefix: "\(query.project)/")
      .sorted { WorksQueries.number($0.id) < WorksQueries.number($1.id) }
    let acceptances = try view.all(Acceptance.self, prefix: "\(query.project)/")
      .sorted { WorksQueries.number($0.id) < WorksQueries.number($1.id) }
    return AcceptanceOverview(
      fireInspectionPassed: works.firePassed,
      acceptances: acceptances.map { acceptance in
        AcceptanceStanding(
          acceptance: acceptance.id,
          stage: acceptance.stage(defects.filter { $0.acceptance == acceptance.id }.map(\.state)),
          heldOn: acceptance.heldOn, parties: acceptance.parties, missing: acceptance.missing,
          passedOn: acceptance.passedOn, technicalRules: acceptance.technicalRules)
      },
      defects: defects.map {
        DefectStanding(
          defect: $0.id, acceptance: $0.acceptance, what: $0.what, building: $0.building, state: $0.state,
          openedOn: $0.openedOn, timesReopened: $0.timesReopened)
      },
      planningVerification: works.planning, filedOn: works.filedOn, archive: works.archive)
  }

  private static func handover(_ query: HandoverQuery, _ view: any EntityView, _ law: Law?) throws -> HandoverOverview {
    let works = try Works.of(query.project, in: view)
    let handovers = try view.all(Handover.self, prefix: "\(query.project)/")
      .sorted { WorksQueries.number($0.id) < WorksQueries.number($1.id) }
    let left = law.map { works.assetsLeft(under: $0) } ?? []
    return HandoverOverview(
      classes: (law.map { works.assetKinds(under: $0) } ?? []).map {
        AssetClassLine(asset: $0, complete: !left.contains($0))
      },
      handovers: handovers.map {
        HandoverLine(
          handover: $0.id, asset: $0.asset, part: $0.part, receiver: $0.receiver, arrangedOn: $0.arrangedOn,
          takenOverOn: $0.takenOverOn, upkeepFrom: $0.upkeepFrom)
      },
      archive: works.archive, handedOverOn: works.handedOverOn)
  }
}
