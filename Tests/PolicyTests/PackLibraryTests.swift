import DomainModel
import Foundation
import Testing

@testable import Policy

@Suite("The library of packs")
struct PackLibraryTests {
  /// A folder with the installed defaults and the files given, removed afterwards.
  private func withFolder(_ files: [String: String], _ check: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("packs-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = try PolicyFolder.packs.locate(configured: nil).appendingPathComponent("recommended.yaml")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: own, to: folder.appendingPathComponent("recommended.yaml"))
    for (name, text) in files {
      let url = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    try check(folder)
  }

  private func faults(in folder: URL) -> [PackFault] {
    do throws(PackFaults) {
      _ = try PackLibrary(folder: folder, knownRules: nil)
      return []
    } catch {
      return error.faults
    }
  }

  @Test("finds an edition by name, by hash and by day")
  func lookup() throws {
    let library = try PackFolder.library()
    let edition = try #require(library.edition("yueqing", "2024-1"))
    #expect(library.lookup(edition.identity) == .found(edition))
    let other = PackEdition(pack: "yueqing", edition: "2024-1", sha256: PackLibrary.hash(of: Data("other".utf8)))
    #expect(library.lookup(other) == .otherFile(installed: edition.identity.sha256))
    #expect(library.lookup(PackEdition(pack: "yueqing", edition: "2030-1", sha256: other.sha256)) == .notInstalled)
    #expect(library.edition(of: "yueqing", on: BusinessDate("2024-01-04")) == nil)
    #expect(library.edition(of: "yueqing", on: BusinessDate("2024-01-05")) == edition)
    #expect(library.edition(of: "yueqing", on: BusinessDate("2029-01-04")) == edition)
    #expect(library.edition(of: "yueqing", on: BusinessDate("2029-01-05")) == nil)
  }

  @Test("refuses two editions of one pack in force on one day")
  func overlap() throws {
    let text = try PackText.yueqing()
    let next = try text.replacing("edition: 2024-1\n", with: "edition: 2024-2\n")
    let later = try next.replacing("validity: {from: 2024-01-05, until: 2029-01-04", with: "validity: {from: 2029-01-05")
    try withFolder(["yueqing/2024-1.yaml": text.text, "yueqing/2024-2.yaml": next.text]) { folder in
      #expect(faults(in: folder).map(\.code) == [.overlappingValidity])
      #expect(faults(in: folder).first?.file == "yueqing/2024-2.yaml")
    }
    try withFolder(["yueqing/2024-1.yaml": text.text, "yueqing/2024-2.yaml": later.text]) { folder in
      #expect(faults(in: folder) == [])
    }
  }

  @Test("refuses a file that stands elsewhere than its id and edition say")
  func name() throws {
    let text = try PackText.yueqing().text
    try withFolder(["yueqing/2024-2.yaml": text]) { #expect(faults(in: $0).map(\.code) == [.wrongName]) }
    try withFolder(["yueqing/2024-1.yml": text]) { #expect(faults(in: $0).map(\.code) == [.wrongName]) }
  }

  @Test("tells the faults of all files")
  func allFiles() throws {
    try withFolder(["a/1.yaml": "a: [", "b/1.yaml": ""]) { folder in
      #expect(faults(in: folder).map(\.file) == ["a/1.yaml", "b/1.yaml"])
    }
  }

  @Test("names the place of a configured folder that does not exist, and looks nowhere else")
  func configured() throws {
    try withFolder([:]) { folder in
      let found = try PolicyFolder.packs.locate(configured: folder.path)
      #expect(found.path == folder.path)
    }
    #expect(throws: NoPolicyFolder(folder: .packs, looked: ["/no/such/folder"])) {
      _ = try PolicyFolder.packs.locate(configured: "/no/such/folder")
    }
  }

  @Test("refuses a default without its reason")
  func reasons() throws {
    let text = """
      pack: {id: recommended, edition: 2024-1, name: {zh: 默认值, en: Defaults}}
      funding:
        collectExcess: {value: yes, amb: AMB-15}
        trueDown: {value: none}
      choices:
        - {code: a, zh: 甲, en: A, reason: {zh: 乙, en: B}}
        - {code: a, zh: 甲, en: A}
      """
    do throws(PackFaults) {
      _ = try PackLoader.recommended(from: Data(text.utf8), file: "recommended.yaml")
      Issue.record("was accepted")
    } catch {
      #expect(error.faults.map(\.code) == [.missingReason, .unknownKey, .unknownKey, .missingKey, .repeated])
      #expect(error.faults.map(\.line) == [3, 3, 4, 7, 7])
    }
  }

  @Test("settles a parameter by the document, else by our default, else not at all")
  func settled() throws {
    let edition = try #require(PackFolder.library().edition("yueqing", "2024-1"))
    let quorum = edition.settled(\.rounds.plan.quorum)
    #expect(quorum.origin == .document)
    #expect(try quorum.value?.heads == Share(2, of: 3))
    let excess = edition.settled(\.funding.collectExcess)
    #expect(excess.origin == .recommended)
    #expect(excess.value == true)
    guard case .recommended(_, let why) = excess else {
      Issue.record("a silent parameter was taken for the document's")
      return
    }
    #expect(why.amb == "AMB-15")
    #expect(excess.citations == [Citation(instrument: "recommended", article: "funding.collectExcess")])
    #expect(edition.settled(\.construction.hotline) == .open)
  }

  @Test("shows a parent's word only where the parent is installed")
  func parent() throws {
    let library = try PackFolder.library()
    let edition = try #require(library.edition("yueqing", "2024-1"))
    let wenzhou = library.editions.contains { $0.identity.pack == "wenzhou" }
    #expect(library.parentReference(\.planning.siteSurvey, of: edition).isSilent != wenzhou)
  }

  @Test("gives every default a citation that fits a receipt")
  func citations() throws {
    for path in try PackFolder.library().defaults.recommendations.keys {
      let citation = Citation(instrument: Recommendation.instrument, article: path)
      #expect(try Citation(citation.description) == citation, "\(path)")
    }
  }
}
