import DomainModel
import Foundation
import Policy

extension Law {
  /// Yueqing's law as the repository has it, read once.
  public static func yueqing() throws -> Law { try read.get() }

  private static let read = Result { try readYueqing() }

  private static func readYueqing() throws -> Law {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "yueqing", on: "2024-03-01") else { throw MissingLaw() }
    return law
  }

  struct MissingLaw: Error {}
}
