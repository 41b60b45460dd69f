import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Terminal

/// In which language and form an answer is given; every subcommand takes them.
struct OutputOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "输出语言：zh 或 en。 The language of the output.")
  var language: Language = .zh

  @Flag(name: .customLong("json"), help: "以 JSON 输出，供程序读取。 Answer in JSON, for programs.")
  var json = false

  var isChinese: Bool { language == .zh }

  /// The sentence in the language that was asked for.
  func say(_ zh: String, _ en: String) -> String { isChinese ? zh : en }

  /// Prints an answer: JSON for programs, or what `text` makes of it for people.
  func show(_ value: JSONValue, _ text: () -> String) {
    DeskSurroundings.tell(json ? value.text : text())
  }

  /// Prints what is not the answer itself where it does not disturb a program that reads the answer.
  func note(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
  }
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) {
    switch argument.lowercased() {
    case "zh", "zh-cn", "zh-hans": self = .zh
    case "en": self = .en
    default: return nil
    }
  }
}
