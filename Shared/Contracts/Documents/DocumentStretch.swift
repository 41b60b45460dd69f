import DomainModel

/// Asks for a stretch of a document; the answer is its bytes as they are.
public struct DocumentStretch: Codable, Hashable, Sendable {
  /// By which event it may be read.
  public let event: Int64
  /// In bytes from the beginning.
  public let offset: Int64
  /// 1 to `DocumentMessage.longestChunk` bytes; fewer come at the end.
  public let length: Int64

  public init(event: Int64, offset: Int64, length: Int64) {
    self.event = event
    self.offset = offset
    self.length = length
  }

  static let example = DocumentStretch(event: 17, offset: 0, length: Int64(DocumentMessage.longestChunk))
}
