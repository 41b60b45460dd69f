import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  /// Stores as older versions left them, in `Frozen/<version>`. Released versions stay there for good: what they wrote must
  /// open in every later program. JIUGAI_FREEZE=<version> records a new one instead of reading those that are there.
  @Suite("A store that an older version wrote", .timeLimit(.minutes(4)))
  struct FrozenTests {
    private static let folder = Installation.root.appendingPathComponent("Tests/SystemTests/Frozen")
    private static let parts = ["journal.sqlite", "documents"]

    private struct Expected: Codable, Equatable {
      let project: ProjectID
      let heads: [String: Int64]
      /// By service, `key value day`.
      let facts: [String: [String]]
    }

    @Test("is opened by this one, read by the others, and written on")
    func opens() async throws {
      if let version = ProcessInfo.processInfo.environment["JIUGAI_FREEZE"] { try await freeze(version) }
      let versions = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
      try #require(!versions.isEmpty)
      for version in versions { try await open(version) }
    }

    private func open(_ version: String) async throws {
      let frozen = Self.folder.appendingPathComponent(version)
      let expected = try JSONDecoder().decode(
        Expected.self, from: Data(contentsOf: frozen.appendingPathComponent("expected.json")))
      try await Stage.with([]) { stage in
        for service in ServiceName.allCases { try thaw(service, frozen, stage) }
        try stage.installation.start()
        try await stage.installation.waitUntilReady(stage.office)
        try await stage.settle()
        #expect(try await found(expected.project, stage) == expected, "version \(version)")
        try await stage.office.send(
          SuspendProject(project: expected.project, reason: "管线迁改方案待定", document: nil), as: .subdistrict, on: "2024-03-20")
        try await stage.settle()
        for service in ServiceName.allCases {
          #expect(try await stage.facts(of: expected.project, in: service).contains(.projectSuspended), "\(service)")
          #expect(await stage.installation.stop(service, within: .seconds(30))?.code == 0)
          #expect(try StoreReading(service, of: stage.installation).faults == [])
        }
      }
    }

    private func thaw(_ service: ServiceName, _ frozen: URL, _ stage: Stage) throws {
      let store = stage.installation.store(of: service)
      for part in Self.parts {
        let source = frozen.appendingPathComponent("\(service.rawValue)/\(part)")
        // No file of a folder that is empty is kept in a checkout.
        guard FileManager.default.fileExists(atPath: source.path) else { continue }
        try FileManager.default.copyItem(at: source, to: store.appendingPathComponent(part))
      }
      let key = stage.folder.appendingPathComponent("keys/\(service.rawValue)/vault.key")
      try FileManager.default.removeItem(at: key)
      try FileManager.default.copyItem(at: frozen.appendingPathComponent("\(service.rawValue)/vault.key"), to: key)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: key.path)
    }

    private func found(_ project: ProjectID, _ stage: Stage) async throws -> Expected {
      var heads: [String: Int64] = [:]
      var facts: [String: [String]] = [:]
      let reading = try await ProjectReading(project, stage.office)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for service in ServiceName.allCases {
        heads[service.rawValue] = try await stage.head(service)
        facts[service.rawValue] = try (reading.facts[service] ?? []).map {
          "\($0.key.rawValue) \(String(decoding: try encoder.encode($0.value), as: UTF8.self)) \($0.on)"
        }.sorted()
      }
      return Expected(project: project, heads: heads, facts: facts)
    }

    /// Records the stores of this version: a community, a round, an application.
    private func freeze(_ version: String) async throws {
      let target = Self.folder.appendingPathComponent(version)
      try? FileManager.default.removeItem(at: target)
      try await Stage.with { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle()
        try await course.vote(stage.office)
        try await stage.settle()
        try await course.apply(stage.office)
        try await stage.settle()
        let expected = try await found(course.project, stage)
        for service in ServiceName.allCases {
          // A backup is the smallest form of a store. The key beside it opens nothing but these made-up people.
          let home = target.appendingPathComponent(service.rawValue)
          #expect(try await stage.service(service, ["--backup", home.path]).status == 0)
          try FileManager.default.copyItem(
            at: stage.folder.appendingPathComponent("keys/\(service.rawValue)/vault.key"), to: home.appendingPathComponent("vault.key"))
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(expected).write(to: target.appendingPathComponent("expected.json"))
      }
    }
  }
}
