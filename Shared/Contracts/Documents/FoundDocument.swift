import DomainModel

/// What a service says of a document that it may show.
public struct FoundDocument: Codable, Hashable, Sendable {
  /// In bytes.
  public let size: Int64
  public let classification: DataClassification
  public let mediaType: Text<100>
  /// The event by which it may be read.
  public let event: Int64

  public init(size: Int64, classification: DataClassification, mediaType: Text<100>, event: Int64) {
    self.size = size
    self.classification = classification
    self.mediaType = mediaType
    self.event = event
  }
}
