import DomainModel
import Testing

@testable import Policy

@Suite("Gates over facts in question, or dated after the step")
struct QuestionedFactsTests {
  private static let day: BusinessDate = "2024-05-10"
  private static let project: ProjectID = "330382-2024-0007"

  /// A rule, the facts that satisfy it, and which of them is spoilt.
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let facts: [FactKey: FactValue]
    let spoilt: FactKey
    var testDescription: String { "\(rule) \(spoilt.rawValue)" }
  }

  static let cases: [Case] = [
    Case(rule: "planning.exempt-or-permitted", facts: [.planningPermitExempt: .flag(true)], spoilt: .planningPermitExempt),
    Case(
      rule: "planning.exempt-or-permitted", facts: [.planningPermitsIssued: .flag(true), .planningPermitExempt: .flag(false)],
      spoilt: .planningPermitsIssued),
    Case(rule: "planning.verified-or-waived", facts: [.planningPermitExempt: .flag(true)], spoilt: .planningPermitExempt),
    Case(rule: "planning.verified-or-waived", facts: [.planningVerified: .flag(true)], spoilt: .planningVerified),
    Case(
      rule: "contractors.appointed", facts: [.contractorAppointed: .flag(true), .supervisorAppointed: .flag(true)],
      spoilt: .contractorAppointed),
    Case(
      rule: "contractors.appointed", facts: [.contractorAppointed: .flag(true), .supervisorAppointed: .flag(true)],
      spoilt: .supervisorAppointed),
    Case(rule: "acceptance.defects-closed", facts: [.defectsOpen: .count(0)], spoilt: .defectsOpen),
    Case(rule: "notice.posted", facts: [.planNoticePosted: .date("2024-05-10")], spoilt: .planNoticePosted),
  ]

  private func finding(_ sample: Case, on date: BusinessDate = day, questioned: Bool = false) throws -> Finding {
    let edition = try #require(PackFolder.library().edition("yueqing", "2024-1"))
    let anyGate = try #require(edition.gate(of: "funding.settle").first ?? edition.gate(of: "supervision.evaluate").first)
    var facts = ProjectFacts(project: Self.project)
    for (key, value) in sample.facts {
      let source = SourceRef(feed: key.owner, epoch: "be9c4002", sequence: 1)
      let isSpoilt = key == sample.spoilt
      facts.state(
        key,
        Fact(
          value: value, on: isSpoilt ? date : "2024-05-01", source: source, isInQuestion: isSpoilt && questioned))
    }
    let rule = try #require(RuleRegistry.rule(sample.rule))
    return rule.finding(under: anyGate, in: Circumstances(facts: facts, on: Self.day))
  }

  @Test("are satisfied by a fact of the same day", arguments: cases)
  func satisfied(_ sample: Case) throws {
    #expect(try finding(sample).result == .satisfied)
  }

  @Test("refuse a fact in question, and say so", arguments: cases)
  func questioned(_ sample: Case) throws {
    let finding = try finding(sample, questioned: true)
    #expect(finding.result == .violated)
    #expect(finding.values.map(\.name).contains("in-question"))
    #expect(!finding.sources.isEmpty)
  }

  @Test("refuse a fact of a later day than the step", arguments: cases)
  func later(_ sample: Case) throws {
    #expect(try finding(sample, on: "2024-05-11").result == .violated)
  }

  @Test("a notice posted on a later day than the step is not posted yet, whenever that was recorded")
  func posting() throws {
    let ahead = Case(rule: "notice.posted", facts: [.planNoticePosted: .date("2024-05-11")], spoilt: .planNoticePosted)
    #expect(try finding(ahead).result == .violated)
    let flag = Case(rule: "notice.posted", facts: [.planNoticePosted: .flag(true)], spoilt: .planNoticePosted)
    #expect(try finding(flag).result == .violated)
  }

  @Test("one of two grounds in question leaves the other", arguments: [
    "planning.exempt-or-permitted" as RuleID, "planning.verified-or-waived",
  ])
  func other(_ rule: RuleID) throws {
    let second: FactKey = rule == "planning.exempt-or-permitted" ? .planningPermitsIssued : .planningVerified
    let sample = Case(rule: rule, facts: [.planningPermitExempt: .flag(true), second: .flag(true)], spoilt: .planningPermitExempt)
    #expect(try finding(sample, questioned: true).result == .satisfied)
  }

  @Test("objections that are in question count as open")
  func objections() throws {
    let sample = Case(rule: "notice.no-open-objection", facts: [.objectionsOpen: .count(0)], spoilt: .objectionsOpen)
    #expect(try finding(sample).result == .satisfied)
    #expect(try finding(sample, questioned: true).result == .violated)
  }

  @Test("a rule that asks only for what its step states is told from others")
  func stated() {
    #expect(RuleRegistry.asksOnly(for: [.evaluationRecorded], "evaluation.recorded"))
    #expect(!RuleRegistry.asksOnly(for: [.evaluationRecorded], "acceptance.passed"))
    #expect(!RuleRegistry.asksOnly(for: [], "acceptance.passed"))
    #expect(!RuleRegistry.asksOnly(for: [.evaluationRecorded], "plan.deadline"))
  }
}
