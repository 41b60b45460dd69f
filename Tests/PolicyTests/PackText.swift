import Foundation
import Testing

@testable import Policy

/// The text of a sound pack, to be spoilt in one place, and what the loader then says.
struct PackText {
  static let file = "yueqing/2024-1.yaml"

  let text: String

  /// Yueqing's pack as it is.
  static func yueqing() throws -> PackText {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    return PackText(text: try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
  }

  /// The same text with the only occurrence of `old` changed.
  func replacing(_ old: String, with new: String) throws -> PackText {
    let parts = text.components(separatedBy: old)
    try #require(parts.count == 2, "\(old) occurs \(parts.count - 1) times")
    return PackText(text: parts.joined(separator: new))
  }

  /// The line, from 1, on which `part` first stands.
  func line(of part: String) throws -> Int {
    let lines = text.components(separatedBy: "\n")
    return try #require(lines.firstIndex { $0.contains(part) }, "\(part) is not in the text") + 1
  }

  func load(knownRules: Set<String>? = nil) throws -> PackFile {
    let folder = try PolicyFolder.packs.locate(configured: nil)
    let own = try Data(contentsOf: folder.appendingPathComponent("recommended.yaml"))
    let defaults = try PackLoader.recommended(from: own, file: "recommended.yaml")
    return try PackLoader.pack(from: Data(text.utf8), file: PackText.file, knownRules: knownRules, defaults: defaults)
  }

  /// Every fault of the text; an empty list for a sound one.
  func faults(knownRules: Set<String>? = nil) throws -> [PackFault] {
    do {
      _ = try load(knownRules: knownRules)
      return []
    } catch let faults as PackFaults {
      return faults.faults
    }
  }

  /// The only fault of the text.
  func onlyFault(knownRules: Set<String>? = nil) throws -> PackFault {
    let faults = try faults(knownRules: knownRules)
    try #require(faults.count == 1, "\(faults)")
    return faults[0]
  }
}
