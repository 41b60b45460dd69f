import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("From article to rule, parameter and test")
struct PolicyPagesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test("every statement that binds is modelled or left out for a reason, and every ambiguity has its place and test")
  func complete() throws {
    let gaps = try PolicyPages(root: PolicyPagesTests.root).gaps
    #expect(gaps.isEmpty, "\(gaps.joined(separator: "\n"))")
  }

  @Test("what a person decides goes into the record with who and why: the command holds a reason or its paper")
  func decisions() throws {
    let file = PolicyPagesTests.root.appendingPathComponent("Shared/Documentation/Index/ambiguities.yaml")
    let register = try AmbiguityRegister(file: file)
    let commands = Set((register.ambiguities + register.settled).flatMap { $0.settles ?? [] })
    #expect(commands.count >= 10)
    // Who is in the header of every event; why must be in the body.
    let why: Set = ["reason", "reasons", "document", "evidence", "report", "decision", "letter"]
    for name in commands {
      let command = try #require(Contracts.Catalogue.commands.first { $0.name.rawValue == name }, "\(name)")
      let fields = Set(Mirror(reflecting: command.example).children.compactMap(\.label))
      #expect(!fields.isDisjoint(with: why), "\(name) says neither why nor on which paper: \(fields.sorted())")
    }
  }

  @Test("the pages are current")
  func current() throws {
    let pages = try PolicyPages(root: PolicyPagesTests.root).pages
    #expect(pages.count >= 2)
    for page in pages {
      let stored = try? String(contentsOf: PolicyPagesTests.root.appendingPathComponent(page.path), encoding: .utf8)
      #expect(stored == page.text, "\(page.path) is old: run jiugai policy index")
    }
  }

  /// Read once: it is every source of the tests.
  private static let shelf = TestShelf(folder: root.appendingPathComponent("Tests"))
  private static let yueqing = Result { try PackSource("yueqing", in: [OurPacks.folder]) }

  private static func index(_ table: String) throws -> PackIndex {
    let scratch = try ScratchFolder()
    let file = scratch.file("table.yaml")
    try Data(table.utf8).write(to: file)
    return try PackIndex(yueqing.get(), table: ArticleTable(file: file), tests: shelf)
  }

  @Test("a bound that nothing cites is a gap unless a reason is given; an aim is none")
  func gap() throws {
    let table = "pack: yueqing\ninstrument: plan\narticles:\n  - {number: '9.9', kind: KIND, says: invented}\n"
    for kind in ["duty", "bound", "formula", "sequence"] {
      let gaps = try PolicyPagesTests.index(table.replacing("KIND", with: kind)).gaps
      #expect(gaps.contains { $0.contains("9.9") }, "\(kind)")
    }
    for kind in ["definition", "aim", "bound, omitted: settled elsewhere"] {
      let gaps = try PolicyPagesTests.index(table.replacing("KIND", with: kind)).gaps
      #expect(!gaps.contains { $0.contains("9.9") }, "\(kind)")
    }
  }

  @Test("an article that the pack cites and the table does not know is a gap")
  func unknown() throws {
    let gaps = try PolicyPagesTests.index("pack: yueqing\ninstrument: plan\narticles: []\n").gaps
    #expect(gaps.contains { $0.hasPrefix("yueqing 3.3:") })
  }

  @Test("a row leads from the article to parameter, rule and test")
  func row() throws {
    let by = "[notices.plan.minimum, gates.voting.close-notice]"
    let test = "'PolicyTests/NoticePeriodTests: counts working days after'"
    let index = try PolicyPagesTests.index(
      "pack: yueqing\ninstrument: plan\narticles:\n  - {number: '3.3', kind: bound, says: seven working days, by: \(by), tests: [\(test)]}\n")
    let row = try #require(index.markdown.components(separatedBy: "\n").first { $0.hasPrefix("| 3.3 |") })
    for part in [
      "seven working days", "`notices.plan.minimum`", "`voting.close-notice` → `notice.minimum-reached`",
      "PolicyTests/NoticePeriodTests: counts working days after",
    ] { #expect(row.contains(part), "\(part) in \(row)") }
    #expect(!row.contains("notices.plan.places"), "what another statement of the article became")
    #expect(index.markdown.contains("| 3.3 | also cited by |"))
  }

  @Test("a statement that leads to what is not there, or has no test, is a gap")
  func misled() throws {
    let table = "pack: yueqing\ninstrument: plan\narticles:\n  - {number: '3.3', kind: KIND, says: said, by: [NAME], tests: [TEST]}\n"
    func gaps(_ kind: String, _ name: String, _ test: String) throws -> [String] {
      try PolicyPagesTests.index(table.replacing("KIND", with: kind).replacing("NAME", with: name).replacing("TEST", with: test)).gaps
        .filter { $0.hasPrefix("yueqing 3.3:") }
    }
    let sound = "'PolicyTests/NoticePeriodTests: counts working days after'"
    #expect(try gaps("bound", "notices.plan", sound).isEmpty)
    #expect(try gaps("duty", "voting.post-notice", "").isEmpty, "a command records it")
    #expect(try !gaps("bound", "notices.pla", sound).isEmpty)
    #expect(try !gaps("bound", "funding.subsidyCap", sound).isEmpty, "it cites another article")
    #expect(try !gaps("bound", "notices.plan", "'PolicyTests/NoticePeriodTests: nothing'").isEmpty)
    for kind in ["bound", "formula", "sequence"] { #expect(try !gaps(kind, "notices.plan", "").isEmpty, "\(kind)") }
  }

  @Test("a register that names what does not exist, or misses an ambiguity, is told so")
  func register() throws {
    let scratch = try ScratchFolder()
    let file = scratch.file("register.yaml")
    try Data(
      """
      ambiguities:
        - {id: AMB-01, parameters: [rounds.plan.quorun], rules: [voting.nothing], tests: ["PolicyTests/None: nothing"]}
      settled:
        - {topic: Nothing, choices: [no-such-choice], settles: [intake.guess], open: all of it}
      """.utf8
    ).write(to: file)
    let library = try OurPacks.library()
    let gaps = try AmbiguityRegister(file: file).gaps(
      library.defaults, PolicyPagesTests.shelf)
    for part in ["AMB-57", "rounds.plan.quorun", "voting.nothing", "PolicyTests/None", "no-such-choice", "intake.guess"] {
      #expect(gaps.contains { $0.contains(part) } || part == "AMB-57" && gaps.contains { $0.contains("AMB-01 to AMB-57") }, "\(part)")
    }
  }
}
