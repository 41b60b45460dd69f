import Contracts
import DomainModel
import Foundation
import Intake
import Policy
import ServiceKit
import TestKit
import Testing

@Suite("Our defaults beside a project's edition")
struct DefaultsTests {
  /// The law of Yueqing, and the same pack with a further edition of our defaults beside it.
  private func laws() throws -> (first: Law, second: Law) {
    let first = try Law.yueqing()
    let installed = try PolicyFolder.packs.locate(configured: nil)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-defaults-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: installed.appendingPathComponent("yueqing"), to: folder.appendingPathComponent("yueqing"))
    let text = try String(contentsOf: installed.appendingPathComponent("recommended.yaml"), encoding: .utf8)
    let named = try #require(first.reference.defaults?.edition)
    try Data(text.replacing("edition: \(named)", with: "edition: 2099-1").utf8).write(
      to: folder.appendingPathComponent("recommended.yaml"))
    let library = try PackLibrary(folder: folder, knownRules: RuleRegistry.knownRules)
    let edition = try #require(library.edition("yueqing", "2024-1"))
    return (first, Law(edition: edition, calendar: first.calendar))
  }

  @Test("are pinned when it opens, and changed by adopting the edition anew, with a reason")
  func adopted() throws {
    let (first, second) = try laws()
    #expect(first.reference != second.reference && first.reference.with(nil) == second.reference.with(nil))
    let old = try IntakeScene(Bench(IntakeService.definition, law: first))
    let project = try old.opened()
    let opened = try #require(try old.bench.events(ProjectOpened.self).first)
    #expect(opened.project == project && opened.edition == first.reference)
    #expect(opened.edition.defaults != nil)

    // With the further defaults installed, a project that names none opens under them; a command may leave them out.
    let new = try IntakeScene(Bench(IntakeService.definition, law: first, further: [second]))
    let pinned = try new.opened()
    #expect(try new.bench.get(ProjectRecord.self, pinned.rawValue)?.edition == first.reference, "it named its own")
    let adopt = AdoptEdition(
      project: pinned, edition: first.reference.with(nil), reason: "系统默认值修订", document: IntakeScene.paper)
    try new.bench.send(adopt, on: "2024-06-01", as: .renovationOffice)
    #expect(try new.bench.get(ProjectRecord.self, pinned.rawValue)?.edition == second.reference)
    let adopted = try #require(try new.bench.events(EditionAdopted.self).first)
    #expect(adopted.former == first.reference && adopted.edition == second.reference)
    #expect(try new.bench.refusal(adopt, on: "2024-06-02", as: .renovationOffice)?.code == "edition-unchanged")
    // Back again takes naming them, and is still possible after the pack's own validity.
    try new.bench.send(
      AdoptEdition(project: pinned, edition: first.reference, reason: "恢复原默认值", document: IntakeScene.paper),
      on: "2029-02-01", as: .renovationOffice)
    #expect(try new.bench.get(ProjectRecord.self, pinned.rawValue)?.edition == first.reference)
    let (before, after) = try new.bench.rebuilt()
    #expect(before == after)
  }
}
