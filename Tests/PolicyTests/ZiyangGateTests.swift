import DomainModel
import Testing

@testable import Policy

@Suite("Ziyang's gates")
struct ZiyangGateTests {
  private let edition: Edition
  static let day: BusinessDate = "2021-06-07"
  static let plan = FactValue.code("512000-2021-0001/P2")

  init() throws { edition = try #require(PackFolder.library().edition("ziyang", "2020-1")) }

  /// Everything that the pack's gates ask for holds, since the first of June.
  private static let good: [FactKey: FactValue] = [
    .eligible: .flag(true), .selfGovernanceFormed: .flag(true), .willingnessCarried: .flag(true),
    .willingnessNoticeClosed: .flag(true), .imagesRecorded: .flag(true), .applicationAgreed: .flag(true),
    .recordedInSystem: .flag(true), .fiscalCapacityAssessed: .flag(true), .cityConsented: .flag(true),
    .annualPlanListed: .count(2021), .annualPlanReported: .flag(true), .annualPlanPushed: .flag(true), .planVersion: plan,
    .consultationRoundsAnswered: .flag(true), .consultedPlan: plan, .planReviewPassed: .flag(true),
    .planReviewVersion: plan, .planNoticeClosed: .flag(true), .initiationApproved: .flag(true),
    .contractorAppointed: .flag(true), .supervisorAppointed: .flag(true), .constructionPermitIssued: .flag(true),
    .constructionStarted: .flag(true), .defectsOpen: .count(0), .acceptancePassed: .flag(true),
    .evaluationRecorded: .flag(true), .handedOver: .flag(true), .finalAccountsVerified: .flag(true),
    .archived: .flag(true), .evaluationReported: .flag(true), .firstInstalmentPaid: .flag(true),
  ]

  private func facts(_ known: [FactKey: FactValue] = good) -> ProjectFacts {
    var facts = ProjectFacts(project: "512000-2021-0001")
    for (key, value) in known {
      facts.state(
        key, Fact(value: value, on: "2021-06-01", source: SourceRef(feed: key.owner, epoch: "be9c4001", sequence: 1)))
    }
    return facts
  }

  /// Every rule of every gate with its step, but for those that only their step can judge.
  private var rules: [(step: GateStep, rule: GateRule)] {
    edition.file.gates.flatMap { step in step.gate.map { (step, $0) } }.filter {
      !RuleRegistry.judgedByStep.contains($0.rule.rule)
    }
  }

  private static func other(_ value: FactValue) -> FactValue? {
    switch value {
    case .flag: .flag(false)
    case .count(0): .count(1)
    case .code: .code("512000-2021-0001/P1")
    default: nil
    }
  }

  @Test("are all open where everything is done, each rule with its own article")
  func satisfied() {
    #expect(rules.count > 40)
    for (step, rule) in rules {
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(), on: Self.day))
      #expect(finding.result == .satisfied, "\(step.step) \(rule.rule)")
      #expect(finding.cites.items == rule.citations && !rule.citations.isEmpty, "\(step.step) \(rule.rule)")
    }
  }

  @Test("are each closed by the fact that is the other way, with the article that asks for it")
  func violated() throws {
    var looked = 0
    for (step, rule) in rules where rule.rule != "plan.version-exists" && rule.rule != "plan.annual-plan-listed" {
      let consulted = try #require(RuleRegistry.rule(rule.rule)).consults
      let turned = try #require(consulted.first { Self.good[$0].flatMap(Self.other) != nil }, "\(rule.rule)")
      var known = Self.good
      known[turned] = Self.good[turned].flatMap(Self.other)
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(known), on: Self.day))
      #expect(finding.result == .violated, "\(step.step) \(rule.rule)")
      #expect(finding.cites.items == rule.citations)
      #expect(finding.stops == (rule.force == .blocks), "\(step.step) \(rule.rule)")
      looked += 1
    }
    #expect(looked > 35)
  }

  @Test("wait for what nobody has said yet, and block but for three that advise")
  func unknown() {
    for (step, rule) in rules where rule.rule != "acceptance.defects-closed" {
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts([:]), on: Self.day))
      #expect(finding.result == .unknown, "\(step.step) \(rule.rule)")
    }
    #expect(
      Set(edition.file.gates.flatMap(\.gate).filter { $0.force == .advises }.map(\.rule)) == [
        "survey.images-recorded", "permit.issued", "maintenance-fund.first-instalment",
      ])
  }

  @Test("the notice waits for the review of the very version that is valid now (G-ZYR)")
  func reviewedVersion() throws {
    let gate = edition.gate(of: "voting.post-notice", case: "plan")
    let rule = try #require(gate.first { $0.rule == "review.current-plan-passed" })
    #expect(rule.code == "G-ZYR" && rule.citations.map(\.article) == ["4.4"])
    var known = Self.good
    known[.planVersion] = .code("512000-2021-0001/P3")
    let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(known), on: Self.day))
    #expect(finding.result == .violated)
  }

  @Test("initiation is opened on the pushed plan and approved only after the reviewed notice (AMB-51)")
  func initiation() {
    #expect(edition.gate(of: "approvals.open-initiation").map(\.rule) == [
      "plan.annual-plan-listed", "plan.reported-upwards", "plan.pushed",
    ])
    #expect(edition.gate(of: "approvals.approve-document").map(\.rule) == [
      "review.current-plan-passed", "notice.complete",
    ])
  }
}
