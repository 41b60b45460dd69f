import Contracts
import DomainModel
import Foundation
import Policy
import Testing

@testable import Desk

@Suite("Packs side by side")
struct PackDifferenceTests {
  private static let packs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Shared/Policy/Packs")

  /// Yueqing's file with something changed, laid beside the original.
  private static func differences(
    _ changes: [(String, String)], withCites: Bool = true
  ) throws -> [String: PackDifference.Line] {
    let scratch = try ScratchFolder()
    let original = packs.appendingPathComponent("yueqing/2024-1.yaml")
    var text = try String(contentsOf: original, encoding: .utf8)
    for (old, new) in changes {
      try #require(text.components(separatedBy: old).count == 2, "\(old)")
      text = text.replacing(old, with: new)
    }
    let file = scratch.file("changed.yaml")
    try Data(text.utf8).write(to: file)
    let source = try PackSource(file.path, in: [packs])
    let difference = PackDifference(
      try PackOutline(file: original), try PackOutline(file: source.url), names: ("a", "b"), withCites: withCites)
    return Dictionary(uniqueKeysWithValues: difference.lines.map { ($0.path, $0) })
  }

  @Test("a pack does not differ from itself, and every line of it has a path of its own")
  func same() throws {
    #expect(try PackDifferenceTests.differences([]).isEmpty)
    let outline = try PackOutline(file: PackDifferenceTests.packs.appendingPathComponent("yueqing/2024-1.yaml"))
    #expect(Set(outline.lines.map(\.path)).count == outline.lines.count)
    #expect(Set(outline.lines.map(\.kind)) == Set(PackOutline.Kind.allCases))
  }

  @Test("a changed parameter is told with both values and both articles")
  func parameter() throws {
    let lines = try PackDifferenceTests.differences([
      ("    minimum: {workingDays: 7, cites: [plan 3.3]}", "    minimum: {workingDays: 5, cites: [plan 3.4]}")
    ])
    #expect(lines.count == 1)
    let line = try #require(lines["notices.plan.minimum"])
    #expect(line.one?.value == "workingDays=7")
    #expect(line.one?.cites == ["plan 3.3"])
    #expect(line.other?.value == "workingDays=5")
    #expect(line.other?.cites == ["plan 3.4"])
    #expect(line.kind == .parameter)
  }

  @Test("a rule, an item, a stage, a text, silence and something new are told apart")
  func kinds() throws {
    let lines = try PackDifferenceTests.differences([
      ("rule: declaration.package-complete, force: blocks", "rule: declaration.package-complete, force: advises"),
      ("{code: B3.2, key: parking-facility, tier: enhancement", "{code: B2.9, key: parking-facility, tier: improvement"),
      ("zh: 公示时间不少于7个工作日。", "zh: 公示不少于7个工作日。"),
      ("  pools: silent", "  pools: [{code: one, zh: 一批, en: One batch, cites: [plan 3.4]}]"),
      ("  - {code: S34, id: archived, order: 22, kind: formal", "  - {code: S34, id: archived, order: 22, kind: informal"),
    ])
    #expect(lines["gates.intake.review-declaration.declaration.package-complete"]?.kind == .gate)
    #expect(lines["catalogue.items.parking-facility"]?.kind == .item)
    #expect(lines["texts.notice-period"]?.kind == .text)
    #expect(lines["stages.S34"]?.kind == .stage)
    let gone = try #require(lines["annualPlan.pools"])
    #expect(gone.one != nil && gone.one?.value == nil && gone.other == nil)
    let new = try #require(lines["annualPlan.pools.one"])
    #expect(new.one == nil && new.other?.value != nil)
    #expect(lines.count == 6)
  }

  @Test("lines whose articles alone differ are told between editions, and between cities on demand")
  func cites() throws {
    let change = ("  progress: {value: [progress-bulletin], cites: [plan 5.6]}", "  progress: {value: [progress-bulletin], cites: [plan 5.5]}")
    #expect(try PackDifferenceTests.differences([change])["notices.progress"]?.isOfCitesOnly == true)
    #expect(try PackDifferenceTests.differences([change], withCites: false).isEmpty)
  }

  @Test("a table for people, JSON for programs; an unknown pack and a broken file are refused")
  func told() throws {
    let one = try PackOutline(file: PackDifferenceTests.packs.appendingPathComponent("yueqing/2024-1.yaml"))
    let scratch = try ScratchFolder()
    let file = scratch.file("draft-1.yaml")
    try Data(PackScaffold(id: "linhai", edition: "draft-1").text.utf8).write(to: file)
    let difference = PackDifference(one, try PackOutline(file: file), names: ("yueqing/2024-1", "linhai/draft-1"), withCites: false)
    let text = PackDifferenceText(.zh, width: 120).text(difference)
    #expect(text.contains("rounds.plan.quorum"))
    #expect(text.contains("未规定"))
    #expect(text.contains("[plan 3.1, plan 3.3]"))
    #expect(difference.json["b"] == .string("linhai/draft-1"))
    #expect(throws: DeskFault.self) { _ = try PackSource("atlantis", in: [PackDifferenceTests.packs]) }
    #expect(throws: DeskFault.self) { _ = try PackSource("/nowhere.yaml", in: [PackDifferenceTests.packs]) }
    try Data("pack: {}".utf8).write(to: file)
    #expect(throws: PackFaults.self) { _ = try PackSource(file.path, in: [PackDifferenceTests.packs]) }
  }
}
