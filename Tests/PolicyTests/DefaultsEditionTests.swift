import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("Editions of our own defaults")
struct DefaultsEditionTests {
  /// A folder of packs whose defaults were changed since: the former edition is kept beside the present one.
  private func library() throws -> (library: PackLibrary, former: DefaultsEdition) {
    let installed = try PolicyFolder.packs.locate(configured: nil)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-defaults-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("recommended"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: installed.appendingPathComponent("yueqing"), to: folder.appendingPathComponent("yueqing"))
    let text = try String(contentsOf: installed.appendingPathComponent("recommended.yaml"), encoding: .utf8)
    let former = try PackLoader.recommended(from: Data(text.utf8), file: "recommended.yaml").identity
    try Data(text.utf8).write(to: folder.appendingPathComponent("recommended/\(former.edition).yaml"))
    let changed = text.replacing("edition: \(former.edition)", with: "edition: 2099-1")
    try #require(changed != text)
    try Data(changed.utf8).write(to: folder.appendingPathComponent("recommended.yaml"))
    return (try PackLibrary(folder: folder, knownRules: nil), former)
  }

  private func found(_ lookup: PackLibrary.Lookup) -> Edition? { if case .found(let edition) = lookup { edition } else { nil } }

  @Test("a project goes on under the defaults that it was pinned to, whatever the present ones say")
  func pinned() throws {
    let (library, former) = try library()
    let present = try #require(library.edition("yueqing", "2024-1"))
    #expect(present.defaults.identity.edition == "2099-1")
    #expect(present.identity.defaults == library.defaults.identity)
    let old = try #require(found(library.lookup(present.identity.with(former))))
    #expect(old.defaults.identity == former)
    #expect(old.identity == present.identity.with(former))
    #expect(old != present)
    #expect(found(library.lookup(present.identity)) == present)
  }

  @Test("a record of before defaults were pinned goes by the first edition of them")
  func unpinned() throws {
    let (library, former) = try library()
    let present = try #require(library.edition("yueqing", "2024-1"))
    #expect(found(library.lookup(present.identity.with(nil)))?.defaults.identity == former)
  }

  @Test("an edition of the defaults that is not here, or has other bytes, is not replaced by another")
  func missing() throws {
    let (library, former) = try library()
    let present = try #require(library.edition("yueqing", "2024-1"))
    for other in [
      DefaultsEdition(edition: "2050-1", sha256: former.sha256),
      DefaultsEdition(edition: former.edition, sha256: library.defaults.identity.sha256),
    ] {
      #expect(library.lookup(present.identity.with(other)) == .otherDefaults)
    }
  }

  @Test("an edition without defaults decodes, and with them comes back as it was")
  func form() throws {
    let old = try JSONDecoder().decode(
      PackEdition.self, from: Data(#"{"pack":"yueqing","edition":"2024-1","sha256":"\#(DocumentHash.sample)"}"#.utf8))
    #expect(old.defaults == nil)
    let new = old.with(DefaultsEdition(edition: "2024-1", sha256: DocumentHash.sample))
    #expect(try JSONDecoder().decode(PackEdition.self, from: JSONEncoder().encode(new)) == new)
  }

  @Test("an earlier edition under a wrong name, or of the present one's, is refused")
  func names() throws {
    let installed = try PolicyFolder.packs.locate(configured: nil)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-defaults-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("recommended"), withIntermediateDirectories: true)
    let present = installed.appendingPathComponent("recommended.yaml")
    try FileManager.default.copyItem(at: present, to: folder.appendingPathComponent("recommended.yaml"))
    try FileManager.default.copyItem(at: present, to: folder.appendingPathComponent("recommended/2024-1.yaml"))
    #expect(throws: PackFaults.self) { try PackLibrary(folder: folder, knownRules: nil) }
  }
}
