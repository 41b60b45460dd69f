import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Sichuan's pack")
struct SichuanTests {
  private let edition: Edition

  init() throws {
    edition = try #require(PackFolder.library().edition("sichuan", "undated-1"))
  }

  private func articles(_ citations: [Citation]) -> [String] { citations.map(\.description) }

  @Test("says that its document has no title, number, issuer or date, and stands for reference")
  func honest() throws {
    #expect(edition.file.pack.status == .reference)
    #expect(edition.file.pack.validity.isSilent)
    let workflow = try #require(edition.file.instruments["workflow"])
    #expect(workflow.title == nil && workflow.number == nil && workflow.issuer == nil && workflow.dated == nil)
    #expect(Set(workflow.unknown ?? []) == Set(Instrument.Unknown.allCases))
    #expect(workflow.name(.zh).contains("不详") && workflow.name(.en).contains("unknown"))
  }

  @Test("is there on every day, since no day is named", arguments: ["2020-01-01", "2031-12-31"] as [BusinessDate])
  func anyDay(_ day: BusinessDate) throws {
    #expect(try PackFolder.library().edition(of: "sichuan", on: day)?.identity == edition.identity)
  }

  @Test("holds in every county of the province and in no other")
  func territory() throws {
    let province = try #require(edition.file.pack.territory.value?.division)
    #expect(province.contains("510104") && province.contains("519901") && province.contains("510000"))
    #expect(!province.contains("330382"))
  }

  @Test("counts heads alone: two thirds of all owners, with no quorum and no area")
  func willingness() throws {
    let round = edition.file.terms.rounds.willingness
    let approval = try #require(round.approval.value)
    #expect(try approval.heads == Share(2, of: 3))
    #expect(approval.area == nil && approval.of == .all)
    #expect(round.quorum.isSilent && round.signedBlank.isSilent && round.softness.value == .binding)
    #expect(articles(round.approval.citations) == ["workflow 2.2"])
    #expect(edition.file.terms.notices.willingness.required.value == true)
    #expect(edition.file.terms.notices.willingness.minimum.isSilent)
    #expect(VoteThresholds(edition, \.plan) == nil)
  }

  @Test("comes out on the vote vectors as the domain computed them", arguments: VoteVectorTests.vectors)
  func vector(_ vector: VoteVectorTests.Vector) throws {
    let thresholds = try #require(VoteThresholds(edition, \.willingness))
    #expect(thresholds.result(of: vector.figures, blankRulePrinted: false).isCarried == vector.sichuan)
  }

  @Test("consults twice, each round with what must hang in it, at both places")
  func consultation() throws {
    let provision = edition.file.terms.rounds.plan.consultation
    let terms = try #require(provision.value)
    #expect(terms.rounds == 2 && terms.convenedBy == [.taskForce] && terms.answersRequired)
    #expect(terms.places == ["community-site", "residents-committee"])
    let mandatory = (terms.contents ?? []).filter(\.mandatory)
    #expect(mandatory.filter { $0.round == 1 }.map(\.code) == ["preliminary-plan", "tier-contents", "who-pays"])
    #expect(
      mandatory.filter { $0.round == 2 }.map(\.code) == ["item-list", "specific-plan", "estimate", "cost-sharing"])
    #expect(articles(provision.citations) == ["workflow 4.2", "workflow 4.3"])
  }

  @Test("names no figure that the document does not name")
  func silent() {
    let terms = edition.file.terms
    #expect(terms.eligibility.buildCutoff.isSilent && terms.annualPlan.deadline.isSilent)
    #expect(terms.funding.residentShares.isSilent && terms.funding.subsidyCap.isSilent && terms.funding.gates.isSilent)
    #expect(terms.approvals.bands.isSilent && terms.construction.majorChange.isSilent)
    #expect(terms.handover.warrantyPeriods.isSilent && terms.evaluation.indicators.isSilent)
    #expect(edition.file.catalogue.isSilent)
    #expect(edition.settled(\.construction.majorChange).origin == .recommended)
  }

  @Test("holds the rest of the workflow's parameters")
  func parameters() {
    let terms = edition.file.terms
    #expect(terms.survey.coverage.value == .allResidents)
    #expect(terms.annualPlan.consentBy.value == [.cityGovernment])
    #expect(terms.annualPlan.reportTo.value?.map(\.item.code) == ["housing-prov", "ndrc-prov", "finance-prov"])
    #expect(terms.annualPlan.centralBudget.value == .onlyPlanListed)
    #expect(terms.approvals.joint.value?.lead == .naturalResources)
    #expect(terms.approvals.joint.value?.kind == .jointReview)
    #expect(
      terms.approvals.participants.value?.map(\.item.role) == [
        .housing, .developmentReform, .finance, .enforcement, .utility,
      ])
    #expect(terms.construction.hotline.value == .required)
    #expect(terms.construction.demolitionBeforeStart.value == true)
    #expect(terms.construction.designChange.value?.onSiteNotice == true)
    #expect(terms.acceptance.parties.value?.count == 8)
    #expect(terms.acceptance.archiving.value?.to == .archive)
    #expect(terms.longTerm.fallback.value == ["interim-service"])
    #expect(
      edition.stated(\.planning.taskForce).value == [
        .constructionUnit, .subdistrict, .residentsCommittee, .designer, .utility, .ownersBody,
      ])
    #expect(edition.stated(\.construction.concealedWorksSeenBy).value == [.subdistrict, .residentsCommittee, .housing])
  }

  @Test("has its stages in the domain's order: annual plan and construction unit before any design")
  func stages() throws {
    let formal = edition.file.stages.filter { $0.item.kind == .formal }.map(\.item)
    let expected: [(StageCode, Int)] = [
      ("S00", 1), ("S01", 2), ("S02", 3), ("S03", 4), ("S04", 5), ("S05", 6), ("S06", 7), ("S07", 8), ("S08", 9),
      ("S21", 10), ("S22", 11), ("S22b", 11), ("S09", 12), ("S13", 13), ("S12", 13), ("S14", 14), ("S23", 15),
      ("S24", 16), ("S26", 17), ("S29", 18), ("S30", 19), ("S31", 20), ("S33", 21), ("S34", 22), ("S35", 22),
      ("S37", 23), ("S36", 24),
    ]
    #expect(formal.map(\.code) == expected.map(\.0))
    #expect(formal.map(\.order) == expected.map(\.1))
    #expect(edition.stage("S16")?.item.kind == .metBefore)
    for stage in formal {
      let mark = try #require(StageProgress.marks[stage.code.rawValue], "\(stage.code)")
      #expect(!mark.facts.isEmpty, "no fact tells that \(stage.code) was reached")
    }
  }

  @Test("represents every gate of the domain's table that names it")
  func gates() {
    let represented = Set(edition.file.gates.flatMap(\.gate).map(\.code))
    let expected: Set<GateCode> = [
      "G-SURV", "G-ORG", "G-V1", "G-N1", "G-SYS", "G-FISC", "G-PLANC", "G-CB", "G-CU", "G-C2", "G-JR", "G-START",
      "G-DEM", "G-HOT", "G-CHG", "G-ACC", "G-EVAL",
    ]
    #expect(represented == expected)
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let step: String
    let gate: String
    let rule: RuleID
    let index: Int
    var testDescription: String { "\(step) \(gate) \(rule)" }
  }

  /// Every rule of every gate that is judged over facts.
  static let cases: [Case] = {
    guard let edition = try? PackFolder.library().edition("sichuan", "undated-1") else { return [] }
    return edition.file.gates.flatMap { step in
      step.gate.enumerated().filter { RuleRegistry.rule($0.element.rule) != nil }.map { index, rule in
        Case(
          step: step.step.rawValue + (step.case.map { " \($0)" } ?? ""), gate: rule.code.rawValue, rule: rule.rule,
          index: index)
      }
    }
  }()

  private static func met(_ key: FactKey) -> FactValue {
    switch key {
    case .householdsUnreached, .defectsOpen: .count(0)
    case .poolBatch: .code("implement")
    case .planVersion, .consultedPlan: .code("519901-2021-0001/P3")
    case .annualPlanListed: .count(2022)
    default: .flag(true)
    }
  }

  private static func unmet(_ key: FactKey) -> FactValue {
    switch key {
    case .householdsUnreached, .defectsOpen: .count(1)
    case .poolBatch: .code("reserve")
    case .consultedPlan: .code("519901-2021-0001/P2")
    default: .flag(false)
    }
  }

  private func found(
    _ rule: GateRule, _ value: (FactKey) -> FactValue, on day: BusinessDate = "2021-06-01"
  ) throws -> Finding {
    var facts = ProjectFacts(project: "519901-2021-0001")
    for key in try #require(RuleRegistry.rule(rule.rule)).consults {
      facts.state(
        key,
        Fact(value: value(key), on: "2021-05-01", source: SourceRef(feed: key.owner, epoch: "0", sequence: 1)))
    }
    return RuleRegistry.finding(under: rule, in: Circumstances(facts: facts, on: day))
  }

  @Test("opens each gate on what it asks for and closes it without, citing its articles", arguments: cases)
  func gate(_ one: Case) throws {
    let step = try #require(
      edition.file.gates.first { $0.step.rawValue + ($0.case.map { " \($0)" } ?? "") == one.step })
    let rule = step.gate[one.index]
    let open = try found(rule, Self.met)
    #expect(open.result == .satisfied)
    // Listed is a year, present or not; and what only exists, exists: without it the rule is unknown.
    let nothing = RuleRegistry.finding(
      under: rule, in: Circumstances(facts: ProjectFacts(project: "519901-2021-0001"), on: "2021-06-01"))
    if rule.rule != "acceptance.defects-closed" { #expect(nothing.result != .satisfied) }
    if rule.rule != "plan.annual-plan-listed" && rule.rule != "plan.version-exists" {
      let closed = try found(rule, Self.unmet)
      #expect(closed.result == .violated)
      #expect(closed.stops == (rule.force != .advises))
    }
    if rule.rule != "plan.version-exists" && rule.rule != "acceptance.defects-closed" {
      let early = try found(rule, Self.met, on: "2021-04-30")
      #expect(early.result == .violated, "a fact of a later day opens nothing")
    }
    #expect(open.cites.items == rule.citations && !rule.citations.isEmpty)
    #expect(open.origin == .document)
  }

  @Test("guards what only the step itself can judge, too")
  func judgedBySteps() {
    let judged = Set(edition.file.gates.flatMap(\.gate).map(\.rule)).intersection(RuleRegistry.judgedByStep)
    #expect(
      judged == [
        "consultation.comments-sorted", "consultation.plan-optimised", "change.order-kept", "evaluation.voices-heard",
      ])
  }

  @Test("cites articles that the workflow has")
  func citations() throws {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    let data = try Data(contentsOf: folder.appendingPathComponent("sichuan/undated-1.yaml"))
    let source = try YAMLSource(data, file: "sichuan/undated-1.yaml")
    let session = LoadSession(source, standing: .document, knownRules: nil)
    _ = try NodeDecoder(session: session, spot: Spot(root: source.root)).value(PackFile.self)
    let paragraphs = [1: 3, 2: 3, 3: 5, 4: 4, 5: 2, 6: 3, 7: 2]
    for (citation, spot) in session.citations {
      #expect(citation.instrument == "workflow")
      let parts = citation.article.split(separator: ".").compactMap { Int($0) }
      let most = try #require(parts.first.flatMap { paragraphs[$0] }, "\(citation) at \(spot.path)")
      #expect(parts.count <= 2)
      if parts.count == 2 { #expect((1...most).contains(parts[1]), "\(citation) at \(spot.path)") }
    }
    #expect(session.citations.count > 200)
  }

  @Test(
    "must say of a document without title that it has none, and not also give one",
    arguments: [
      ("unknown: [title, number, issuer, dated, in-force]", "unknown: [number, issuer, dated, in-force]"),
      ("    unknown: [title, number, issuer, dated, in-force]", "    title: 某流程\n    unknown: [title, number, issuer, dated, in-force]"),
      ("unknown: [title, number, issuer, dated, in-force]", "issuer: 某厅\n    unknown: [title, number, issuer, dated, in-force]"),
    ])
  func unknownTitle(change: (old: String, new: String)) throws {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    let text = try String(contentsOf: folder.appendingPathComponent("sichuan/undated-1.yaml"), encoding: .utf8)
    #expect(try PackText(text: text).faults() == [])
    let fault = try PackText(text: text).replacing(change.old, with: change.new).onlyFault()
    #expect(fault.code == .wrongValue && fault.path == "instruments.workflow")
  }
}
