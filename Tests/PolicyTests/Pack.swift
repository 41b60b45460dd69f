import DomainModel

@testable import Policy

/// The repository's own policy files.
enum Pack {
  struct Missing: Error {}

  static func yueqing() throws -> Edition {
    guard let law = try laws.get().law(of: "yueqing", on: "2024-03-01") else { throw Missing() }
    return law.edition
  }

  static func wenzhou() throws -> Edition {
    guard let law = try laws.get().law(of: "wenzhou", on: "2024-03-01") else { throw Missing() }
    return law.edition
  }

  static func calendar() throws -> WorkCalendar { try laws.get().calendar }

  private static let laws = Result {
    let policy = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try InstalledLaws(packs: "/\(policy)/Shared/Policy/Packs", calendars: "/\(policy)/Shared/Policy/Calendars")
  }
}
