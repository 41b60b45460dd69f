import Foundation
import Scenario
import Testing

extension WholeProjectTests {
  /// What the documents tell a reader to type is typed here.
  @Suite("Documents", .timeLimit(.minutes(10)))
  struct DocumentTests {
    /// Every document for readers, by its path in the checkout.
    static let documents: [String] = {
      let root = Installation.root
      func below(_ folder: String) -> [String] {
        let place = root.appendingPathComponent(folder).path
        return (FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String } ?? [])
          .filter { $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
      }
      let all = ["README.md"] + ["Shared", "Services", "Tests", "deploy"].flatMap(below)
      return all.sorted()
    }()

    @Test("have well formed marks, and a reason for each block that is not run")
    func marks() throws {
      #expect(Self.documents.count > 20)
      var steps = 0
      for document in Self.documents {
        let script = DocumentScript(try Self.text(document))
        #expect(script.faults == [], "\(document)")
        steps += script.steps.count
      }
      #expect(steps > 30, "only \(steps) blocks are run")
    }

    @Test(
      "tell commands that do as they say",
      .enabled(if: SystemTests.PeerTests.python != nil, "no Python with pyzmq: run deploy/test, or set JIUGAI_PYTHON"),
      arguments: documents.filter { (try? DocumentScript(text($0)).steps.isEmpty) == false })
    func commands(_ document: String) async throws {
      let script = DocumentScript(try Self.text(document))
      let wrong = try await DocumentPlace.with { try await script.run(in: $0) }
      #expect(wrong == [], "\(document)")
    }

    @Test("lead nowhere in vain: every link to a file")
    func links() throws {
      var lost: [String] = []
      for document in Self.documents {
        let folder = Installation.root.appendingPathComponent(document).deletingLastPathComponent()
        for part in try Self.text(document).components(separatedBy: "](").dropFirst() {
          let link = String(part.prefix { $0 != ")" && $0 != " " })
          let file = String(link.prefix { $0 != "#" })
          if file.isEmpty || link.contains("://") || !part.contains(")") { continue }
          if !FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path) { lost.append("\(document): \(link)") }
        }
      }
      #expect(lost == [])
    }

    static func text(_ document: String) throws -> String {
      try String(contentsOf: Installation.root.appendingPathComponent(document), encoding: .utf8)
    }
  }

  /// That the test of documents would notice.
  @Suite("The test of documents")
  struct DocumentScriptTests {
    private func wrong(_ markdown: String) async throws -> [String] {
      let script = DocumentScript(markdown)
      return try await script.faults + DocumentPlace.with { try await script.run(in: $0) }
    }

    @Test("passes what does as it says, in one shell from block to block")
    func sound() async throws {
      let wrong = try await wrong(
        "```sh\nword=旧改\n```\n\nThen:\n\n```sh\necho \"$word 17\"\n```\n<!-- output -->\n```text\n旧改 …\n```\n"
          + "<!-- blocks not run: no such thing here -->\n```sh\nfly\n```\n<!-- blocks run -->\n<!-- exits with 3 -->\n```sh\n(exit 3)\n```\n<!-- not run: needs a printer -->\n```sh\nlpr x\n```\n```yaml\na: 1\n```\n")
      #expect(wrong == [])
    }

    @Test(
      "finds a command that is gone, a wrong code, other output, a missing reason",
      arguments: [
        ("```sh\njiugai fly-away\n```\n", "ended with"), ("```sh\nfalse\ntrue\n```\n", "ended with"),
        ("<!-- exits with 1 -->\n```sh\ntrue\n```\n", "ended with 0, not 1"),
        ("```sh\necho a\n```\n<!-- output -->\n```text\nb\n```\n", "does not print"),
        ("<!-- not run: -->\n```sh\nx\n```\n", "without a reason"), ("<!-- never run -->\n```sh\ntrue\n```\n", "no such mark"),
        ("```sh\ntrue\n", "has no end"), ("```python\nraise SystemExit(2)\n```\n", "ended with 2"),
      ])
    func unsound(_ markdown: String, _ fault: String) async throws {
      let wrong = try await wrong(markdown)
      #expect(wrong.count == 1 && wrong[0].contains(fault), "\(wrong)")
    }
  }
}
