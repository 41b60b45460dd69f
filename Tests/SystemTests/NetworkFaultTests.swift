import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension DisturbanceTests {
  @Suite("A network that misbehaves", .timeLimit(.minutes(3)))
  struct NetworkFaultTests {
    /// The installation's connection with one service behind a chokepoint.
    private func connection(_ stage: Stage, _ service: ServiceName, through point: Chokepoint) throws -> Connection {
      var connection = try stage.installation.connection()
      let known = try connection.endpoint(of: service)
      connection.services[service.rawValue] = Connection.Endpoint(endpoint: point.endpoint, key: known.key)
      return connection
    }

    private func point(_ stage: Stage, before service: ServiceName) throws -> Chokepoint {
      try Chokepoint(before: stage.installation.connection().endpoint(of: service).endpoint)
    }

    @Test("a connection that goes dead without a word is given up and opened anew; what was under way is done once")
    func pulledCable() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let point = try point(stage, before: .intake)
        defer { point.close() }
        let office = try Office(connection(stage, .intake, through: point), deadline: .seconds(90))
        defer { office.close() }
        try await office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        let before = point.count
        point.goDead()
        let reply = try await office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day, id: "the-id")
        #expect(reply.last == 2)
        #expect(point.count > before, "no new connection was opened")
        let again = try await office.send(try registrations.command(2), as: .subdistrict, on: Registrations.day, id: "the-id")
        #expect(again.isRepeat)
        #expect(try await stage.head(.intake) == 2)
      }
    }

    @Test("connections that are cut again and again lose no command and double none")
    func cuts() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let point = try point(stage, before: .intake)
        defer { point.close() }
        let office = try Office(connection(stage, .intake, through: point), deadline: .seconds(90))
        defer { office.close() }
        let cutting = Task.detached {
          var cuts = 0
          while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(150))
            point.cut()
            cuts += 1
          }
          return cuts
        }
        let outcomes = try await office.deliverAll(try registrations.requests(1...400), to: .intake, as: .subdistrict, inFlight: 8)
        cutting.cancel()
        let cuts = await cutting.value
        for outcome in outcomes { #expect(try outcome.get().header.status == .ok) }
        #expect(cuts > 0)
        #expect(try await stage.head(.intake) == 400)
      }
    }

    @Test("a service whose feed goes dead without a word hears it again by itself")
    func deadFeed() async throws {
      try await Stage.with([.intake]) { stage in
        let point = try point(stage, before: .intake)
        defer { point.close() }
        // Voting reads intake's feed through the chokepoint, with short waits so that the test need not be long.
        let settings = stage.folder.appendingPathComponent("config/voting.yaml")
        let plain = try String(contentsOf: settings, encoding: .utf8)
        let direct = try stage.installation.connection().endpoint(of: .intake).endpoint
        try #require(plain.contains(direct))
        try (plain.replacing(direct, with: point.endpoint) + "feed-wait: 500\n").write(to: settings, atomically: true, encoding: .utf8)
        try stage.installation.start([.voting])
        let course = try await Course.opened(stage.office)
        func heard() async throws -> Bool {
          let position = try await stage.health(.voting).feeds.first { $0.feed == .intake }
          return try await position?.sequence == stage.head(.intake)
        }
        try await stage.wait(until: "voting has heard intake", heard)
        point.goDead()
        try await stage.office.send(
          SuspendProject(project: course.project, reason: "样例：暂停", document: nil), as: .subdistrict, on: "2024-02-01")
        try await stage.wait(until: "voting has heard intake again", within: .seconds(60), heard)
      }
    }

    @Test("idle connections by the hundred do not keep a client out")
    func idleConnections() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let endpoint = try stage.installation.connection().endpoint(of: .intake).endpoint
        let idle = try (0..<200).map { _ in try IdleConnection(to: endpoint) }
        defer { for one in idle { one.close() } }
        let office = try Office(stage.installation.connection(), deadline: .seconds(30))
        defer { office.close() }
        try await office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        #expect(try await stage.head(.intake) == 1)
      }
    }

    @Test("a peer that asks and never reads costs the others nothing, and the service no memory")
    func deafPeer() async throws {
      try await Stage.with([.intake]) { stage in
        let registrations = try await Registrations(stage.office)
        let connection = try stage.installation.connection()
        try await stage.office.send(try registrations.command(1), as: .subdistrict, on: Registrations.day)
        let source = try connection.client(for: .systemOperator).source
        let before = try stage.memory(of: .intake)
        try RawPeer.with(.intake, of: connection, as: .systemOperator) { peer in
          for number in 0..<20_000 {
            let header = #"{"specversion":"1.0","id":"deaf-\#(number)","source":"\#(source)","type":"jiugai.intake.projects.v1"}"#
            try peer.send([Data(), Data("JG1/Q".utf8), Data(header.utf8), Data(#"{"division":"330382"}"#.utf8)])
          }
          // The peer is still there, and still deaf, while another is served.
          let done = DispatchSemaphore(value: 0)
          let office = stage.office
          Task.detached {
            for number in 2...20 {
              try await office.send(try registrations.command(number), as: .subdistrict, on: Registrations.day)
            }
            done.signal()
          }
          #expect(done.wait(timeout: .now() + 60) == .success, "others were not served")
        }
        #expect(try await stage.head(.intake) == 20)
        #expect(try stage.memory(of: .intake) - before < 64 << 20)
      }
    }
  }
}
