import ClientKit
import DomainModel
import Foundation
import Scenario
import TestKit
import Testing

extension DisturbanceTests {
  @Suite("Services that are killed at random", .timeLimit(.minutes(30)))
  struct KillTests {
    /// How many disturbed runs: JIUGAI_KILL_RUNS, 5 when it is not set.
    static let runs = number("JIUGAI_KILL_RUNS") ?? 5
    /// The seed of the first disturbed run, the others count on from it: JIUGAI_KILL_SEED, by chance when it is not set.
    static let seed = number("JIUGAI_KILL_SEED") ?? Int.random(in: 1...999_999)
    static let blows = 20

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

    @Test("end the whole story of a project as if nothing had happened")
    func wholeStory() async throws {
      let undisturbed = try await tell([])
      #expect(undisturbed.state.faults == [])
      // A comparison of nothing with nothing would hold, too.
      try #require(undisturbed.steps > 50)
      for service in ServiceName.allCases {
        try #require((undisturbed.state.events[service] ?? []).count > 50, "\(service.rawValue)")
        try #require((undisturbed.state.entities[service] ?? [:]).count > 10, "\(service.rawValue)")
      }
      let second = try await tell([])
      #expect(second.state.differences(from: undisturbed.state) == [], "two undisturbed runs differ")
      for seed in Self.seed..<(Self.seed + Self.runs) {
        let blows = Blow.random(Self.blows, steps: undisturbed.steps, seed: UInt64(seed))
        let clock = ContinuousClock()
        let begun = clock.now
        do {
          let run = try await tell(blows)
          let differences = run.state.differences(from: undisturbed.state)
          say("seed \(seed): \(run.kills) kills in \(clock.now - begun), \(differences.count) differences")
          #expect(run.kills >= Self.blows / 2)
          #expect(run.state.faults == [], "seed \(seed)")
          #expect(differences == [], "seed \(seed)\n\(differences.joined(separator: "\n"))")
        } catch {
          say("seed \(seed): \(blows.map(\.description).joined(separator: "; "))")
          Issue.record(error, "seed \(seed)")
        }
      }
    }

    /// Tells the demo's story in a fresh installation, pulls plugs on the way, and gives what the stores hold at the end.
    private func tell(_ blows: [Blow]) async throws -> (state: EndState, steps: Int, kills: Int) {
      var result: (EndState, Int, Int)?
      try await Stage.with([]) { stage in
        let breaker = Breaker(folder: stage.folder, blows)
        let steps = try await Afterwards.run({ try await tell(stage, breaker) }, then: { await breaker.endAll() })
        result = (try EndState(stage.installation.stored()), steps, await breaker.count)
      }
      return try #require(result)
    }

    /// - Returns: how many steps the story has.
    private func tell(_ stage: Stage, _ breaker: Breaker) async throws -> Int {
      try await breaker.startAll()
      let story = try Story(stage.installation.workplace, city: YueqingStory.city, teller: Teller(isQuiet: true), patience: .seconds(90))
      defer { story.office.close() }
      story.beforeStep = { try await breaker.step($0) }
      var yueqing = try YueqingStory(story)
      _ = try await yueqing.tell()
      try await breaker.finish()
      try await stage.settle()
      return story.steps
    }

    /// Seeds are told whatever comes of the run, so that it can be repeated.
    private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
  }
}
