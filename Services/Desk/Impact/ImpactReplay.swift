import Contracts
import DomainModel
import Foundation
import Policy
import PolicyInputs

/// Replays the decisions that stores hold under a changed edition of their city's rules and tells those that would have
/// come out otherwise. A rule that reads the same in both editions is not judged again, unless something that it looks at
/// would itself be different: a vote that would not have carried closes the gates behind it.
struct ImpactReplay {
  let new: Law
  let library: PackLibrary
  var differences: [ImpactDifference] = []
  /// How many decisions under this city's rules were looked at.
  var replayed = 0
  /// Editions that decisions name and that are not installed here: what rests on them cannot be compared.
  private(set) var missing: Set<PackEdition> = []
  /// What would be so of a project instead of what was told.
  var altered: [ProjectID: [FactKey: FactValue]] = [:]
  private var surveys: [CommunityID: Survey] = [:]
  private var places: [CommunityID: GeographyClass] = [:]
  /// What the replay of money, of plans and of days has heard so far.
  var money = ReplayedMoney()
  var days = ReplayedDays()
  var transfers = ReplayedTransfers()
  var routes = ReplayedRoutes()
  var answers = ReplayedAnswers()
  private var lines: [PlanID: [CostLine]] = [:]
  private var communities: [ProjectID: CommunityID] = [:]
  /// The floor area of a plan's subsidy under the changed rules, where it would be another.
  private(set) var areas: [PlanID: Area] = [:]

  /// - Parameters:
  ///   - new: the changed edition.
  ///   - library: the installed editions, among them those that the decisions name.
  init(_ stores: [RecordedStore], under new: Law, library: PackLibrary) throws {
    self.new = new
    self.library = library
    // Figures first, in every store, intake's before those that reckon with them: what they change is looked at by gates of the others.
    let ordered = ServiceName.allCases.flatMap { service in stores.filter { $0.service == service } }
    for store in ordered { try figures(of: store) }
    try shares()
    for store in stores { try gates(of: store) }
    differences.sort { ($0.subject, $0.on, $0.service.rawValue, $0.sequence) < ($1.subject, $1.on, $1.service.rawValue, $1.sequence) }
  }

  /// The edition that judged, when it is of this city, another than the new one, and here.
  mutating func old(_ identity: PackEdition?) -> Edition? {
    guard let identity, identity.pack == new.reference.pack, identity != new.reference else { return nil }
    guard case .found(let edition) = library.lookup(identity) else {
      missing.insert(identity)
      return nil
    }
    return edition
  }

  // MARK: Figures

  private mutating func figures(of store: RecordedStore) throws {
    var editions: [ProjectID: PackEdition] = [:]
    for (event, bytes) in store.events {
      if let project = event.project, let edition = event.edition ?? event.receipt?.edition { editions[project] = edition }
      let pinned = event.receipt?.edition ?? event.project.flatMap { editions[$0] }
      switch event.name {
      case CommunityRegistered.name.rawValue:
        let body = try RecordedStore.body(CommunityRegistered.self, bytes)
        places[body.community] = body.geography
      case SurveyRecorded.name.rawValue:
        let body = try RecordedStore.body(SurveyRecorded.self, bytes)
        surveys[body.community] = body.survey
      case EligibilityAssessed.name.rawValue:
        try eligibility(try RecordedStore.body(EligibilityAssessed.self, bytes), event, store.service)
      case RoundClosed.name.rawValue:
        guard let edition = old(pinned) else { continue }
        vote(try RecordedStore.body(RoundClosed.self, bytes), event, store.service, edition)
      case ProjectOpened.name.rawValue:
        let body = try RecordedStore.body(ProjectOpened.self, bytes)
        communities[body.project] = body.community
      case PlanRecorded.name.rawValue:
        let body = try RecordedStore.body(PlanRecorded.self, bytes)
        lines[body.plan] = body.lines.items
        guard let edition = old(pinned) else { continue }
        try area(body, ReplayedEvent(event: event, bytes: bytes, service: store.service, pinned: pinned), edition)
      case PlanPapersRecorded.name.rawValue:
        guard let edition = old(pinned) else { continue }
        catalogue(try RecordedStore.body(PlanPapersRecorded.self, bytes), event, store.service, edition)
      default:
        let told = ReplayedEvent(event: event, bytes: bytes, service: store.service, pinned: pinned)
        try payments(told)
        try steps(told)
        if try !amounts(told) { try dates(told) }
      }
    }
  }

  /// Whether the items of a plan would still be what the catalogue calls them, and stand on what they must.
  private mutating func catalogue(
    _ body: PlanPapersRecorded, _ event: RecordedEvent, _ service: ServiceName, _ edition: Edition
  ) {
    guard let lines = lines[body.plan] else { return }
    replayed += 1
    func add(_ what: String, _ before: String, _ after: String, _ citesBefore: [Citation], _ citesAfter: [Citation]) {
      differences.append(
        ImpactDifference(
          kind: .plan, subject: body.project.rawValue, service: service, sequence: event.sequence,
          step: RecordPlan.name.rawValue, on: event.effectiveon, what: what, before: before, after: after,
          citesBefore: citesBefore, citesAfter: citesAfter))
    }
    for line in lines {
      let (one, other) = (ImpactReplay.place(of: line, in: edition), ImpactReplay.place(of: line, in: new.edition))
      guard one != other else { continue }
      add(
        line.key.rawValue, one, other, edition.file.catalogue.citations, new.edition.file.catalogue.citations)
    }
    let told = ReplayedEvent(event: event, bytes: Data(), service: service, pinned: edition.identity)
    judged(
      told, RecordPlan.name, ItemConditions.finding(lines, shown: body.papers.itemEvidence, under: edition),
      ItemConditions.finding(lines, shown: body.papers.itemEvidence, under: new.edition))
    let choice = CatalogueChoice(lines, shown: body.papers.itemEvidence)
    let (before, after) = (choice.findings(under: edition), choice.findings(under: new.edition))
    for rule in [CatalogueChoice.tiersRule, CatalogueChoice.lowerItemsRule, CatalogueChoice.compulsoryRule] {
      let (one, other) = (before.first { $0.rule == rule }, after.first { $0.rule == rule })
      guard GateReplay.effect(one) != GateReplay.effect(other) else { continue }
      add(
        rule.rawValue, GateReplay.told(one), GateReplay.told(other), one?.cites.items ?? [], other?.cites.items ?? [])
    }
  }

  /// The floor area on which the subsidy's cap is reckoned, from the survey's buildings.
  private mutating func area(_ body: PlanRecorded, _ told: ReplayedEvent, _ edition: Edition) throws {
    guard let survey = communities[body.project].flatMap({ surveys[$0] }) else { return }
    replayed += 1
    let buildings = survey.buildings.map(SubsidyArea.Building.init)
    let (before, after) = (
      try SubsidyArea.of(buildings, under: edition).total, try SubsidyArea.of(buildings, under: new.edition).total
    )
    if before != after { areas[body.plan] = after }
    differ(
      .amount, told, RecordPlan.name, "subsidy-area", before.description, after.description,
      edition.stated(\.funding.floorArea).citations, new.edition.stated(\.funding.floorArea).citations)
  }

  /// `A2.1 improvement`, or that the catalogue does not know the item.
  private static func place(of line: CostLine, in edition: Edition) -> String {
    guard !edition.file.catalogue.isSilent else { return "own-item" }
    guard let item = edition.file.catalogue.item(line.key) else { return "not-in-catalogue" }
    let excluded = edition.stated(\.funding.excludedItems).value?.contains(line.key) == true
    return [item.code.rawValue, item.tier?.rawValue ?? "", excluded ? "excluded" : ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private mutating func eligibility(_ body: EligibilityAssessed, _ event: RecordedEvent, _ service: ServiceName) throws {
    guard let edition = old(body.edition), let survey = surveys[body.community], let place = places[body.community]
    else { return }
    replayed += 1
    let community = CommunityCircumstances(
      survey, at: place, buildYear: body.buildYear?.year.value,
      conditions: Dictionary(body.conditions.map { ($0.condition, $0.isMet) }, uniquingKeysWith: { $1 }))
    let before = Eligibility.of(community, under: edition, on: event.effectiveon)
    let after = Eligibility.of(community, under: new.edition, on: event.effectiveon)
    guard before.outcome != after.outcome || before.mayProceed != after.mayProceed else { return }
    differences.append(
      ImpactDifference(
        kind: .eligibility, subject: body.community.rawValue, service: service, sequence: event.sequence,
        step: AssessEligibility.name.rawValue, on: event.effectiveon, what: "eligibility", before: before.outcome.rawValue,
        after: after.outcome.rawValue, citesBefore: ImpactReplay.deciding(before), citesAfter: ImpactReplay.deciding(after)))
  }

  /// The articles of what was not met; of everything where all was.
  private static func deciding(_ found: Eligibility) -> [Citation] {
    let failed = found.findings.filter { $0.result != .satisfied }
    var cites: [Citation] = []
    for finding in failed.isEmpty ? found.findings : failed {
      for cite in finding.cites where !cites.contains(cite) { cites.append(cite) }
    }
    return cites
  }

  private mutating func vote(_ body: RoundClosed, _ event: RecordedEvent, _ service: ServiceName, _ edition: Edition) {
    replayed += 1
    let round = body.report.kind.terms
    let figures = VoteFigures(body.report)
    // Whether the form printed the rule on blanks shows in how they were treated.
    let isPrinted = body.report.blanks.treatment == .followsMajority
    let before = VoteThresholds(edition, round)?.result(of: figures, blankRulePrinted: isPrinted)
    let after = VoteThresholds(new.edition, round)?.result(of: figures, blankRulePrinted: isPrinted)
    guard before?.isCarried != after?.isCarried else { return }
    differences.append(
      ImpactDifference(
        kind: .vote, subject: body.project.rawValue, service: service, sequence: event.sequence,
        step: CloseRound.name.rawValue, on: event.effectiveon, what: "\(body.report.kind.rawValue)-vote",
        before: ImpactReplay.told(before), after: ImpactReplay.told(after), citesBefore: ImpactReplay.cites(before),
        citesAfter: ImpactReplay.cites(after)))
    let key: FactKey = body.report.kind == .willingness ? .willingnessCarried : .planVoteCarried
    altered[body.project, default: [:]][key] = .flag(after?.isCarried ?? false)
  }

  /// Each test with its figures: `approve-heads 5/7 ≥ 3/5`.
  private static func told(_ result: VoteResult?) -> String {
    guard let result else { return "no-vote" }
    let tests = result.tests.map { "\($0.name.rawValue) \($0.part)/\($0.of) \($0.isReached ? "≥" : "<") \($0.required)" }
    return ([result.isCarried ? "carried" : "not-carried"] + tests).joined(separator: "; ")
  }

  private static func cites(_ result: VoteResult?) -> [Citation] {
    var cites: [Citation] = []
    for cite in (result?.tests ?? []).flatMap(\.cites) where !cites.contains(cite) { cites.append(cite) }
    return cites
  }

  // MARK: Gates

  private mutating func gates(of store: RecordedStore) throws {
    var history = FactHistory(of: store.service)
    // A decision saw what was known before its first event, which is the one that holds its receipt.
    for (event, bytes) in store.events {
      if let receipt = event.receipt, let edition = old(receipt.edition) {
        replayed += 1
        let facts = event.project.map { history[$0] }
        differences += differing(receipt, facts, event, store.service, edition)
      }
      try history.follow(event, bytes)
    }
  }

  private func differing(
    _ receipt: Receipt, _ facts: ProjectFacts?, _ event: RecordedEvent, _ service: ServiceName, _ edition: Edition
  ) -> [ImpactDifference] {
    let name = ImpactReplay.gateCase(of: receipt, in: edition)
    let before = edition.gate(of: receipt.step, case: name)
    let after = new.edition.gate(of: receipt.step, case: name)
    let borrowed = ImpactReplay.borrowedGates[receipt.step].map { (edition.gate(of: $0), new.edition.gate(of: $0)) } ?? ([], [])
    let judged = GateReplay(receipt: receipt, facts: altering(facts), altered: Set((event.project.flatMap { altered[$0] } ?? [:]).keys), law: new)
    var found: [ImpactDifference] = []
    func add(_ rule: RuleID, _ one: Finding?, _ other: Finding?) {
      guard GateReplay.effect(one) != GateReplay.effect(other) else { return }
      found.append(
        ImpactDifference(
          kind: .gate, subject: event.project?.rawValue ?? receipt.project?.rawValue ?? "", service: service,
          sequence: event.sequence, step: receipt.step.rawValue, on: receipt.on, what: rule.rawValue,
          before: GateReplay.told(one), after: GateReplay.told(other), citesBefore: one.map { Array($0.cites) } ?? [],
          citesAfter: other.map { Array($0.cites) } ?? []))
    }
    for rule in before + borrowed.0 {
      // A rule that the receipt does not hold was not asked then: its step did not pass this gate.
      guard let recorded = receipt.findings.first(where: { $0.rule == rule.rule }) else { continue }
      let counterpart = (after + borrowed.1).first { $0.rule == rule.rule }
      add(rule.rule, recorded, counterpart.flatMap { judged.finding(under: $0, insteadOf: rule, recorded) })
    }
    for rule in after where !before.contains(where: { $0.rule == rule.rule }) {
      add(rule.rule, nil, judged.finding(under: rule, insteadOf: nil, nil))
    }
    // A borrowed gate is asked only sometimes: what is new in it is told where it was asked.
    for rule in borrowed.1 where !borrowed.0.contains(where: { $0.rule == rule.rule }) {
      guard receipt.findings.contains(where: { found in borrowed.0.contains { $0.rule == found.rule } }) else { continue }
      add(rule.rule, nil, judged.finding(under: rule, insteadOf: nil, nil))
    }
    return found
  }

  /// Steps that are also judged by the gate of another: money is requested and approved under the gate of paying it, a
  /// consultation is called under that of holding it, an opinion that exempts is formed under that of the exemption.
  static let borrowedGates: [WireName: WireName] = [
    RequestDisbursement.name: "funding.disburse", ApproveDisbursement.name: "funding.disburse",
    CallConsultation.name: HoldConsultation.name, FormOpinion.name: ConfirmPlanningExemption.name,
  ]

  /// What a project's facts would be.
  private func altering(_ facts: ProjectFacts?) -> ProjectFacts? {
    guard var facts else { return nil }
    for (key, value) in altered[facts.project] ?? [:] {
      guard let known = facts[key] else { continue }
      facts.state(key, Fact(value: value, on: known.on, source: known.source, isInQuestion: known.isInQuestion))
    }
    return facts
  }

  /// Which case of a step the receipt is of: the one whose rules it holds.
  private static func gateCase(of receipt: Receipt, in edition: Edition) -> Identifier<SlugKind>? {
    let judged = Set(receipt.findings.map(\.rule))
    return edition.file.gates.first { $0.step == receipt.step && judged.isSuperset(of: $0.gate.map(\.rule)) }?.case
  }
}
