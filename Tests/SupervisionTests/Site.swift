import Contracts
import DomainModel
import Policy
import ServiceKit
import Supervision
import TestKit

/// A project in Yueqing and its site, brought as far as a test needs it.
struct Site {
  static let project: ProjectID = "330382-2024-0007"
  static let paper = DocumentHash.sample
  let bench: Bench

  init(today: BusinessDate = "2029-12-31", under law: Law? = nil) throws {
    bench = try Bench(SupervisionService.definition, law: try law ?? Law.yueqing(), today: today)
    try bench.openProject(Site.project)
    try bench.upload(Site.paper)
  }

  func state(_ facts: [FactStatement], on day: BusinessDate) throws {
    try bench.state(facts, of: Site.project, on: day)
  }

  // MARK: Facts of the other services

  static let documents = FactStatement(.bandDocumentsApproved, .flag(true))
  static let permit = FactStatement(.constructionPermitIssued, .flag(true))
  static let listed = FactStatement(.annualPlanListed, .count(2024))
  static let planned = FactStatement(.residentFundsPlanned, .money("1080000.00"))
  static let cleared = FactStatement(.residentFundsCleared, .money("1080000.00"))
  static let investment = FactStatement(.planInvestment, .money("10000000.00"))
  static let simplified = FactStatement(.simplifiedRoute, .flag(true))
  static let exempt = FactStatement(.planningPermitExempt, .flag(true))
  static let startFacts = [permit, listed, planned, cleared]

  // MARK: Steps

  static let tender = RecordTender(
    project: project, form: .epc, winner: "yueqing-build-3", contractSum: "9000000.00", document: paper)
  static let contractor = AppointContractor(
    project: project, organisation: "yueqing-build-3", manager: "p-1", managerName: "陈立", managerPhone: "13800000001",
    document: paper)
  static let supervisor = AppointSupervisor(
    project: project, organisation: "yueqing-supervision-1", manager: "p-2", managerName: "王岚", document: paper)
  static let start = StartConstruction(project: project, plannedFinish: "2025-03-31")

  /// Tender and appointments are recorded.
  func contracted(on day: BusinessDate = "2024-06-03") throws {
    try state([Site.documents], on: "2024-06-01")
    try bench.send(Site.tender, on: day)
    try bench.send(Site.contractor, on: day)
    try bench.send(Site.supervisor, on: day)
  }

  func started(on day: BusinessDate = "2024-07-01") throws {
    try contracted()
    try state(Site.startFacts + [Site.investment], on: "2024-06-10")
    try bench.send(Site.start, on: day)
  }

  static func fire(passed: Bool = true) -> PassFireInspection {
    PassFireInspection(
      project: project, passed: passed, parties: [WorksParty(role: .contractor, organisation: "yueqing-build-3")],
      document: paper)
  }

  static let parties: [AcceptancePartyKind] = [
    .constructionUnit, .departments, .participatingUnits, .residentRepresentatives,
  ]

  static func acceptance(
    of parties: [AcceptancePartyKind] = Site.parties, stance: AcceptanceStance = .agrees, faults: [Text<200>] = []
  ) throws -> RecordAcceptance {
    RecordAcceptance(
      project: project,
      parties: try Listing(parties.map { AcceptanceParty(party: $0, organisation: "org-a", stance: stance) }),
      faults: try Listing(faults.map { AcceptanceFault(what: $0) }), minutes: paper)
  }

  static let pass = PassAcceptance(project: project, acceptance: "330382-2024-0007/A1", report: paper)

  /// Accepted without faults.
  func accepted(on day: BusinessDate = "2025-04-10") throws {
    try started()
    try bench.send(Site.fire(), on: "2025-04-01")
    try bench.send(try Site.acceptance(), on: "2025-04-08")
    try bench.send(Site.pass, on: day)
  }

  static let bothPapers: Listing<FilingMaterial, 20> = [
    FilingMaterial(kind: .completionReport, document: paper), FilingMaterial(kind: .qualityWarranty, document: paper),
  ]

  // MARK: Looking

  func refusal(_ command: some Command, on day: BusinessDate, as role: Role = .subdistrict) throws -> Problem? {
    try bench.refusal(command, on: day, as: role)
  }

  var facts: ProjectFacts { get throws { try bench.facts(of: Site.project) } }

  func works() throws -> WorksReport { try bench.ask(WorksQuery(project: Site.project)) }
}

extension Problem {
  /// The rules that stopped the step.
  var stopping: Set<RuleID> { Set(findings.filter(\.stops).map(\.rule)) }

  func finding(_ rule: RuleID) -> Finding? { findings.first { $0.rule == rule } }
}

extension Finding {
  /// The articles, as they are written.
  var articles: [String] { cites.map(\.description) }

  func codes(_ name: Identifier<SlugKind>) -> [String] {
    values.filter { $0.name == name }.compactMap { if case .code(let code) = $0.value { code } else { nil } }
  }
}

extension Bench {
  /// The receipt's finding of a step that was taken.
  func receiptFinding(_ rule: RuleID, of step: WireName) throws -> Finding? {
    let receipts = try ask(ReceiptsQuery<SupervisionContract>(project: Site.project)).receipts
    return receipts.last { $0.receipt.step == step }?.receipt.findings.first { $0.rule == rule }
  }
}
