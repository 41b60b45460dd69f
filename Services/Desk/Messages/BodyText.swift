import DomainModel
import Foundation

/// A message's body as it is given on the command line: the JSON itself, `@file`, or `-` for standard input.
enum BodyText {
  static func read(_ argument: String?) throws -> Data {
    guard let argument else { return Data("{}".utf8) }
    if argument == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
    guard argument.hasPrefix("@") else { return Data(argument.utf8) }
    let path = String(argument.dropFirst())
    guard var data = FileManager.default.contents(atPath: path) else {
      throw DeskFault.usage("file-unreadable", zh: "读不到文件 \(path)。", en: "The file \(path) cannot be read.")
    }
    if data.starts(with: [0xEF, 0xBB, 0xBF]) { data = Data(data.dropFirst(3)) }
    return data
  }
}
