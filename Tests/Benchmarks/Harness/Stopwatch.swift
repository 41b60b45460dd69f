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

/// Processor time that a process has used, all threads together.
struct ProcessorTime {
  private let process: Int32
  private let start: Int

  init(of process: Int32) {
    self.process = process
    start = ProcessorTime.microseconds(of: process)
  }

  var microseconds: Int { ProcessorTime.microseconds(of: process) - start }

  private static func microseconds(of process: Int32) -> Int {
    // The fields behind the program's name in parentheses: utime and stime are the 12th and 13th.
    let text = Machine.text("/proc/\(process)/stat")
    guard let close = text.lastIndex(of: ")") else { return 0 }
    let fields = text[text.index(after: close)...].split(separator: " ")
    guard fields.count > 12, let user = Int(fields[11]), let system = Int(fields[12]) else { return 0 }
    return (user + system) * (1_000_000 / sysconf(Int32(_SC_CLK_TCK)))
  }
}
