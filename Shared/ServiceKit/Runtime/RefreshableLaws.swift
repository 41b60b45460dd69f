import DomainModel
import Policy

/// The laws installed on this machine as last read; read anew when an operator says so.
final class RefreshableLaws: LawBook {
  private let installed: Locked<InstalledLaws>
  private let packs: String?
  private let further: String?
  private let calendars: String?

  /// - Parameters: the folders of packs, of further cities and of calendars, as `InstalledLaws` takes them.
  /// - Throws: as `InstalledLaws`.
  init(packs: String?, further: String?, calendars: String?) throws {
    self.packs = packs
    self.further = further
    self.calendars = calendars
    installed = Locked(try InstalledLaws(packs: packs, further: further, calendars: calendars))
  }

  func law(_ edition: PackEdition) -> Law? { installed.value.law(edition) }

  func latest(_ edition: PackEdition) -> Law? { installed.value.latest(edition) }

  var editions: [PackEdition] {
    let library = installed.value.library
    return library.editions.map { $0.identity.with(library.defaults.identity) }
  }

  func refresh() throws { installed.value = try InstalledLaws(packs: packs, further: further, calendars: calendars) }
}
