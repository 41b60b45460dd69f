import DomainModel
import Foundation
import Policy

extension Law {
  /// Yueqing's law as the repository has it.
  public static func yueqing() throws -> Law {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "yueqing", on: "2024-03-01") else { throw MissingLaw() }
    return law
  }

  struct MissingLaw: Error {}
}
