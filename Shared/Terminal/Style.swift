import Foundation
import Rainbow

/// What a piece of text means; colour shows it where there is colour, the words say it everywhere.
public enum Style: Sendable {
  case plain
  case heading
  case good
  case bad
  case warning
  /// What matters less.
  case quiet

  /// Whether standard output is a terminal that shows colour and nobody asked for none (https://no-color.org).
  public static let isColoured: Bool = {
    let environment = ProcessInfo.processInfo.environment
    return environment["NO_COLOR"] == nil && environment["TERM"].map { $0 != "dumb" } ?? false && isatty(1) == 1
  }()

  /// The text in this style, untouched where there is no colour.
  public func paint(_ text: String) -> String {
    guard Style.isColoured, !text.isEmpty else { return text }
    return switch self {
    case .plain: text
    case .heading: text.bold
    case .good: text.green
    case .bad: text.red
    case .warning: text.yellow
    case .quiet: text.dim
    }
  }
}
