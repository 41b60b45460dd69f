import DomainModel

/// What an upload begins with.
public struct DocumentOpening: Codable, Hashable, Sendable {
  /// SHA-256 of the whole, by which messages name the document.
  public let sha256: DocumentHash
  /// In bytes.
  public let size: Int64
  public let classification: DataClassification
  /// `application/pdf`.
  public let mediaType: Text<100>

  public init(sha256: DocumentHash, size: Int64, classification: DataClassification, mediaType: Text<100>) {
    self.sha256 = sha256
    self.size = size
    self.classification = classification
    self.mediaType = mediaType
  }

  static let example = DocumentOpening(
    sha256: DocumentHash.sample, size: 183_402, classification: .p1, mediaType: "application/pdf")
}
