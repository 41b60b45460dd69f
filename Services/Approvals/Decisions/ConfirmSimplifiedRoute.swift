import Contracts
import DomainModel
import Policy
import ServiceKit

/// Tests the declared facts and settles the route. A project that fails is not stopped: it goes the ordinary way, and
/// every shortcut is off at once (domain §10.1).
enum ConfirmSimplifiedRouteDecision: Decision {
  struct Sight {
    let file: ApprovalFile
    let opinion: Consultation.Opinion?
    let permits: PermitFile
    /// What rests on an earlier answer.
    let steps: [StepRecord]
  }

  static func look(_ command: ConfirmSimplifiedRoute, at view: any EntityView) throws -> Sight {
    let file = try view.approvalFile(command.project)
    return Sight(
      file: file,
      opinion: try file.opinionInForce.flatMap { try view.get(Consultation.self, $0.rawValue)?.opinion },
      permits: try view.permitFile(command.project),
      steps: try file.route.map { try view.steps(of: command.project, hangingOn: $0.source) } ?? [])
  }

  static func decide(
    _ command: ConfirmSimplifiedRoute, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<RouteDecided> {
    let edition = try ruling.edition()
    try ruling.requireNotBefore(sight.file.route?.on)
    guard !command.declarations.isEmpty, !command.evidence.isEmpty else {
      throw Refusal(.nothingDeclared, pointers: ["/declarations", "/evidence"])
    }
    let items = command.declarations.map(\.item)
    let repeated = items.indices.filter { items[..<$0].contains(items[$0]) }
    guard repeated.isEmpty else {
      throw Refusal(.declaredTwice, pointers: repeated.map { "/declarations/\($0)/item" })
    }

    let result = try SimplifiedRouteTest(edition).result(on: command.declarations.map(\.declared))
    if result.isSimplified { try ruling.passGate(assuming: [FactStatement(.simplifiedRoute, .flag(true))]) }
    let isEffective = sight.opinion.map { opinion in
      let known = opinion.planning.known(ruling, route: nil, facade: opinion.touchesFacade, sources: [opinion.source])
      return PlanningExemptionTest.isEffective(
        PlanningExemptionTest(edition).findings(known.onRoute(isSimplified: result.isSimplified)))
    }
    let submitted = sight.permits.submitted
    let areReady =
      submitted.isEmpty
      ? nil : PermitPapers(edition).missing(submitted, isSimplified: result.isSimplified).isEmpty
    let confirmed = RouteConfirmed(
      project: command.project, isSimplified: result.isSimplified, failing: Listing(capped: result.failing),
      declarations: command.declarations, evidence: command.evidence, isExemptionEffective: isEffective,
      areMaterialsReady: areReady)
    // What was decided on the simplified route is in question once it is left; the opinion is not, for its exemption
    // has just been judged anew.
    let resting = sight.steps.filter { $0.receipt.step != FormOpinion.name }
    let isLeaving = sight.file.route?.isSimplified == true && !result.isSimplified
    let questioned = isLeaving ? sight.file.route.map { resting.questioned(because: $0.source) } ?? [] : []
    return Outcome(
      [confirmed] + questioned,
      reply: RouteDecided(isSimplified: result.isSimplified, failing: Listing(capped: result.failing)),
      findings: result.findings)
  }
}

extension RouteDeclaration {
  /// The declaration as the rule looks at it.
  var declared: SimplifiedRouteTest.Declared {
    SimplifiedRouteTest.Declared(
      item: item, changesLandOwnership: changesLandOwnership, changesLandUse: changesLandUse,
      changesBuildingUse: changesBuildingUse, addedFloorArea: addedFloorArea,
      changesStructureMaterially: structure == .major, garageNewlyCounted: garageNewlyCounted)
  }
}

extension PlanningExemptionTest.Known {
  func onRoute(isSimplified: Bool) -> Self {
    Self(
      isStated: isStated, changesPlanningConditions: changesPlanningConditions,
      touchesImportantStreet: touchesImportantStreet, touchesFacade: touchesFacade, isSimplified: isSimplified,
      sources: sources)
  }
}
