import Foundation
import Testing

@testable import FileStore

/// Prints how fast ballots are committed, when asked for; timing decides no test.
@Suite("Measurement", .enabled(if: ProcessInfo.processInfo.environment["JIUGAI_MEASURE"] != nil), .serialized)
struct Measurement {
  @Test("ballots committed per second", arguments: [1, 64, 1_000], [2, 3])
  func ballots(window: Int, entities: Int) throws {
    let scratch = try Scratch()
    let journal = try SQLiteJournal(scratch.options())
    let rounds = window == 1 ? 4_000 : 100_000 / window
    let padding = String(repeating: "x", count: 500)
    var spent = Duration.zero
    for round in 0..<rounds {
      var batch = StoreBatch()
      for place in 0..<window {
        let number = round * window + place
        let sequence = journal.head.sequence + Int64(place) + 1
        let unit = String(format: "R1/%08x", (number &* 2_654_435_761) & 0xFFFF_FFFF)
        batch.events.append(
          newEvent(sequence, text: "{\"sequence\":\(sequence),\"unit\":\"\(unit)\",\"p\":\"\(padding)\"}"))
        batch.repeats.append(outcome("018e0000-0000-7000-8000-" + String(format: "%012d", number)))
        batch.entities.append(.put(entity("ballot", unit, padding.prefix(150) + unit), indexes: []))
        if entities > 2 { batch.entities.append(.put(entity("unit", unit, padding.prefix(120) + unit), indexes: [])) }
      }
      batch.entities.append(.put(entity("round", "R1", padding), indexes: []))
      spent += try ContinuousClock().measure { _ = try journal.commit(batch) }
    }
    let seconds = Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    let rate = Int(Double(rounds * window) / seconds)
    print("MEASURED window \(window), \(entities - 1) entities each and a tally: \(rate) ballots/s")
    let begin = ContinuousClock.now
    let report = try ChainVerifier().verify(journal.reader(), feed: "voting")
    let walk = begin.duration(to: .now)
    print("MEASURED verify \(report.checked) events in \(walk)")
    let clock = ContinuousClock.now
    for number in 0..<20_000 {
      _ = try journal.entity(
        EntityAddress(kind: "ballot", key: String(format: "R1/%08x", (number &* 2_654_435_761) & 0xFFFF_FFFF)))
    }
    print("MEASURED entity lookup \(clock.duration(to: .now) / 20_000)")
  }
}
