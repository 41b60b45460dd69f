import ClientKit
import Contracts
import DomainModel
import Foundation
import Scenario
import Testing

extension OperatorTests {
  @Suite("A backup and what comes of it", .timeLimit(.minutes(4)))
  struct BackupTests {
    private static let pair: [ServiceName] = [.intake, .funding]

    @Test("is made while commands come in, restored by the same program, and a person erased since stays erased")
    func wholeWay() async throws {
      try await Stage.with(Self.pair) { stage in
        let course = try await Course.opened(stage.office)
        try await stage.settle(Self.pair)
        let registrations = try await Registrations(stage.office)
        let (office, requests) = (stage.office, try registrations.requests(1...300))
        async let answered = office.deliverAll(requests, to: .intake, as: .subdistrict)
        let (made, told) = try await stage.service(.intake, ["--backup", stage.folder.appendingPathComponent("first").path])
        #expect(made == 0 && told.contains("chain verified") && told.contains("keys are not in it"), "\(told)")
        #expect(try await answered.allSatisfy { if case .success = $0 { true } else { false } })

        // After the backup a person is erased; a later backup knows of it.
        #expect(try await stage.fields(of: "p-1", course.project) > 0)
        let erase = ErasePerson<IntakeContract>(project: course.project, person: "p-1", reason: "本人申请")
        try await stage.office.send(erase, as: .subdistrict, on: "2024-02-02")
        #expect(try await stage.fields(of: "p-1", course.project) == 0)
        #expect(try await stage.service(.intake, ["--backup", stage.folder.appendingPathComponent("second").path]).status == 0)
        let over = try await stage.service(.intake, ["--restore", stage.folder.appendingPathComponent("second").path])
        #expect(over.status == 70 && over.output.contains("not empty"), "a store in use was written over")

        stage.installation.kill(.intake)
        let store = stage.installation.store(of: .intake)
        try FileManager.default.removeItem(at: store)
        let (restored, lines) = try await stage.service(
          .intake,
          [
            "--restore", stage.folder.appendingPathComponent("first").path, "--erasures",
            stage.folder.appendingPathComponent("second").path,
          ])
        #expect(restored == 0 && lines.contains("1 erasures that 1 later copies name were done again"), "\(lines)")

        try stage.installation.start([.intake])
        try await stage.installation.waitUntilReady(stage.office, [.intake])
        #expect(try await stage.fields(of: "p-1", course.project) == 0, "an erased person came back with the backup")
        try await stage.wait(until: "funding has stopped reading") {
          try await stage.health(.funding).feeds.first { $0.feed == .intake }?.stopped != nil
        }
        let (_, accepted) = try await stage.status(["feed", "accept", "--feed", "intake", "--reason", "演练", "--lang", "en"])
        #expect(accepted.contains("funding reads intake on"))
        // What was lost is sent again under the same ids: what is there is there once.
        let again = try await stage.office.deliverAll(registrations.requests(1...300), to: .intake, as: .subdistrict)
        #expect(again.allSatisfy { if case .success = $0 { true } else { false } })
        try await stage.settle(Self.pair)
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        let reading = try StoreReading(.intake, of: stage.installation)
        #expect(reading.faults == [])
        #expect(reading.events.filter { $0.cause.hasPrefix("load-") }.count == 300)
        #expect(reading.events.filter { $0.type.contains("person-erased") }.count == 1)
      }
    }

    @Test("a service whose peer was given a new key takes that up without a restart")
    func newKeyOfPeer() async throws {
      try await Stage.with(Self.pair) { stage in
        _ = try await Course.opened(stage.office)
        try await stage.settle(Self.pair)
        let (status, told) = try await stage.installation.desk(["keys", "rotate", stage.folder.path, "intake", "--lang", "en"])
        #expect(status == 0, "\(told)")
        #expect(await stage.installation.stop(.intake, within: .seconds(30))?.code == 0)
        try stage.installation.start([.intake])
        let office = try Office(try stage.installation.connection())
        defer { office.close() }
        try await stage.installation.waitUntilReady(office, [.intake])
        let registrations = try await Registrations(office)
        try await office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        let head = try await Health.ask(.intake, office).head
        try await stage.wait(until: "funding reads intake under its new key") {
          try await Health.ask(.funding, office).feeds.first { $0.feed == .intake }?.sequence == head
        }
        let log = try String(contentsOf: stage.installation.log(of: .funding), encoding: .utf8)
        #expect(log.contains("key of a feed taken up"))
      }
    }
  }
}

extension Stage {
  /// Runs the program of a service with more arguments, to its end.
  func service(_ service: ServiceName, _ arguments: [String]) async throws -> (status: Int32, output: String) {
    try await Installation.run(
      installation.programs.appendingPathComponent("jiugai-\(service.rawValue)"),
      ["--config", folder.appendingPathComponent("config/\(service.rawValue).yaml").path] + arguments)
  }

  /// How many fields intake discloses of a person.
  func fields(of person: PersonID, _ project: ProjectID) async throws -> Int {
    try await office.send(
      Disclose<IntakeContract>(project: project, person: person, reason: "核对"), as: .subdistrict, on: "2024-02-03"
    ).reply.fields.count
  }
}
