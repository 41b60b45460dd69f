import Foundation

/// One recorded event as stored. `bytes` are exactly the bytes that were hashed and that feeds serve.
public struct StoredEvent: Sendable, Equatable {
  /// Its number in the journal, from 1 without gaps.
  public let sequence: Int64
  /// What it belongs to: the project, community, plan year or roll whose events are folded together.
  public let stream: String
  /// The event's name on the wire, such as `voting.round-closed`.
  public let type: String
  /// The version of that type.
  public let version: Int
  /// The business date on which it is true, `2024-03-01`.
  public let effectiveOn: String
  /// When it was recorded, RFC 3339.
  public let recordedAt: String
  /// Who may read it: `own`, `services`, or roles.
  public let readers: String
  /// The event itself, as hashed and served.
  public let bytes: Data
  /// The chain hash up to and including this event.
  public let hash: Data

  /// An event as it stands in a store.
  public init(
    sequence: Int64, stream: String, type: String, version: Int, effectiveOn: String, recordedAt: String,
    readers: String, bytes: Data, hash: Data
  ) {
    self.sequence = sequence
    self.stream = stream
    self.type = type
    self.version = version
    self.effectiveOn = effectiveOn
    self.recordedAt = recordedAt
    self.readers = readers
    self.bytes = bytes
    self.hash = hash
  }

  /// The event that `event` becomes once chained.
  init(_ event: NewEvent, hash: Data) {
    self.init(
      sequence: event.sequence, stream: event.stream, type: event.type, version: event.version,
      effectiveOn: event.effectiveOn, recordedAt: event.recordedAt, readers: event.readers, bytes: event.bytes,
      hash: hash)
  }
}
