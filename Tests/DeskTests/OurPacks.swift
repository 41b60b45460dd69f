import Foundation
import Policy

/// The policy files of this repository, read once for all tests.
enum OurPacks {
  static let folder = policy.appendingPathComponent("Packs")

  static func library() throws -> PackLibrary { try laws.get().library }

  static func calendar() throws -> WorkCalendar { try laws.get().calendar }

  private static let policy = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Shared/Policy")

  private static let laws = Result {
    try InstalledLaws(packs: folder.path, calendars: policy.appendingPathComponent("Calendars").path)
  }
}
