import Foundation
import Testing

@testable import Policy

/// The packs and calendars of this repository, as the build laid them beside the tests.
enum PackFolder {
  static func library() throws -> PackLibrary {
    try PackLibrary(folder: PolicyFolder.packs.locate(configured: nil), knownRules: RuleRegistry.knownRules)
  }

  static func calendar() throws -> WorkCalendar {
    try WorkCalendar(folder: PolicyFolder.calendars.locate(configured: nil))
  }
}
