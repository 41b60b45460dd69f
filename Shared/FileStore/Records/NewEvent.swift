import Foundation

/// An event to be recorded. The single writer numbers it, since the number stands inside `bytes`; the journal checks
/// the number and computes the hash.
public struct NewEvent: Sendable, Equatable {
  /// Its number: the head's plus one for the first of a batch, and so on.
  public var sequence: Int64
  /// What it belongs to.
  public var stream: String
  /// The event's name on the wire, such as `voting.round-closed`.
  public var type: String
  /// The version of that type.
  public var version: Int
  /// The business date on which it is true, `2024-03-01`.
  public var effectiveOn: String
  /// When it was recorded, RFC 3339.
  public var recordedAt: String
  /// Who may read it: `own`, `services`, or roles.
  public var readers: String
  /// The encoded event, kept and served as it is.
  public var bytes: Data

  /// An event ready to be recorded.
  public init(
    sequence: Int64, stream: String, type: String, version: Int, effectiveOn: String, recordedAt: String,
    readers: String, bytes: Data
  ) {
    self.sequence = sequence
    self.stream = stream
    self.type = type
    self.version = version
    self.effectiveOn = effectiveOn
    self.recordedAt = recordedAt
    self.readers = readers
    self.bytes = bytes
  }
}
