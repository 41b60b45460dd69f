import Foundation
import Testing

@testable import Status

@Suite("The runbooks")
struct RunbookTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Shared/Documentation/Runbooks")

  @Test("are one for each alarm, and no more")
  func complete() throws {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0 != "README.md" }
    #expect(Set(pages) == Set(Trouble.Code.allCases.map { "\($0.rawValue).md" }))
  }

  @Test("say what it means, how it looks, what to do, and when it is over", arguments: Trouble.Code.allCases)
  func page(_ code: Trouble.Code) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("\(code.rawValue).md"), encoding: .utf8)
    let headings = text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    #expect(headings == ["What it means", "How it looks", "What to do", "How to know it is over"])
    #expect(text.contains("Alarm `\(code.rawValue)`"))
    let steps = text.split(separator: "\n").filter { $0.prefix(2).first?.isNumber ?? false && $0.dropFirst().hasPrefix(". ") }
    #expect(!steps.isEmpty)
  }

  @Test("are all linked from the first page")
  func linked() throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent("README.md"), encoding: .utf8)
    for code in Trouble.Code.allCases { #expect(text.contains("(\(code.rawValue).md)"), "\(code)") }
  }
}
