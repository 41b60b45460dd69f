import DomainModel
import Foundation
import Policy
import TestKit

extension Law {
  /// Yueqing's law with passages of its pack replaced, to try what other cities' packs will say.
  static func altered(_ passages: [String: String]) throws -> Law {
    let files = FileManager.default
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Shared/Policy")
    let folder = files.temporaryDirectory.appendingPathComponent("packs-\(UUID().uuidString)")
    try files.copyItem(at: policy.appendingPathComponent("Packs"), to: folder)
    defer { try? files.removeItem(at: folder) }
    let file = folder.appendingPathComponent("yueqing/2024-1.yaml")
    var text = try String(contentsOf: file, encoding: .utf8)
    for (old, new) in passages {
      guard text.contains(old) else { throw PassageNotFound(passage: old) }
      text = text.replacingOccurrences(of: old, with: new)
    }
    try Data(text.utf8).write(to: file)
    let laws = try InstalledLaws(packs: folder.path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "yueqing", on: "2024-03-01") else { throw PassageNotFound(passage: "yueqing") }
    return law
  }

  struct PassageNotFound: Error { let passage: String }
}
