import Foundation
import Yams

/// A YAML file composed into nodes, with the faults that its syntax alone shows.
///
/// Yams stops at the first mapping with a repeated key. So that all of them can be told, the earlier of the two keys is
/// renamed and the text composed again; the renamed keys are remembered here and reported at the later one.
struct YAMLSource {
  /// Policy files are a few tens of kilobytes; whatever is larger is not one.
  static let largest = 1 << 20

  let file: String
  let root: Node
  /// Renamed key → the key as written.
  let renamed: [String: String]
  // Nodes refer to their anchors weakly: the parser that owns them must live as long as they are looked at.
  private let parser: Parser

  /// - Throws: `PackFaults` when the bytes are too many, not UTF-8 or not one YAML document.
  init(_ data: Data, file: String) throws(PackFaults) {
    self.file = file
    guard data.count <= YAMLSource.largest else {
      throw PackFaults([
        PackFault(.tooLarge, file: file, zh: "文件超过 1 MiB，策略文件不应如此之大。", en: "the file is larger than 1 MiB; a policy file never is")
      ])
    }
    guard var text = String(validating: data, as: UTF8.self) else {
      throw PackFaults([
        PackFault(.notText, file: file, zh: "文件不是 UTF-8 文本，请另存为 UTF-8。", en: "the file is not UTF-8 text; save it as UTF-8")
      ])
    }
    var renamed: [String: String] = [:]
    while true {
      do {
        // Every value is read as text, so the patterns for numbers and dates need not be tried on each.
        let parser = try Parser(yaml: text, resolver: .basic)
        guard let root = try parser.singleRoot() else {
          throw PackFaults([PackFault(.malformed, file: file, zh: "文件为空。", en: "the file is empty")])
        }
        self.root = root
        self.parser = parser
        self.renamed = renamed
        return
      } catch let faults as PackFaults {
        throw faults
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let key = keys.first ?? ""
        let marker = YAMLSource.marker(renamed.count, like: key)
        guard renamed.count < 100, let changed = YAMLSource.renaming(key, to: marker, at: context.mark, in: text) else {
          throw PackFaults([YAMLSource.duplicate(key, first: nil, at: Place(context.mark), file: file, path: "")])
        }
        renamed[marker] = key
        text = changed
      } catch {
        throw PackFaults([YAMLSource.malformed(error, file: file)])
      }
    }
  }

  /// The fault of a key given twice.
  static func duplicate(_ key: String, first: Place?, at place: Place, file: String, path: String) -> PackFault {
    let zh = first.map { "（首次在第 \($0.line) 行）" } ?? ""
    let en = first.map { ", first in line \($0.line)" } ?? ""
    return PackFault(
      .duplicateKey, file: file, line: place.line, column: place.column, path: path,
      zh: "键“\(key)”重复\(zh)，请只保留一个。", en: "the key \(key) is given twice\(en); keep one")
  }

  /// A key that no file holds, as long as the one it stands for so that no column moves: scalars for private use.
  private static func marker(_ number: Int, like key: String) -> String {
    var scalars = String.UnicodeScalarView()
    for index in key.unicodeScalars.indices {
      let code = index == key.unicodeScalars.startIndex ? 0xE000 + UInt32(number) : 0xF000
      scalars.append(Unicode.Scalar(code) ?? "?")
    }
    return String(scalars)
  }

  /// The text with the key that begins at `mark` written as `marker`, or nil when the key does not stand there as is.
  private static func renaming(_ key: String, to marker: String, at mark: Mark, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.indices.contains(mark.line - 1) else { return nil }
    let scalars = Array(lines[mark.line - 1].unicodeScalars)
    let start = mark.column - 1
    let written = Array(key.unicodeScalars)
    guard start >= 0, start + written.count <= scalars.count,
      Array(scalars[start..<(start + written.count)]) == written
    else { return nil }
    var line = String.UnicodeScalarView(scalars[..<start])
    line.append(contentsOf: marker.unicodeScalars)
    line.append(contentsOf: scalars[(start + written.count)...])
    lines[mark.line - 1] = String(line)
    return lines.joined(separator: "\n")
  }

  private static func malformed(_ error: any Error, file: String) -> PackFault {
    var place = Place.wholeFile
    var problem = "not readable as YAML"
    switch error {
    case YamlError.scanner(_, let text, let mark, _), YamlError.parser(_, let text, let mark, _),
      YamlError.composer(_, let text, let mark, _):
      (place, problem) = (Place(mark), text)
    case YamlError.reader(let text, _, _, _): problem = text
    default: break
    }
    return PackFault(
      .malformed, file: file, line: place.line, column: place.column,
      zh: "不是规范的 YAML（\(problem)），请检查此处的缩进、引号和括号。",
      en: "not well-formed YAML (\(problem)); check indentation, quotes and brackets here")
  }
}
