import Contracts
import DomainModel

/// How fast journals grow: the numbers of their last events, as they were told one look after the other.
struct RateBook: Sendable {
  /// One look at a service.
  private struct Sample {
    let at: Instant
    let epoch: String
    let head: Int64
  }

  /// Seconds over which the rate now is taken: long enough that a single event does not jump, short enough to follow.
  private static let window: Int64 = 20
  /// Looks that are kept, and shown as a line of bars.
  private static let kept = 120

  private var samples: [ServiceName: [Sample]] = [:]

  mutating func note(_ service: ServiceName, head: Int64, epoch: String, at now: Instant) {
    // A new epoch is another past: numbers across it do not compare.
    var known = samples[service].map { $0.last?.epoch == epoch ? $0 : [] } ?? []
    if let last = known.last, last.head > head { known = [] }
    known.append(Sample(at: now, epoch: epoch, head: head))
    samples[service] = Array(known.suffix(RateBook.kept))
  }

  /// Notes what every service that is up told of itself.
  mutating func note(_ assessment: Assessment) {
    for standing in assessment.services {
      guard let health = standing.health else { continue }
      note(standing.service, head: health.head, epoch: health.epoch, at: assessment.at)
    }
  }

  /// Tenths of events a second over the last seconds; nil before there are two looks.
  func tenths(of service: ServiceName) -> Int64? {
    guard let known = samples[service], let last = known.last else { return nil }
    let first = known.first { last.at.milliseconds - $0.at.milliseconds <= RateBook.window * 1000 }
    guard let first, first.at.milliseconds < last.at.milliseconds else { return nil }
    return (last.head - first.head) * 10_000 / (last.at.milliseconds - first.at.milliseconds)
  }

  /// Events between one look and the next, the latest last.
  func history(of service: ServiceName, _ count: Int) -> [Int64] {
    let known = samples[service] ?? []
    return Array(zip(known, known.dropFirst()).map { $1.head - $0.head }.suffix(count))
  }

  /// The last looks as bars, the highest full; blanks where there was nothing.
  func bars(of service: ServiceName, _ count: Int) -> String {
    let history = history(of: service, count)
    guard let most = history.max(), most > 0 else { return String(repeating: " ", count: count) }
    let steps = Array("▁▂▃▄▅▆▇█")
    let bars = history.map { $0 == 0 ? " " : steps[Int(($0 * Int64(steps.count) - 1) / most)] }.map(String.init)
      .joined()
    return String(repeating: " ", count: count - history.count) + bars
  }
}
