import DomainModel
import Foundation
import Policy

extension Law {
  /// Tiexi's law, the draft, as the repository has it, read once.
  public static func tiexi() throws -> Law { try draft.get() }

  private static let draft = Result { try readTiexi() }

  private static func readTiexi() throws -> Law {
    let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Policy")
    let laws = try InstalledLaws(
      packs: policy.appendingPathComponent("Packs").path, calendars: policy.appendingPathComponent("Calendars").path)
    guard let law = laws.law(of: "tiexi", on: "2021-03-01") else { throw MissingLaw() }
    return law
  }
}
