import Foundation

/// Time of the monotonic clock, in whole nanoseconds.
struct Stopwatch {
  private let start = Stopwatch.now()

  var nanoseconds: Int { Int(Stopwatch.now() - start) }

  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// How many of `count` go into a second at this pace.
  func rate(of count: Int) -> Int { Int(Int128(count) * 1_000_000_000 / Int128(max(1, nanoseconds))) }
}

/// Processor time that a process has used, all threads together, by the kernel's exact count. (The ticks in `/proc` are
/// guesses for a process that runs for a fraction of a millisecond at a time.)
struct ProcessorTime {
  private let clock: clockid_t?
  private let start: Int

  init(of process: Int32) {
    var clock = clockid_t()
    self.clock = clock_getcpuclockid(process, &clock) == 0 ? clock : nil
    start = ProcessorTime.nanoseconds(self.clock)
  }

  /// Since it was made, shared out over `count` items.
  func nanoseconds(per count: Int) -> Int { (ProcessorTime.nanoseconds(clock) - start) / max(1, count) }

  private static func nanoseconds(_ clock: clockid_t?) -> Int {
    var time = timespec()
    guard let clock, clock_gettime(clock, &time) == 0 else { return 0 }
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}
