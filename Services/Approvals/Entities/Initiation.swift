import Contracts
import DomainModel
import Policy
import ServiceKit

/// The initiation of a project: the declared figure, how the documents are packed, and which are approved.
struct Initiation: Entity {
  static let kind = "initiation"
  let project: ProjectID
  let openedOn: BusinessDate
  /// The figure now valid, with approved design changes.
  var investment: Money
  var figureDate: BusinessDate
  var isGovernmentInvestment: Bool
  var packaging: Packaging
  /// Merged approvals wait to be checked again on a later figure.
  var needsRecheck = false
  var approvals: [Approval] = []
  var lastStepOn: BusinessDate
  /// The event that gave the figure now valid.
  var figureSource: SourceRef

  var key: String { project.rawValue }

  struct Approval: Codable, Hashable, Sendable {
    let covers: [InitiationDocument]
    let number: Text<80>
    let document: DocumentHash
    let organisation: OrganisationID
    let on: BusinessDate
    let source: SourceRef
  }

  var approved: Set<InitiationDocument> { Set(approvals.flatMap(\.covers)) }

  func approval(of document: InitiationDocument) -> Approval? { approvals.first { $0.covers.contains(document) } }

  /// What the bands look at, with another figure if given.
  func figures(_ route: ApprovalFile.Route?, investment: Money? = nil) -> DocumentBands.Figures {
    DocumentBands.Figures(
      investment: investment ?? self.investment, isGovernmentInvestment: isGovernmentInvestment,
      isSimplified: route?.isSimplified, sources: [figureSource] + (route.map { [$0.source] } ?? []))
  }

  /// The findings on what is merged and approved already.
  func recheck(
    under bands: DocumentBands, on figures: DocumentBands.Figures
  ) -> [(approval: Approval, finding: Finding)] {
    approvals.filter { $0.covers.count > 1 }.map { ($0, bands.recheck(merged: $0.covers.map(\.code), on: figures)) }
  }
}

extension Initiation {
  static let folds: [Fold] = [
    .on(InitiationOpened.self) { event, stamp, entities in
      try entities.put(
        Initiation(
          project: event.project, openedOn: stamp.effectiveOn, investment: event.investment,
          figureDate: event.figureDate,
          isGovernmentInvestment: event.governmentInvestment, packaging: event.packaging, lastStepOn: stamp.effectiveOn,
          figureSource: stamp.source))
    },
    .on(InvestmentRedeclared.self) { event, stamp, entities in
      try entities.update(Initiation.self, event.project.rawValue) {
        $0.investment = event.investment
        $0.figureDate = event.figureDate
        $0.packaging = event.packaging
        $0.needsRecheck = event.needsRecheck
        $0.figureSource = stamp.source
      }
    },
    .on(DesignChangeApproved.self) { event, stamp, entities in
      try entities.update(Initiation.self, event.project.rawValue) {
        $0.investment = event.investment
        $0.figureDate = stamp.effectiveOn
        $0.needsRecheck = event.needsRecheck
        $0.figureSource = stamp.source
      }
    },
    .on(DocumentApproved.self) { event, stamp, entities in
      try entities.update(Initiation.self, event.project.rawValue) {
        $0.approvals.append(
          Approval(
            covers: event.covers.items, number: event.number, document: event.document,
            organisation: event.organisation,
            on: stamp.effectiveOn, source: stamp.source))
        $0.lastStepOn = max($0.lastStepOn, stamp.effectiveOn)
      }
    },
    .on(BandRechecked.self) { event, stamp, entities in
      try entities.update(Initiation.self, event.project.rawValue) { initiation in
        initiation.needsRecheck = false
        initiation.approvals.removeAll { !Set($0.covers).isDisjoint(with: event.reopened) }
        initiation.lastStepOn = max(initiation.lastStepOn, stamp.effectiveOn)
      }
    },
  ]
}

extension EntityView {
  func initiation(of project: ProjectID) throws -> Initiation {
    guard let known = try get(Initiation.self, project.rawValue) else { throw Refusal(.initiationNotOpen) }
    return known
  }
}
