import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("What values of findings are called")
struct FindingWordsTests {
  @Test("every value that a rule gives has a Chinese name")
  func names() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var given: Set<String> = []
    for folder in ["Services", "Shared/Policy"] {
      let found = try #require(FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path))
      for case let path as String in found where path.hasSuffix(".swift") {
        let text = try String(contentsOf: root.appendingPathComponent("\(folder)/\(path)"), encoding: .utf8)
        for match in text.matches(of: /NamedValue\(\s*"([a-z0-9-]+)"/) { given.insert(String(match.1)) }
      }
    }
    #expect(given.count > 200)
    let nameless = given.filter { Words.name($0, .zh) == $0 }
    #expect(nameless.sorted() == [], "add them to FindingWords")
    #expect(Words.name("counts-as", .en) == "counts-as")
  }

  @Test("offices are called by their names, codes of papers stay codes")
  func codes() {
    #expect(FindingWords.code("owners-body", .zh) == Role.ownersBody.zh)
    #expect(FindingWords.code("owners-body", .en) == "owners-body")
    #expect(FindingWords.code("330382-2024-0007/P1", .zh) == "330382-2024-0007/P1")
  }
}
