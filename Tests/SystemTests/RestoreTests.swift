import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  @Suite("A store put back from a copy", .timeLimit(.minutes(4)))
  struct RestoreTests {
    private static let pair: [ServiceName] = [.intake, .funding]

    @Test("readers stop visibly, the operator accepts, and reading goes on with nothing doubled and nothing left over")
    func restore() async throws {
      try await Stage.with(Self.pair) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle(Self.pair)
        // The copy, taken while the service is stopped.
        let store = stage.installation.store(of: .intake)
        let copy = stage.folder.appendingPathComponent("copy-of-intake")
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        try FileManager.default.copyItem(at: store, to: copy)
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let kept = try await stage.head(.intake)

        // More, which the copy does not have, and which funding hears.
        func fix(_ name: Text<100>, _ organisation: OrganisationID) async throws {
          let evidence = try await Registrations(stage.office).evidence
          try await stage.office.send(
            FixConstructionUnit(
              project: course.project, unit: organisation, name: name, role: .subdistrict, document: evidence),
            as: .subdistrict, on: "2024-02-01")
        }
        try await fix("乐成街道办事处", "lecheng-subdistrict")
        try await stage.office.send(
          SuspendProject(project: course.project, reason: "管线迁改方案待定", document: nil), as: .subdistrict, on: "2024-02-02")
        try await stage.settle(Self.pair)
        #expect(try await stage.facts(of: course.project, in: .funding).contains(.projectSuspended))

        // The copy is put back. Before it begins an epoch of its own, it takes no commands and is read by nobody.
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        try FileManager.default.removeItem(at: store)
        try FileManager.default.copyItem(at: copy, to: store)
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        try await stage.wait(until: "funding has stopped reading") {
          try await stage.health(.funding).feeds.first { $0.feed == .intake }?.stopped == "CURSOR_AHEAD"
        }
        #expect(try await !stage.health(.intake).acceptingCommands)
        let early = try await stage.status(["feed", "accept", "--feed", "intake", "--reason", "太早", "--lang", "en"])
        #expect(early.status == 2 && early.output.contains("--begin-epoch"))

        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let config = stage.folder.appendingPathComponent("config/intake.yaml").path
        let (status, output) = try await Installation.run(
          stage.installation.programs.appendingPathComponent("jiugai-intake"), ["--config", config, "--begin-epoch"])
        #expect(status == 0 && output.contains("begins after event \(kept)"))
        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        let epochs = try #require(try await stage.health(.intake).epochs)
        #expect(epochs.count == 2 && epochs.last?.after == kept)
        #expect(try await stage.health(.intake).acceptingCommands)

        // What comes now has the numbers of what was lost. Funding does not hear it before the operator has said so.
        try await stage.office.send(
          WithdrawProject(
            project: course.project, reason: "居民放弃改造", document: try await Registrations(stage.office).evidence),
          as: .subdistrict, on: "2024-02-05")
        #expect(try await stage.health(.funding).feeds.first { $0.feed == .intake }?.stopped != nil)
        #expect(try await !stage.facts(of: course.project, in: .funding).contains(.projectWithdrawn))

        let (accepted, told) = try await stage.status(["feed", "accept", "--feed", "intake", "--reason", "从备份恢复", "--lang", "en"])
        #expect(accepted == 2, "three services do not run: \(told)")
        #expect(told.contains("funding reads intake on after #\(kept)"))
        try await stage.settle(Self.pair)
        let known = try await stage.facts(of: course.project, in: .funding)
        #expect(known.contains(.projectWithdrawn) && known.contains(.eligible))
        #expect(!known.contains(.projectSuspended), "what the copy does not have never happened")
        #expect(!known.contains(.constructionUnitFixed))
        #expect(try await stage.status(["feed", "list", "--json"]).output.contains(#""stopped": null"#))

        // A reader that is new reads the whole, from before the restore.
        try stage.installation.start([.voting])
        try await stage.installation.waitUntilReady(stage.office, [.voting])
        try await stage.settle([.intake, .funding, .voting])
        #expect(try await stage.facts(of: course.project, in: .voting).isSuperset(of: [.eligible, .projectWithdrawn]))
        let (read, lines) = try await stage.installation.desk(["feed", "intake", "--as", "operator"])
        #expect(read == 0, "\(lines)")

        for service in [ServiceName.voting, .funding, .intake] {
          #expect(await stage.installation.stop(service, within: .seconds(30))?.code == 0)
          let reading = try StoreReading(service, of: stage.installation)
          #expect(reading.faults == [])
          let heard = reading.events.filter { $0.type.contains("facts-heard") }
          #expect(Set(heard.map(\.cause)).count == heard.count, "\(service) heard an event twice")
        }
        let funding = try StoreReading(.funding, of: stage.installation)
        #expect(funding.events.filter { $0.type.contains("feed-accepted") && $0.text.contains("从备份恢复") }.count == 1)
      }
    }
  }
}
