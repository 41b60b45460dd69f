import DomainModel
import Foundation
import Scenario
import TestKit
import Testing

/// Whole projects in one thread, with a rough world between client and services. A seed that went wrong is told, and goes
/// wrong again: JIUGAI_SIMULATION_SEED is the first one, JIUGAI_SIMULATION_RUNS how many each city gets (one without it).
@Suite("A simulated system")
struct SimulationTests {
  private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

  static let seed = number("JIUGAI_SIMULATION_SEED") ?? Int.random(in: 1...999_999)
  static let runs = number("JIUGAI_SIMULATION_RUNS") ?? 1

  @Test("ends each city's story as if nothing had gone wrong", arguments: City.all.map(\.id.rawValue))
  func roughWorld(city: String) async throws {
    let city = try #require(City.named(city))
    let calm = try await SimulatedTelling.calm(city)
    // A comparison of nothing with nothing would hold, too.
    try #require(calm.steps > 30)
    try #require(calm.state.events.values.allSatisfy { $0.count > 10 })
    #expect(calm.happenings.isEmpty)
    #expect(calm.broken == [] && calm.checked > 10)
    for seed in Self.seed..<(Self.seed + Self.runs) {
      do {
        let rough = try await SimulatedTelling(of: city, faults: .rough, seed: UInt64(seed))
        let differences = rough.state.differences(from: calm.state)
        #expect(differences == [], "seed \(seed)\n\(differences.joined(separator: "\n"))")
        #expect(rough.state.faults == [], "seed \(seed)")
        // What the seed dealt must have been rough enough to mean something.
        for what in ["request lost", "reply lost", "request doubled", "late request arrives", "page lost", "disk full"] {
          #expect(rough.happenings[what, default: 0] > 0, "seed \(seed): \(what) never happened")
        }
        #expect(rough.happenings.filter { $0.key.hasPrefix("ends") }.values.reduce(0, +) > 10, "seed \(seed)")
      } catch {
        Issue.record(error, "seed \(seed)")
      }
    }
  }

  @Test("goes the same way again with the same seed, another way with another")
  func seeds() async throws {
    let city = try #require(City.named("tiexi"))
    let one = try await SimulatedTelling(of: city, faults: .rough, seed: 42)
    let again = try await SimulatedTelling(of: city, faults: .rough, seed: 42)
    let other = try await SimulatedTelling(of: city, faults: .rough, seed: 43)
    #expect(one.course == again.course)
    #expect(one.course != other.course)
    #expect(one.state == other.state)
  }
}
