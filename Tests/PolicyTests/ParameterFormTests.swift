import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("What an author of a pack is told")
struct ParameterFormTests {
  @Test("every parameter has a question, and every question a parameter")
  func questions() {
    let paths = ParameterForm.all.map(\.path)
    #expect(paths.count > 200, "the format was read: \(paths.count)")
    #expect(Set(paths).count == paths.count)
    let asked = Set(paths.map(PackQuestions.general))
    #expect(asked.subtracting(PackQuestions.known.keys) == [], "write these questions in PackQuestions")
    #expect(Set(PackQuestions.known.keys).subtracting(asked) == [], "no parameter is asked for by these")
    #expect(PackQuestions.known.values.allSatisfy { $0.zh.last == "？" && $0.en.last == "?" })
  }

  @Test("forms say how a value is written", arguments: [
    ("rounds.plan.quorum", "{area?: 2/3, heads?: 2/3, cites: […]}"),
    ("rounds.willingness.softness", "{value: binding | in-principle, cites: […]}"),
    ("eligibility.definition", "{zh: …, en: …, cites: […]}"),
    ("selfGovernance.guidedBy", "{value: [role], cites: […]}"),
    ("notices.plan.required", "{value: yes | no, cites: […]}"),
    ("notices.plan.minimum", "{workingDays: 7, cites: […]}"),
    ("annualPlan.reportTo", "[{code: a-1, zh: …, en: …, cites: […]}]"),
  ])
  func forms(_ path: String, _ allowed: String) throws {
    let form = try #require(ParameterForm.all.first { $0.path == path })
    #expect(form.allowed == allowed)
  }

  private static func load(_ text: String) throws -> PackFile {
    try PackLoader.pack(
      from: Data(text.utf8), file: "linhai/draft-1.yaml", knownRules: RuleRegistry.knownRules,
      defaults: try PackFolder.library().defaults)
  }

  @Test("a new pack is sound, and silent in every parameter")
  func scaffold() throws {
    let text = PackScaffold(id: "linhai", edition: "draft-1").text
    let pack = try ParameterFormTests.load(text)
    #expect(pack.pack.id == "linhai")
    #expect(pack.pack.status == .draft)
    #expect(pack.terms.rounds.plan.quorum.isSilent)
    #expect(pack.stages.isEmpty && pack.gates.isEmpty && pack.duties.isSilent)
    for rule in RuleRegistry.knownRules { #expect(text.contains("#   \(rule) "), "\(rule)") }
  }

  @Test("its questions are open from top to bottom, and one answered is one less")
  func walk() throws {
    let text = PackScaffold(id: "linhai", edition: "draft-1").text
    let open = OpenQuestion.all(in: text)
    #expect(open.first?.path == "pack.name")
    #expect(open.filter { $0.allowed != nil }.map(\.path) == ParameterForm.all.map(\.path))
    #expect(open.filter { $0.allowed != nil }.allSatisfy { $0.question != nil })
    let quorum = try #require(open.first { $0.path == "rounds.plan.quorum" })
    let lines = text.components(separatedBy: "\n")
    #expect(lines[quorum.line - 1] == "    quorum: silent  # ?")

    var answered = lines
    answered[quorum.line - 1] = "    quorum: {area: 1/2, heads: 1/2, cites: [plan 12]}"
    let next = OpenQuestion.all(in: answered.joined(separator: "\n"))
    #expect(next.count == open.count - 1)
    #expect(!next.contains { $0.path == "rounds.plan.quorum" })
    #expect(try ParameterFormTests.load(answered.joined(separator: "\n")).terms.rounds.plan.quorum.value != nil)

    answered[quorum.line - 1] = "    quorum: silent"
    #expect(OpenQuestion.all(in: answered.joined(separator: "\n")).count == open.count - 1, "silence is an answer")
  }

  @Test("what is answered first is asked first, wherever the author moved it")
  func order() throws {
    let moved = """
      texts: silent  # ?
      funding:
        splits: silent  # ?
      eligibility:
        geography: silent  # ?
      """
    #expect(OpenQuestion.all(in: moved).map(\.path) == ["eligibility.geography", "funding.splits", "texts"])
    #expect(OpenQuestion.all(in: moved).map(\.line) == [5, 3, 1])
  }

  @Test("a finished pack leaves no question open")
  func finished() throws {
    #expect(OpenQuestion.all(in: try PackText.yueqing().text).isEmpty)
  }
}
