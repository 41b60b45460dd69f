import DomainModel
import Foundation
import Synchronization

/// How far a verification is, on standard error when that is a terminal.
final class VerifyProgress: Sendable {
  private let isShown = isatty(2) == 1
  private let nextAt = Mutex(ContinuousClock.now)

  func reach(_ service: ServiceName, _ part: String, _ count: Int64, of total: Int64? = nil) {
    guard isShown else { return }
    let isDue = nextAt.withLock { next in
      guard ContinuousClock.now >= next else { return false }
      next = .now + .milliseconds(200)
      return true
    }
    guard isDue else { return }
    write("\r\u{1B}[K\(service): \(part) \(count)" + (total.map { " / \($0)" } ?? ""))
  }

  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
