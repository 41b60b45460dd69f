import Foundation

/// Where documents are registered: in the journal's database, or in memory beside an in-memory journal.
public protocol DocumentCatalogue: Sendable {
  /// What is known of a document.
  func find(_ sha256: Data) throws -> DocumentRecord?
  /// Registers a document, or replaces what was known of it.
  func put(_ record: DocumentRecord) throws
  /// Marks a document as named by a recorded command; nothing happens if it is not here.
  func markNamed(_ sha256: Data) throws
  /// Gives a document that no command names a new date, so that it is not swept.
  func touch(_ sha256: Data, since: Int64) throws
  /// Forgets a document and its key, if wanted only while no command names it. Says whether it did.
  func remove(_ sha256: Data, onlyUnnamed: Bool) throws -> Bool
  /// Documents and uploads that no command names, from before `since`.
  func unnamed(before since: Int64) throws -> [DocumentRecord]
  /// Whether a file of this name belongs to a document.
  func isStored(_ storedHash: Data) throws -> Bool
}
