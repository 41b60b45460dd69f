import DomainModel
import Synchronization

/// A wall clock that a simulation sets, for better or worse. Rules never look at it, so nothing may depend on it.
final class SimulatedClock: Sendable {
  private let milliseconds: Mutex<Int64>

  /// - Parameter day: the day on which it starts, at noon at the office.
  init(day: BusinessDate) {
    milliseconds = Mutex(Int64(day.dayNumber) * SimulatedClock.day + 4 * 3_600_000)
  }

  static let day: Int64 = 86_400_000

  var now: Instant { milliseconds.withLock { Instant(milliseconds: $0) } }

  /// Goes on, or back.
  func move(by difference: Int64) { milliseconds.withLock { $0 += difference } }
}
