import Foundation

/// Processor time that the threads of a process have used, by the kernel's exact count. What the busiest of them takes for
/// an item bounds the rate, however many cores there are.
struct ThreadTimes {
  private let process: Int32
  private let start: [String: Int]

  init(of process: Int32) {
    self.process = process
    start = ThreadTimes.nanoseconds(of: process)
  }

  /// What the busiest thread used since this was made, shared out over `count` items.
  func busiest(per count: Int) -> Int {
    let used = ThreadTimes.nanoseconds(of: process).map { $0.value - start[$0.key, default: 0] }
    return (used.max() ?? 0) / max(1, count)
  }

  /// By the thread's number. The first figure of the kernel's file is the time that the thread ran.
  private static func nanoseconds(of process: Int32) -> [String: Int] {
    let tasks = "/proc/\(process)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    let times = threads.compactMap { thread in
      Machine.text("\(tasks)/\(thread)/schedstat").split(separator: " ").first.flatMap { Int($0) }.map { (thread, $0) }
    }
    return Dictionary(times) { first, _ in first }
  }
}
