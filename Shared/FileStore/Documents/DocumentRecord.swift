import Foundation

/// What is known of a document, whether it has arrived whole or is still being uploaded.
public struct DocumentRecord: Sendable, Equatable {
  /// The SHA-256 of the document's own bytes: how commands name it.
  public let sha256: Data
  /// The SHA-256 of the bytes on disk, which name the file; nil while it is being uploaded.
  public let storedHash: Data?
  /// How far it must be protected.
  public let classification: DataClassification
  /// Its own length in bytes.
  public let size: Int64
  /// Its media type, such as `application/pdf`.
  public let mediaType: String
  /// Whether a recorded command names it. Others go after some days.
  public let isNamed: Bool
  /// Seconds since 1970 when the upload began, or when the document was complete.
  public let since: Int64
  /// The data key it is sealed under, wrapped; nil if it is stored in the clear.
  let wrappedKey: Data?

  /// Whether all of it is here.
  public var isComplete: Bool { storedHash != nil }
}

/// Where documents are registered: in the journal's database, or in memory beside an in-memory journal.
public protocol DocumentCatalogue: Sendable {
  /// What is known of a document.
  func find(_ sha256: Data) throws -> DocumentRecord?
  /// Registers a document, or replaces what was known of it.
  func put(_ record: DocumentRecord) throws
  /// Marks a document as named by a recorded command; nothing happens if it is not here.
  func markNamed(_ sha256: Data) throws
  /// Forgets a document and its key.
  func remove(_ sha256: Data) throws
  /// Documents and uploads that no command names, from before `since`.
  func unnamed(before since: Int64) throws -> [DocumentRecord]
  /// Whether a file of this name belongs to a document.
  func isStored(_ storedHash: Data) throws -> Bool
}
