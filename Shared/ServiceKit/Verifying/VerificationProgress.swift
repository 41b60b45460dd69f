import Foundation

/// How far a long verification is, on standard error: in place on a terminal, else a line now and then.
final class VerificationProgress {
  private let name: String
  private let isTerminal: Bool
  private var part = ""
  private var total: Int64?
  private var nextAt = ContinuousClock.now
  private var hasLine = false

  /// - Parameter name: the service, which stands before each line.
  init(name: String) {
    self.name = name
    isTerminal = isatty(2) == 1
    // What is done within seconds needs no progress.
    nextAt = .now + .seconds(isTerminal ? 0 : 5)
  }

  func begin(_ part: String, of total: Int64?) {
    self.part = part
    self.total = total
    if isTerminal { reach(0) }
  }

  func reach(_ count: Int64) {
    guard ContinuousClock.now >= nextAt else { return }
    nextAt = .now + (isTerminal ? .milliseconds(200) : .seconds(10))
    let text = "\(name): \(part) \(count)" + (total.map { " / \($0)" } ?? "")
    write(isTerminal ? "\r\u{1B}[K" + text : text + "\n")
    hasLine = isTerminal
  }

  func end() {
    if hasLine { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
