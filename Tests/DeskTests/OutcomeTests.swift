import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("What a clerk is told")
struct OutcomeTests {

  private static let articles = ArticleBook { try? OurPacks.library() }

  private static func edition() throws -> PackEdition {
    try #require(OurPacks.library().edition("yueqing", "2024-1")).identity
  }

  private static func problem() throws -> Problem {
    Problem(
      code: "gate-closed", title: "办理条件尚未满足。", detail: "办理条件尚未满足。", retry: .afterCorrection,
      step: "intake.report-to-city", edition: try edition(), on: "2024-05-01",
      findings: [
        Finding(
          "declaration.initial-review-passed", .satisfied,
          cites: [Citation(instrument: "plan", article: "3.4")]),
        Finding(
          "funds.in-place", .violated, cites: [Citation(instrument: "plan", article: "3.4")],
          values: [NamedValue("missing", .money("120.00"))]),
        Finding("plan.city-consent", .unknown, cites: [], awaits: .intake),
      ])
  }

  @Test("of a refusal: each rule by its name, its article in full, its figures and what to do")
  func refusal() throws {
    let text = ProblemText(.zh, articles: OutcomeTests.articles).text(try OutcomeTests.problem())
    for part in ["居民自筹资金按比例到位", "《乐清市城镇老旧小区改造实施方案》3.4", "120.00 元", "尚缺 120.00 元", "受理与计划", "街道初审通过"] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
    let violated = try #require(text.range(of: "居民自筹"))
    let satisfied = try #require(text.range(of: "街道初审"))
    #expect(violated.lowerBound < satisfied.lowerBound, "what stops the step comes first")
  }

  @Test("in English too, and by short citations where the packs are not here")
  func withoutPacks() throws {
    let text = ProblemText(.en, articles: ArticleBook { nil }).text(try OutcomeTests.problem())
    #expect(text.contains("plan 3.4"))
    #expect(text.contains("Enough resident money is in place"))
    #expect(text.contains("the record of intake"))
  }

  @Test("shows our own default as ours, with its reason")
  func ours() throws {
    let citation = Citation(instrument: "recommended", article: "choices.notice-last-day")
    let text = OutcomeTests.articles.text(of: citation, in: nil, .zh)
    #expect(text.contains("本系统默认"))
    #expect(text.contains("AMB-11"))
  }

  @Test("shows a draft as a draft beside every article, in both languages, and nothing of the kind for rules in force")
  func draft() throws {
    let library = try OurPacks.library()
    let tiexi = try #require(library.edition("tiexi", "2020-draft")).identity
    let citation = Citation(instrument: "plan", article: "6.4")
    #expect(OutcomeTests.articles.text(of: citation, in: tiexi, .zh).hasSuffix("6.4【征求意见稿，未正式施行】"))
    #expect(OutcomeTests.articles.text(of: citation, in: tiexi, .en).hasSuffix("6.4 [draft for comment, not in force]"))
    let inForce = OutcomeTests.articles.text(of: Citation(instrument: "plan", article: "3.3"), in: try OutcomeTests.edition(), .zh)
    #expect(inForce.hasSuffix("》3.3"))
    func title(_ pack: String) throws -> String {
      let source = try PackSource(pack, in: [OurPacks.folder])
      return try PackView(source: source, defaults: OurPacks.folder).title(.zh)
    }
    #expect(try title("tiexi").contains("【征求意见稿"))
    #expect(try !title("yueqing").contains("【"))
  }

  @Test("lays an answer out in the order of its declaration, lists as tables")
  func answers() throws {
    let value = try JSONValue(data: Data(#"{"b":[{"on":"2024-03-01","amount":"5.00"},{"on":"2024-03-02","amount":"15.00"}],"a":true}"#.utf8))
    let text = JSONText(.zh, width: 80).text(value)
    #expect(text.contains("是"))
    #expect(text.contains("2024-03-02"))
    #expect(text.contains("金额"))
    let ordered = try MessageBook.example(OpenRound.self)
    guard case .object(let members) = ordered else {
      Issue.record("no object")
      return
    }
    #expect(members.prefix(3).map(\.name) == ["project", "kind", "roll"])
  }

  @Test("shows a pack's parameters with articles, and what is silent with our default")
  func packs() throws {
    let view = try PackView(source: PackSource("yueqing", in: [OurPacks.folder]), defaults: OurPacks.folder)
    let rounds = try view.lines(of: "rounds")
    #expect(rounds.contains { $0.path.hasPrefix("rounds.plan.quorum") && !$0.cites.isEmpty })
    #expect(rounds.contains { $0.value == nil && $0.ours != nil && $0.reason != nil })
    #expect(try !view.lines(of: "gates").isEmpty)
    #expect(throws: DeskFault.self) { _ = try view.lines(of: "round") }
    #expect(throws: DeskFault.self) { _ = try PackSource("atlantis", in: [OurPacks.folder]) }
  }
}
