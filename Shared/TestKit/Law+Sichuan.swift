import DomainModel
import Foundation
import Policy

extension Law {
  /// Sichuan's law as the repository has it, read once.
  public static func sichuan() throws -> Law { try readSichuan.get() }

  private static let readSichuan = Result {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "sichuan", on: "2021-03-01") else { throw MissingLaw() }
    return law
  }
}
