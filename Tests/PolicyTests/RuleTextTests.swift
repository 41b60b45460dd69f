import DomainModel
import Foundation
import Policy
import Testing

@Suite("The sentences of rules")
struct RuleTextTests {
  @Test("are there for every rule that a gate may name")
  func knownRules() {
    #expect(!RuleRegistry.knownRules.isEmpty)
    let without = RuleRegistry.knownRules.filter { id in (try? RuleID(id)).flatMap(RuleTexts.text) == nil }
    #expect(without.sorted() == [])
  }

  @Test("are there for every rule that a service judges by")
  func ownRules() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let mention = /(?:Finding\(|\.advice\(|RuleID = )\s*"([a-z][a-z-]*\.[a-z][a-z-]*)"/
    var mentioned: Set<String> = []
    for folder in ["Services", "Shared/Policy/Rules"] {
      let found = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
      for case let path as String in try #require(found) where path.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appendingPathComponent("\(folder)/\(path)"), encoding: .utf8)
        for match in text.matches(of: mention) { mentioned.insert(String(match.1)) }
      }
    }
    #expect(mentioned.count > 30)
    let without = mentioned.filter { id in (try? RuleID(id)).flatMap(RuleTexts.text) == nil }
    #expect(without.sorted() == [], "add them to Shared/Policy/Texts")
  }

  @Test("are there once, in both languages, with what to do")
  func languages() {
    #expect(Set(RuleTexts.all.map(\.rule)).count == RuleTexts.all.count)
    for text in RuleTexts.all {
      for sentence in [text.title.zh, text.cure.zh] {
        #expect(sentence.unicodeScalars.contains { $0.value > 0x4E00 }, "\(text.rule)")
      }
      #expect(!text.title.en.isEmpty && !text.cure.en.isEmpty, "\(text.rule)")
    }
  }

  @Test("are filled from the finding's values; what is not given leaves a gap")
  func filling() throws {
    let values = [NamedValue("missing", .money("12.50"))]
    #expect(RuleTexts.cure(of: "funds.in-place", .zh, values) == "尚缺 12.50 元，到账后再办。")
    #expect(RuleTexts.cure(of: "funds.in-place", .en)?.contains("…") == true)
    #expect(RuleTexts.title(of: "unheard.of", .en) == "unheard.of")
    #expect(RuleTexts.cure(of: "unheard.of", .en) == nil)
  }
}
