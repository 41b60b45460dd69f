import DomainModel
import Foundation
import Policy

extension Law {
  /// Ziyang's law as the repository has it, read once.
  public static func ziyang() throws -> Law { try readZiyang.get() }

  private static let readZiyang = Result {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "ziyang", on: "2021-03-01") else { throw ZiyangMissing() }
    return law
  }

  struct ZiyangMissing: Error {}
}
