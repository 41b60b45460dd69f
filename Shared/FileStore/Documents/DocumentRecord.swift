import DomainModel
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

extension DocumentRecord {
  /// The same document, named or dated otherwise.
  init(_ old: DocumentRecord, isNamed: Bool, since: Int64) {
    self.init(
      sha256: old.sha256, storedHash: old.storedHash, classification: old.classification, size: old.size,
      mediaType: old.mediaType, isNamed: isNamed, since: since, wrappedKey: old.wrappedKey)
  }

  /// The same document, complete.
  init(_ old: DocumentRecord, storedHash: Data, since: Int64) {
    self.init(
      sha256: old.sha256, storedHash: storedHash, classification: old.classification, size: old.size,
      mediaType: old.mediaType, isNamed: old.isNamed, since: since, wrappedKey: old.wrappedKey)
  }
}
