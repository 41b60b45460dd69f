import DomainModel
import FileStore

extension JournalReading {
  /// Whether something of a person is held for one of these matters, or for one that nobody wrote down.
  func isHeld(_ person: PersonID, in scopes: Set<String>) throws -> Bool {
    let holdings = try holdings(of: person.rawValue)
    return holdings.isEmpty || holdings.contains { scopes.contains($0.scope) }
  }
}
