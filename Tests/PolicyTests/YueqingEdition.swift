import DomainModel
import Foundation
import Policy

/// Yueqing's edition as the repository has it.
enum YueqingEdition {
  static func load() throws -> Edition {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Shared/Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "yueqing", on: "2024-03-01") else { throw Missing() }
    return law.edition
  }

  struct Missing: Error {}
}
