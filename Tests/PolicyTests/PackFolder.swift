import DomainModel
import Testing

@testable import Policy

/// The packs and calendars of this repository, as the build laid them beside the tests; read once for all of them.
enum PackFolder {
  static func library() throws -> PackLibrary { try laws.get().library }

  static func calendar() throws -> WorkCalendar { try laws.get().calendar }

  static func yueqing() throws -> Edition { try edition("yueqing") }

  static func wenzhou() throws -> Edition { try edition("wenzhou") }

  private static let laws = Result { try InstalledLaws() }

  private static func edition(_ pack: Identifier<SlugKind>) throws -> Edition {
    try #require(try laws.get().law(of: pack, on: "2024-03-01")).edition
  }
}
