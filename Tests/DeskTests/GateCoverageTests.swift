import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

/// Every rule of every gate of every pack, satisfied and violated, with the article that asks for it. What is not registered
/// fails: a new gate brings its cases along.
@Suite("Every gate, both ways")
struct GateCoverageTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let shelf = TestShelf(folder: root.appendingPathComponent("Tests"))

  private static func editions() throws -> [Edition] { try OurPacks.library().editions }

  /// One rule where a gate names it.
  private struct Asked {
    let pack: String
    let step: GateStep
    let rule: GateRule

    var name: String { "\(pack) \(rule.code) \(step.step) \(rule.rule)" }
  }

  private static func asked(_ edition: Edition) -> [Asked] {
    edition.file.gates.flatMap { step in
      step.gate.map { Asked(pack: edition.identity.pack.rawValue, step: step, rule: $0) }
    }
  }

  private static func asked() throws -> [Asked] { try editions().flatMap(asked) }

  /// Rules for which neither facts nor tests are registered.
  private static func unlisted(_ asked: [(pack: String, rule: RuleID)]) -> [String] {
    let facts = Set(GateCase.all.map(\.rule))
    let steps = Set(GateStepCase.all.map { "\($0.pack) \($0.rule)" })
    return asked.filter { entry in
      RuleRegistry.judgedByStep.contains(entry.rule)
        ? !steps.contains("\(entry.pack) \(entry.rule)") : !facts.contains(entry.rule)
    }.map { "\($0.pack) \($0.rule)" }
  }

  @Test("every rule that a gate names has its cases, once; a rule without is told")
  func listed() throws {
    let asked = try Self.asked()
    #expect(asked.count > 250)
    #expect(Self.unlisted(asked.map { ($0.pack, $0.rule.rule) }) == [])
    #expect(Self.unlisted([("yueqing", "no.such-rule"), ("sichuan", "plan.deadline")]) == [
      "yueqing no.such-rule", "sichuan plan.deadline",
    ])
    #expect(Set(GateCase.all.map(\.rule)).count == GateCase.all.count)
    let named = Set(asked.map(\.rule.rule))
    #expect(GateCase.all.filter { !named.contains($0.rule) }.map(\.rule) == [], "no gate asks for these any more")
  }

  private static func finding(_ rule: GateRule, _ known: [FactKey: FactValue], from day: BusinessDate) -> Finding {
    var facts = ProjectFacts(project: "330382-2024-0007")
    for (key, value) in known {
      facts.state(key, Fact(value: value, on: day, source: SourceRef(feed: key.owner, epoch: "be9c4001", sequence: 1)))
    }
    return RuleRegistry.finding(under: rule, in: Circumstances(facts: facts, on: GateCase.step))
  }

  /// A money gate is tried on its own bound: just enough, and a fen less.
  private static func sharpened(
    _ known: [FactKey: FactValue], by ratio: Share?, short: Int64
  ) throws -> [FactKey: FactValue] {
    guard let ratio, case .money(let planned)? = known[.residentFundsPlanned] else { return known }
    var sharp = known
    sharp[.residentFundsCleared] = .money(try Money(fen: ratio.least(of: planned.fen) - short))
    return sharp
  }

  @Test("over facts each is satisfied, and violated, with its own article and force")
  func overFacts() throws {
    let cases = Dictionary(uniqueKeysWithValues: GateCase.all.map { ($0.rule, $0) })
    var looked = 0
    for asked in try Self.asked() {
      guard let given = cases[asked.rule.rule] else { continue }
      let ratio = asked.rule.parameters.ratio
      let holds = Self.finding(
        asked.rule, try Self.sharpened(given.holds, by: ratio, short: 0), from: GateCase.known)
      #expect(holds.result == .satisfied && !holds.stops, "\(asked.name)")
      let fails = Self.finding(
        asked.rule, try Self.sharpened(given.fails, by: ratio, short: 1), from: given.failsFrom)
      // Where the wrong facts are none at all, what lacks is not known, which stops as well.
      #expect(fails.result == (given.fails.isEmpty ? .unknown : .violated), "\(asked.name)")
      #expect(fails.stops == (asked.rule.force != .advises), "\(asked.name)")
      for finding in [holds, fails] {
        #expect(finding.cites.items == asked.rule.citations && !finding.cites.isEmpty, "\(asked.name)")
        #expect(finding.force == asked.rule.force, "\(asked.name)")
      }
      looked += 1
    }
    #expect(looked > 220)
  }

  @Test("what only a step can judge has a test for each outcome that names rule and article")
  func byStep() throws {
    let cases = Dictionary(uniqueKeysWithValues: GateStepCase.all.map { ("\($0.pack) \($0.rule)", $0) })
    var looked = 0
    for asked in try Self.asked() where RuleRegistry.judgedByStep.contains(asked.rule.rule) {
      guard let given = cases["\(asked.pack) \(asked.rule.rule)"] else { continue }
      #expect(Self.shelf.holds(given.satisfied), "\(asked.name): there is no test \(given.satisfied)")
      let body = try #require(Self.shelf.body(of: given.violated), "\(asked.name): there is no test \(given.violated)")
      #expect(body.contains("\"\(asked.rule.rule)\""), "\(given.violated) does not name \(asked.rule.rule)")
      #expect(
        asked.rule.citations.contains { body.contains("\"\($0)\"") },
        "\(given.violated) names none of \(asked.rule.citations.map(\.description))")
      looked += 1
    }
    #expect(looked >= GateStepCase.all.count)
    #expect(Self.shelf.body(of: "VotingTests/NoticeTests: no such test") == nil)
  }

  /// The gates of domain §17.2: which pack has them, with an article that it cites for them.
  private static let expected: [String: [String: String]] = [
    "G-ELG": ["wenzhou": "1", "ziyang": "2.1", "yueqing": "2.1"],
    "G-SURV": ["sichuan": "1.2"],
    "G-ORG": ["sichuan": "2.1", "ziyang": "4.1", "yueqing": "3.1"],
    "G-V1": ["sichuan": "2.2", "wenzhou": "3.1", "ziyang": "4.2", "yueqing": "3.1"],
    "G-N1": ["sichuan": "2.2", "ziyang": "4.2"],
    "G-APP": ["yueqing": "3.1"],
    "G-SYS": ["sichuan": "2.3", "ziyang": "4.2"],
    "G-SCH": ["yueqing": "5.3"],
    "G-FISC": ["sichuan": "3.3", "ziyang": "4.3", "yueqing": "3.4"],
    "G-SITE": ["wenzhou": "3.3"],
    "G-C2": ["sichuan": "4.3"],
    "G-CITY": ["tiexi": "6.3"],
    "G-SIGN": ["tiexi": "6.4"],
    "G-V2": ["wenzhou": "3.4", "yueqing": "3.3"],
    "G-NOT": ["wenzhou": "3.4", "yueqing": "3.3"],
    "G-PKG": ["wenzhou": "3.5", "yueqing": "3.4"],
    "G-F100": ["yueqing": "3.4"],
    "G-CMP": ["yueqing": "3.4"],
    "G-PLAN9": ["wenzhou": "3.5"],
    "G-PLANC": ["sichuan": "3.3", "ziyang": "4.3"],
    "G-CB": ["sichuan": "3.4"],
    "G-CONS": ["wenzhou": "4.3", "yueqing": "4.3"],
    "G-ZYR": ["ziyang": "4.4"],
    "G-CU": ["sichuan": "3.5"],
    "G-JR": ["sichuan": "4.4"],
    "G-F90": ["wenzhou": "3.6"],
    "G-CODE": ["wenzhou": "4.2", "yueqing": "4.2"],
    "G-SIMP": ["wenzhou": "4.1", "yueqing": "4.1"],
    "G-PEX": ["wenzhou": "4.4", "yueqing": "4.4"],
    "G-BAND": ["wenzhou": "4.4", "yueqing": "4.4"],
    "G-DRAW": ["wenzhou": "4.5", "yueqing": "4.5"],
    "G-START": ["wenzhou": "3.6"],
    "G-DEM": ["sichuan": "6.1", "tiexi": "6.5"],
    "G-HOT": ["sichuan": "6.2"],
    "G-CHG": ["sichuan": "6.3"],
    "G-FIRE": ["wenzhou": "4.7", "yueqing": "4.7"],
    "G-ACC": ["sichuan": "7.1", "tiexi": "6.6"],
    "G-FILE": ["wenzhou": "4.6", "yueqing": "4.6"],
    "G-FIN": ["yueqing": "5.2.1"],
    "G-HO": ["wenzhou": "3.9", "yueqing": "3.8"],
    "G-EVAL": ["sichuan": "7.1", "wenzhou": "3.10", "ziyang": "4.8", "tiexi": "6.6", "yueqing": "3.9"],
  ]

  @Test("the packs have the gates that the domain lists, each on its article", arguments: expected.keys.sorted())
  func inPacks(_ code: String) throws {
    let asked = try Self.asked().filter { $0.rule.code.rawValue == code }
    for (pack, article) in try #require(Self.expected[code]) {
      #expect(
        asked.contains { $0.pack == pack && $0.rule.citations.contains { $0.article == article } }, "\(pack) \(code)")
    }
  }

  @Test("the vote vectors V1 to V14 and the worked sums F1 to F8 each have their test")
  func vectors() throws {
    let votes = try #require(Self.shelf.suites.first { $0.name == "PolicyTests/VoteVectorTests" }).text
    for number in 1...14 { #expect(votes.contains("name: \"V\(number)\""), "V\(number)") }
    for sum in ["F1", "F2", "F3a", "F3b", "F3c", "F4", "F5", "F6", "F7", "F8"] {
      let suites = ["PolicyTests/FundingSubsidyFormulaTests", "FundingTests/SettlementTests"]
      #expect(suites.contains { Self.shelf.holds("\($0): \(sum): ") }, "\(sum)")
    }
  }

  @Test("every rule of every pack is explained in both languages, with an article", arguments: [Language.zh, .en])
  func explained(_ language: Language) throws {
    let told = FindingText(language: language, articles: ArticleBook { try? OurPacks.library() })
    for edition in try Self.editions() {
      for asked in Self.asked(edition) {
        let lines = told.lines(asked.rule.finding(.violated), in: edition.identity)
        let sentences = try #require(RuleTexts.text(of: asked.rule.rule), "\(asked.name) has no sentences")
        let gap = try Regex("\\{[a-z-]+\\}")
        for (sentence, place) in [(sentences.title, 0), (sentences.cure, lines.count - 1)] {
          let text = (language == .zh ? sentence.zh : sentence.en).replacing(gap, with: "…")
          #expect(!text.isEmpty && lines[place].contains(text), "\(asked.name): \(lines)")
        }
        #expect(asked.rule.citations.allSatisfy { cite in lines.contains { $0.contains(cite.article) } }, "\(asked.name)")
      }
    }
  }
}
