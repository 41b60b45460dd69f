import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Scenario
import Testing

extension SystemTests {
  @Suite("Stopping", .timeLimit(.minutes(5)))
  struct StopTests {
    @Test("under load takes less than five seconds, and nothing is stored that was not answered")
    func underLoad() async throws {
      try await Stage.with([.intake], patience: .seconds(60)) { stage in
        let registrations = try await Registrations(stage.office)
        let requests = try registrations.requests(1...6000)
        let office = stage.office
        // 32 in flight: beyond 64 replies waiting for a client the socket drops some, and the retry would show below.
        let sending = Task { try await office.deliverAll(requests, to: .intake, as: .subdistrict, inFlight: 32) }
        try await stage.wait(until: "some are stored") { try await stage.head(.intake) > 300 }
        let stopped = try #require(await stage.installation.stop(.intake, within: .seconds(5)), "intake still runs")
        #expect(stopped.code == 0)
        let atStop = try StoreReading(.intake, of: stage.installation)
        #expect(atStop.faults == [])
        #expect(atStop.events.count < requests.count, "the load was over before the stop")

        try stage.installation.start([.intake])
        let outcomes = try await sending.value
        var unanswered: [String] = []
        for (request, outcome) in zip(requests, outcomes) {
          let answer = try outcome.get()
          if answer.header.replayed == true { unanswered.append(request.id) }
        }
        #expect(unanswered == [], "stored before the stop, but not answered")
        _ = await stage.installation.stop(.intake, within: .seconds(30))
        let atEnd = try StoreReading(.intake, of: stage.installation)
        #expect(atEnd.faults == [])
        #expect(atEnd.countsByCause == Dictionary(uniqueKeysWithValues: requests.map { ($0.id, 1) }))
      }
    }

    @Test("while it is asked from all sides ends well: nobody reads a journal that is closed")
    func underQueries() async throws {
      try await Stage.with([.intake], patience: .seconds(60)) { stage in
        let registrations = try await Registrations(stage.office)
        let requests = try registrations.requests(1...2000)
        for outcome in try await stage.office.deliverAll(requests, to: .intake, as: .subdistrict, inFlight: 32) {
          _ = try outcome.get()
        }
        let connection = try stage.installation.connection()
        let asking = (1...4).map { _ in
          Task {
            let office = try Office(connection, deadline: .seconds(60))
            defer { office.close() }
            var answers = 0
            do {
              while !Task.isCancelled {
                _ = try await office.page(
                  of: .intake, as: .systemOperator, FeedRequest(feed: "intake", consumer: "curious", cursor: nil, waitms: 0))
                _ = try await office.ask(ProjectsQuery(division: "330382", after: nil), as: .systemOperator)
                answers += 2
              }
            } catch where Task.isCancelled {}
            return answers
          }
        }
        for _ in 1...8 {
          try await Task.sleep(for: .milliseconds(.random(in: 100...400)))
          let stopped = try #require(await stage.installation.stop(.intake, within: .seconds(30)), "intake still runs")
          #expect(stopped.code == 0, "\(stopped)")
          try stage.installation.start([.intake])
          try await stage.installation.waitUntilReady(stage.office, [.intake])
        }
        for task in asking {
          task.cancel()
          #expect(try await task.value > 20)
        }
      }
    }

    @Test("by kill -9 under load loses nothing that was answered, and repeats nothing")
    func killedUnderLoad() async throws {
      try await Stage.with([.intake], patience: .seconds(60)) { stage in
        let registrations = try await Registrations(stage.office)
        let requests = try registrations.requests(1...4000)
        let office = stage.office
        let sending = Task { try await office.deliverAll(requests, to: .intake, as: .subdistrict) }
        for part in 1...3 {
          try await stage.wait(until: "more is stored") { try await stage.head(.intake) > Int64(part) * 400 }
          stage.installation.kill(.intake)
          try stage.installation.start([.intake])
        }
        for outcome in try await sending.value { _ = try outcome.get() }
        _ = await stage.installation.stop(.intake, within: .seconds(30))
        let atEnd = try StoreReading(.intake, of: stage.installation)
        #expect(atEnd.faults == [])
        #expect(atEnd.countsByCause == Dictionary(uniqueKeysWithValues: requests.map { ($0.id, 1) }))
      }
    }
  }
}
