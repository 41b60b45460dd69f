import DomainModel
import Testing

@testable import Policy

@Suite("Tiexi's gates")
struct TiexiGateTests {
  private let edition: Edition
  static let day: BusinessDate = "2021-06-07"

  init() throws {
    edition = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
  }

  /// Everything that the pack's gates ask for holds, since the first of June.
  private static let good: [FactKey: FactValue] = [
    .surveyRecorded: .flag(true), .eligible: .flag(true), .planVersion: .code("220302-2020-0001/P2"),
    .preliminaryReviewPassed: .flag(true), .planReviewPassed: .flag(true), .planSigned: .flag(true),
    .planSignedVersion: .code("220302-2020-0001/P2"), .planNoticeClosed: .flag(true), .initiationApproved: .flag(true),
    .tenderRecorded: .flag(true), .contractorAppointed: .flag(true), .supervisorAppointed: .flag(true),
    .annualPlanListed: .count(2021), .budgetReviewed: .flag(true), .demolitionCleared: .flag(true),
    .constructionStarted: .flag(true), .acceptancePartiesPresent: .flag(true), .acceptancePassed: .flag(true),
    .defectsOpen: .count(0), .evaluationRecorded: .flag(true),
  ]

  private func facts(
    _ known: [FactKey: FactValue] = good, on day: BusinessDate = "2021-06-01"
  ) -> ProjectFacts {
    var facts = ProjectFacts(project: "220302-2020-0001")
    for (key, value) in known {
      facts.state(
        key, Fact(value: value, on: day, source: SourceRef(feed: key.owner, epoch: "be9c4001", sequence: 1)))
    }
    return facts
  }

  /// Every rule of every gate with its step, but for those that only their step can judge.
  private var rules: [(step: GateStep, rule: GateRule)] {
    edition.file.gates.flatMap { step in step.gate.map { (step, $0) } }.filter {
      !RuleRegistry.judgedByStep.contains($0.rule.rule)
    }
  }

  @Test("are all open where everything is done, each rule with its own article")
  func satisfied() {
    #expect(rules.count == 28)
    for (step, rule) in rules {
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(), on: Self.day))
      #expect(finding.result == .satisfied, "\(step.step) \(rule.rule)")
      #expect(finding.cites.items == rule.citations && !rule.citations.isEmpty, "\(step.step) \(rule.rule)")
      #expect(finding.force == rule.force)
    }
  }

  @Test("are each closed by the fact that is the other way, with the article that asks for it")
  func violated() throws {
    for (step, rule) in rules where rule.rule != "plan.version-exists" && rule.rule != "plan.annual-plan-listed" {
      let consulted = try #require(RuleRegistry.rule(rule.rule)).consults
      let turned = try #require(consulted.first { Self.bad($0) != nil }, "\(rule.rule)")
      var known = Self.good
      known[turned] = Self.bad(turned)
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(known), on: Self.day))
      #expect(finding.result == .violated, "\(step.step) \(rule.rule)")
      #expect(finding.cites.items == rule.citations)
      #expect(finding.stops == (rule.force == .blocks), "\(step.step) \(rule.rule)")
    }
  }

  private static func bad(_ key: FactKey) -> FactValue? {
    switch good[key] {
    case .flag(true): .flag(false)
    case .count(0): .count(1)
    default: nil
    }
  }

  @Test("wait for the facts' owners while nothing is known; no open defect is known of until one is")
  func unknown() {
    for (step, rule) in rules where rule.rule != "acceptance.defects-closed" {
      let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts([:]), on: Self.day))
      #expect(finding.result == .unknown && finding.awaits != nil, "\(step.step) \(rule.rule)")
    }
  }

  @Test("do not count what is dated later")
  func later() {
    for (step, rule) in rules where !["plan.version-exists", "acceptance.defects-closed"].contains(rule.rule.rawValue) {
      let finding = RuleRegistry.finding(
        under: rule, in: Circumstances(facts: facts(on: "2021-06-08"), on: Self.day))
      #expect(finding.result == .violated, "\(step.step) \(rule.rule)")
    }
  }

  @Test("count a signature for the version that was signed and no other")
  func otherVersion() throws {
    let rule = try #require(edition.gate(of: "voting.post-notice").first { $0.rule == "voting.plan-signed" })
    var known = Self.good
    known[.planVersion] = .code("220302-2020-0001/P3")
    let finding = RuleRegistry.finding(under: rule, in: Circumstances(facts: facts(known), on: Self.day))
    #expect(finding.result == .violated)
    #expect(finding.cites.map(\.description) == ["plan 6.4"])
  }

  @Test("open the start on the day after the notice, not on its last day")
  func notice() throws {
    let rule = try #require(
      edition.gate(of: "supervision.start-construction").first { $0.rule == "notice.complete" })
    let known = facts(on: Self.day)
    #expect(RuleRegistry.finding(under: rule, in: Circumstances(facts: known, on: Self.day)).result == .violated)
    let next = Circumstances(facts: known, on: Self.day.adding(days: 1))
    #expect(RuleRegistry.finding(under: rule, in: next).result == .satisfied)
  }
}

@Suite("The month in which works begin")
struct StartMonthTests {
  private let edition: Edition
  private let rule: GateRule

  init() throws {
    edition = try #require(PackFolder.library().edition("tiexi", "2020-draft"))
    rule = try #require(
      edition.gate(of: "supervision.start-construction").first { $0.rule == StartMonth.reached })
  }

  private func facts(_ year: Int64?) -> ProjectFacts {
    var facts = ProjectFacts(project: "220302-2020-0001")
    if let year {
      facts.state(
        .annualPlanListed,
        Fact(value: .count(year), on: "2021-04-26", source: SourceRef(feed: .intake, epoch: "be9c4001", sequence: 1)))
    }
    return facts
  }

  static let days: [(Bool, BusinessDate, Finding.Result, Finding.Result)] = [
    (true, "2021-04-30", .violated, .satisfied), (true, "2021-05-01", .satisfied, .satisfied),
    (true, "2021-05-31", .satisfied, .satisfied), (true, "2021-06-01", .satisfied, .violated),
    (false, "2021-05-31", .violated, .satisfied), (false, "2021-06-01", .satisfied, .satisfied),
    (false, "2021-06-30", .satisfied, .satisfied), (false, "2021-07-01", .satisfied, .violated),
  ]

  @Test("is May for pilots and June for the others: earlier is refused, later is told", arguments: days)
  func bounds(_ isPilot: Bool, _ day: BusinessDate, _ reached: Finding.Result, _ kept: Finding.Result) throws {
    let month = StartMonth(edition, facts: facts(2021), isPilot: isPilot)
    let first = month.reached(on: day, under: rule)
    #expect(first.result == reached)
    #expect(first.cites.map(\.description) == ["plan 6.5"])
    #expect(first.stops == (reached == .violated))
    let second = try #require(month.kept(on: day))
    #expect(second.result == kept)
    #expect(!second.stops)
  }

  @Test("waits for the annual plan, which names the year")
  func unlisted() {
    let month = StartMonth(edition, facts: facts(nil), isPilot: true)
    let finding = month.reached(on: "2021-05-10", under: rule)
    #expect(finding.result == .unknown && finding.awaits == .intake)
    #expect(month.kept(on: "2021-05-10") == nil)
  }

  @Test("is of the plan's year, not of any")
  func otherYear() {
    let month = StartMonth(edition, facts: facts(2022), isPilot: true)
    #expect(month.reached(on: "2021-05-10", under: rule).result == .violated)
    #expect(month.reached(on: "2022-05-01", under: rule).result == .satisfied)
  }

  @Test("is nobody's where the pack says nothing")
  func silent() throws {
    let yueqing = try PackFolder.yueqing()
    let month = StartMonth(yueqing, facts: facts(2025), isPilot: false)
    #expect(month.reached(on: "2025-01-02", under: rule).result == .satisfied)
    #expect(month.kept(on: "2025-12-31") == nil)
  }
}
