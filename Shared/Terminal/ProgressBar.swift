import Foundation
import Synchronization

/// A bar on standard error that shows how far a long piece of work is. Silent where standard error is no terminal.
public final class ProgressBar: Sendable {
  private let label: String
  private let total: Int
  private let isShown: Bool
  /// The tenth of a per cent that was drawn last, so that a quick loop does not drown the terminal.
  private let drawn = Mutex(-1)

  /// - Parameters:
  ///   - label: what is being done, `导入 roll.csv`.
  ///   - total: how much there is; what is done is told in the same unit.
  public init(_ label: String, of total: Int, isShown: Bool = isatty(2) == 1) {
    self.label = label
    self.total = max(total, 1)
    self.isShown = isShown
  }

  /// Shows that `done` of the total is done.
  public func advance(to done: Int) {
    guard isShown else { return }
    let part = min(1000, max(0, done) * 1000 / total)
    let isNews = drawn.withLock { last in
      defer { last = part }
      return last != part
    }
    guard isNews else { return }
    let filled = part * ProgressBar.width / 1000
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: ProgressBar.width - filled)
    ProgressBar.write("\r\(label) \(bar) \(part / 10)% \(min(done, total))/\(total)\u{1B}[K")
  }

  /// Ends the bar's line.
  public func finish() {
    guard isShown, drawn.withLock({ $0 }) >= 0 else { return }
    ProgressBar.write("\n")
  }

  private static let width = 30

  private static func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
