import Foundation

/// Prints what an exercise does and finds, line by line, and counts what did not hold.
final class Protocol {
  private(set) var failures = 0
  private let hasColour = isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil

  func chapter(_ title: String) { print("\n" + paint(title, "1;34")) }

  func note(_ text: String) {
    for line in text.split(separator: "\n") { print("    " + paint(String(line), "2")) }
  }

  /// Says whether something is as it must be.
  func check(_ holds: Bool, _ text: String, otherwise: @autoclosure () -> String = "") {
    print("  \(holds ? paint("✓", "32") : paint("✗", "31")) \(text)")
    guard !holds else { return }
    failures += 1
    note(otherwise())
  }

  private func print(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }

  private func paint(_ text: String, _ code: String) -> String { hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
