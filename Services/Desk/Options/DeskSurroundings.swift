import ClientKit
import Synchronization

/// What stands around a command line: normally the terminal and ZeroMQ; within another program that program's carrier, and
/// a text that collects what would have been printed.
final class DeskSurroundings: Sendable {
  @TaskLocal static var current: DeskSurroundings?

  private let carrier: any Carrier
  private let told = Mutex("")

  init(carrier: any Carrier) { self.carrier = carrier }

  var output: String { told.withLock { $0 } }

  /// What carries the messages; nil for ZeroMQ.
  static var carrier: (any Carrier)? { current?.carrier }

  /// Prints an answer.
  static func tell(_ text: String) {
    guard let current else { return print(text) }
    current.told.withLock { $0 += text + "\n" }
  }
}
