import DomainModel
import Foundation

/// The laws installed on this machine: every pack edition, with the calendar.
public struct InstalledLaws: Sendable {
  public let library: PackLibrary
  public let calendar: WorkCalendar

  /// - Parameters:
  ///   - packs: the folder of packs; nil for the usual places.
  ///   - further: a folder of further cities beside it; nil for none.
  ///   - calendars: the folder of calendars; nil for the usual places.
  /// - Throws: `PackFaults` with every fault of every file, or `NoPolicyFolder`.
  public init(packs: String? = nil, further: String? = nil, calendars: String? = nil) throws {
    library = try PackLibrary(
      folders: PolicyFolder.packFolders(configured: packs, further: further), knownRules: RuleRegistry.knownRules)
    calendar = try WorkCalendar(folder: PolicyFolder.calendars.locate(configured: calendars))
  }

  /// The law of exactly that edition; nil when that very file is not installed.
  public func law(_ edition: PackEdition) -> Law? {
    guard case .found(let known) = library.lookup(edition) else { return nil }
    return Law(edition: known, calendar: calendar)
  }

  /// The law of a pack in force on a day.
  public func law(of pack: Identifier<SlugKind>, on day: BusinessDate) -> Law? {
    library.edition(of: pack, on: day).map { Law(edition: $0, calendar: calendar) }
  }
}
