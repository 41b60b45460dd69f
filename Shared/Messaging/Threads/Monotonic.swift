import Foundation

/// The clock of every timeout: it never jumps, whatever happens to the time of day.
enum Monotonic {
  /// Nanoseconds since some moment before the process began.
  static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}

extension Duration {
  /// The duration in whole nanoseconds; a negative one is 0 and one beyond 146 years is cut to that.
  var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 0 }
    return UInt64(min(seconds, 4_600_000_000)) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000)
  }

  /// The duration in whole milliseconds, for libzmq's options.
  var milliseconds: Int32 { Int32(clamping: nanoseconds / 1_000_000) }
}
