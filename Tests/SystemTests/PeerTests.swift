import ClientKit
import DomainModel
import Foundation
import Scenario
import Testing

extension SystemTests {
  @Suite("A peer in another language", .timeLimit(.minutes(3)))
  struct PeerTests {
    /// The interpreter with pyzmq and jsonschema: JIUGAI_PYTHON, else the one that deploy/test makes in the checkout.
    static let python: URL? = {
      let named = ProcessInfo.processInfo.environment["JIUGAI_PYTHON"].map { URL(fileURLWithPath: $0) }
      let candidates = [named, Installation.root.appendingPathComponent(".venv/bin/python")].compactMap { $0 }
      return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    struct Summary: Decodable {
      struct Refusal: Decodable { let rules: [String], articles: [String] }
      struct Cursor: Decodable { let epoch: String, sequence: Int64, hash: String }
      let project: String
      let carried: Bool
      let refusal: Refusal
      let checked: Int
      let events: [String: Int]
      let eachOnce: Bool
      let cursors: [String: Cursor]
    }

    @Test(
      "holds a round with the published contract alone, and reads the feeds on where it was broken off",
      .enabled(if: python != nil, "no Python with pyzmq and jsonschema: run deploy/test, or set JIUGAI_PYTHON"))
    func round() async throws {
      let python = try #require(Self.python)
      try await Stage.with { stage in
        let schemas = stage.folder.appendingPathComponent("schemas")
        #expect(try await stage.installation.desk(["schemas", schemas.path]).status == 0)
        func run(_ more: [String] = []) async throws -> (status: Int32, output: String) {
          try await Installation.run(
            python,
            [
              Installation.root.appendingPathComponent("Tests/SystemTests/Peer/peer.py").path, "--connection",
              stage.installation.connectionFile.path, "--schemas", schemas.path, "--pack",
              Installation.root.appendingPathComponent("Shared/Policy/Packs/yueqing/2024-1.yaml").path, "--state",
              stage.folder.appendingPathComponent("peer-state.json").path,
            ] + more)
        }
        let broken = try await run(["--break-off"])
        #expect(broken.status == 9, "\(broken.output)")
        try await stage.settle()
        let heads = [ServiceName.intake.rawValue: try await stage.head(.intake), "voting": try await stage.head(.voting)]

        // Broken off services, too: both are killed between the two runs.
        for service in [ServiceName.intake, .voting] { stage.installation.kill(service) }
        try stage.installation.start()
        let whole = try await run()
        try #require(whole.status == 0, "\(whole.output)")
        let summary = try JSONDecoder().decode(Summary.self, from: Data(whole.output.utf8))
        #expect(summary.carried)
        #expect(summary.refusal.rules == ["voting.willingness-carried"])
        #expect(summary.refusal.articles == ["plan 3.1"])
        #expect(summary.checked >= 20)
        #expect(summary.eachOnce)
        #expect(summary.events.keys.sorted() == ["intake", "voting"])
        for (feed, cursor) in summary.cursors {
          #expect(cursor.sequence == heads[feed], "every command of the second run was a repeat: nothing new in \(feed)")
        }

        // What it computed by itself is what the stores hold.
        try await stage.settle()
        for service in ServiceName.allCases { _ = await stage.installation.stop(service, within: .seconds(30)) }
        for service in [ServiceName.intake, .voting] {
          let reading = try StoreReading(service, of: stage.installation)
          #expect(reading.faults == [])
          #expect(reading.headHash == summary.cursors[service.rawValue]?.hash)
        }
      }
    }
  }
}
