import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Records the next version of a plan: its lines checked against the pack's catalogue, its floor area computed from the
/// survey. A vote on an earlier version counts for that version only.
enum RecordPlanDecision: Decision {
  struct Sight {
    let project: ProjectCase
    let survey: CurrentSurvey?
    let last: PlanVersion?
  }

  static func look(_ command: RecordPlan, at view: any EntityView) throws -> Sight {
    let project = try ProjectCase.of(command.project, at: view)
    return Sight(
      project: project, survey: try view.get(CurrentSurvey.self, project.community.rawValue),
      last: try project.currentPlan.flatMap { try view.get(PlanVersion.self, $0.rawValue) })
  }

  static func decide(_ command: RecordPlan, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<PlanReceived> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(sight.last?.recordedOn ?? sight.project.openedOn)
    guard let survey = sight.survey else { throw Refusal(.surveyMissing) }
    let edition = try ruling.law().edition
    try check(command.lines, against: edition)
    try checkWeights(command, survey.survey)
    let works = try Money.sum(command.lines.filter { !$0.isExcluded }.map(\.engineeringCost))
    guard works > .zero else { throw Refusal(.noCostBase, pointers: ["/lines"]) }
    let area = try SubsidyArea.of(survey.survey.buildings.map(SubsidyArea.Building.init), under: edition)
    guard !area.parts.contains(where: { $0.basis == nil }), area.total > .zero else {
      throw Refusal(.floorAreaMissing, findings: area.findings)
    }
    let shown = command.papers.itemEvidence
    try ruling.passGate(
      adding: [
        contents(command, under: edition), ItemConditions.finding(command.lines, shown: shown, under: edition),
        hazards(survey, under: edition),
      ].compactMap { $0 } + CatalogueChoice(command.lines, shown: shown).findings(under: edition) + area.findings)

    let plan = PlanID(command.project, sight.project.plans + 1)
    let event = PlanRecorded(
      project: command.project, plan: plan, document: command.document, lines: command.lines,
      sharedCosts: command.sharedCosts, subsidyArea: area.total, socialCapital: command.socialCapital,
      apportionment: command.apportionment, governmentInvestment: command.governmentInvestment,
      touchesFacade: command.lines.contains { Facade.items.contains($0.key) },
      addsPublicFacilities: edition.stated(\.planning.publicFacilities).value?.items.map { items in
        command.lines.contains { items.contains($0.key) }
      }, buildingWeights: command.buildingWeights)
    let buildings = Listing<BuildingSubsidyArea, 60>(capped: area.parts.map(BuildingSubsidyArea.init))
    let papers = PlanPapersRecorded(
      project: command.project, plan: plan, papers: command.papers, survey: survey.number, buildings: buildings)
    return Outcome(
      [event, papers],
      reply: PlanReceived(
        plan: plan, investment: try event.investment(), subsidyBase: try event.subsidyBase(), subsidyArea: area.total,
        buildings: buildings))
  }

  /// All lines that do not agree with the catalogue are told, each field by its pointer.
  private static func check(_ lines: Listing<CostLine, 200>, against edition: Edition) throws {
    let excluded = Set(edition.stated(\.funding.excludedItems).value ?? [])
    // A document without a catalogue leaves the items to the locality; what it excludes it still excludes.
    guard !edition.file.catalogue.isSilent else { return try checkOwnItems(lines, excluded) }
    var faults: [String] = []
    for (place, line) in lines.enumerated() {
      let code = try? CatalogueCode(line.code.value)
      guard let item = code.flatMap({ edition.file.catalogue.item(code: $0) }) else {
        faults.append("/lines/\(place)/code")
        continue
      }
      if item.key != line.key { faults.append("/lines/\(place)/key") }
      if item.tier != line.tier { faults.append("/lines/\(place)/tier") }
      if excluded.contains(item.key) != line.isExcluded { faults.append("/lines/\(place)/isExcluded") }
    }
    guard faults.isEmpty else { throw Refusal(.catalogueMismatch, pointers: faults) }
  }

  /// Weights are for surveyed buildings, each once; all of them zero would leave nobody to pay.
  private static func checkWeights(_ command: RecordPlan, _ survey: Survey) throws {
    guard let weights = command.buildingWeights else { return }
    let known = Set(survey.buildings.map(\.building))
    var seen: Set<BuildingID> = []
    let faults = weights.enumerated().filter { !known.contains($1.building) || !seen.insert($1.building).inserted }
    guard faults.isEmpty else {
      throw Refusal(.weightsContradict, pointers: faults.map { "/buildingWeights/\($0.offset)/building" })
    }
    if known.isSubset(of: seen), weights.allSatisfy({ $0.weight.value == 0 }) {
      throw Refusal(.weightsContradict, pointers: ["/buildingWeights"])
    }
  }

  /// Items of a locality without a catalogue: each once, and none left out of the total that nobody excludes.
  private static func checkOwnItems(_ lines: Listing<CostLine, 200>, _ excluded: Set<CatalogueKey>) throws {
    var seen: Set<CatalogueKey> = []
    var faults: [String] = []
    for (place, line) in lines.enumerated() {
      if !seen.insert(line.key).inserted { faults.append("/lines/\(place)/key") }
      if excluded.contains(line.key) != line.isExcluded { faults.append("/lines/\(place)/isExcluded") }
    }
    guard faults.isEmpty else { throw Refusal(.catalogueMismatch, pointers: faults) }
  }

  /// Hazards that a check found have a special plan beside the survey (plan 2.4.1). The text sets no step for it: told here,
  /// where the works are settled that it bears on.
  private static func hazards(_ survey: CurrentSurvey, under edition: Edition) -> Finding? {
    guard case .stated(let checks, let cites) = edition.stated(\.survey.hazardPlan) else { return nil }
    let found = survey.survey.checks.filter { checks.contains($0.code) && $0.hazardsFound }
    guard !found.isEmpty else { return nil }
    let missing = found.filter { $0.specialPlan == nil }
    return .advice(
      "survey.hazard-plan-made", missing.isEmpty, cites: cites,
      values: missing.map { NamedValue("check", .code($0.code.rawValue)) })
  }

  /// What the document wants a plan to hold (plan 3.2); shown, since it sets no gate on it.
  private static func contents(_ command: RecordPlan, under edition: Edition) -> Finding? {
    guard case .stated(let wanted, let cites) = edition.stated(\.planning.contents) else { return nil }
    let given = Set(command.papers.contents)
    let missing = wanted.map(\.item.code).filter { !given.contains($0) }
    return Finding(
      "plan.contents-complete", missing.isEmpty ? .satisfied : .violated, force: .advises, cites: cites,
      values: missing.map { NamedValue("missing", .code($0.rawValue)) })
  }
}

/// The items that change a façade and so raise the important-street question (AMB-53).
enum Facade {
  static let items: Set<CatalogueKey> = ["facade-tidy", "facade-image"]
}

extension PlanRecorded {
  /// The total investment T of the subsidy: without lifts (plan 5.2.1).
  func subsidyBase() throws(ArithmeticFault) -> Money {
    try Money.sum(lines.filter { !$0.isExcluded }.map(\.engineeringCost)).adding(sharedCosts.other)
      .adding(sharedCosts.contingency)
  }
}

extension BuildingSubsidyArea {
  init(_ part: SubsidyArea.Part) {
    let basis: SurveyedAreaBasis? =
      switch part.basis {
      case .planningPermit: .planningPermit
      case .registeredTitle: .registeredTitle
      case nil: nil
      }
    self.init(
      building: part.building, basis: basis, base: part.base, garage: part.garage, papersDiffer: part.papersDiffer)
  }
}
