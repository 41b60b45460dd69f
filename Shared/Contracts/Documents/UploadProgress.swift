import DomainModel

/// How much of an upload is there.
public struct UploadProgress: Codable, Hashable, Sendable {
  /// Where the next chunk begins, in bytes.
  public let offset: Int64
  /// Whether the hash was checked; only then may a message name the document.
  public let isComplete: Bool

  public init(offset: Int64, isComplete: Bool) {
    self.offset = offset
    self.isComplete = isComplete
  }
}
