import Contracts
import DomainModel
import Foundation

/// Where assessments are shown: one after the other, or, watched on a terminal, each in place of the one before.
struct StatusScreen {
  let language: Language
  let isJSON: Bool
  let isWatching: Bool

  /// - Throws: when nobody reads any more.
  func show(_ assessment: Assessment) throws {
    var text: String
    if isJSON {
      let value = StatusJSON(language).value(assessment)
      // A program that watches reads line by line.
      text = isWatching ? value.line : value.text
    } else {
      text = StatusText(language).text(assessment)
      if isWatching { text = isatty(1) == 1 ? "\u{1B}[H\u{1B}[2J" + text : text + "\n" }
    }
    try FileHandle.standardOutput.write(contentsOf: Data((text + "\n").utf8))
  }
}
