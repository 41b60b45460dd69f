import DomainModel
import Foundation
import Policy

/// A pack that someone named: an installed one by `yueqing` or `yueqing/2024-1`, or a file. Sound in any case.
struct PackSource {
  /// What it is called in answers: `yueqing/2024-1`.
  let name: String
  let url: URL
  let edition: Edition

  /// - Throws: `PackFaults` when the file is not sound, `DeskFault` when there is no such pack.
  init(_ name: String, in folders: [URL]) throws {
    let url = try PackSource.find(name, in: folders)
    guard let data = FileManager.default.contents(atPath: url.path) else {
      throw DeskFault.usage("file-unreadable", zh: "读不到文件 \(url.path)。", en: "The file \(url.path) cannot be read.")
    }
    let defaults = try PackLoader.recommended(from: Data(contentsOf: folders[0].appendingPathComponent("recommended.yaml")), file: "recommended.yaml")
    edition = try PackLoader.edition(
      from: data, file: url.lastPathComponent == name ? name : url.path, knownRules: RuleRegistry.knownRules, defaults: defaults)
    self.url = url
    self.name = "\(edition.identity.pack)/\(edition.identity.edition)"
  }

  /// A path ends in .yaml; anything else names an installed pack, without an edition its newest.
  private static func find(_ name: String, in folders: [URL]) throws -> URL {
    if name.hasSuffix(".yaml") { return URL(fileURLWithPath: name) }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let pack = parts.first else { throw unknown(name, folders) }
    for folder in folders {
      let editions = files(in: folder.appendingPathComponent(pack)).filter { $0.hasSuffix(".yaml") }
      let wanted = parts.count == 2 ? "\(parts[1]).yaml" : editions.last
      if let wanted, editions.contains(wanted) { return folder.appendingPathComponent("\(pack)/\(wanted)") }
    }
    throw unknown(name, folders)
  }

  private static func unknown(_ name: String, _ folders: [URL]) -> DeskFault {
    let known = folders.flatMap { folder in
      files(in: folder).filter { !$0.contains(".") }.flatMap { pack in
        files(in: folder.appendingPathComponent(pack)).filter { $0.hasSuffix(".yaml") }.map { "\(pack)/\($0.dropLast(5))" }
      }
    }.joined(separator: ", ")
    return DeskFault.usage(
      "unknown-pack", zh: "没有策略包“\(name)”；已安装：\(known)。", en: "There is no pack \(name); installed: \(known).")
  }

  private static func files(in folder: URL) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
}
