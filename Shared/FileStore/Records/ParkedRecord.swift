import Foundation

/// Names an event of another feed.
public struct ForeignEvent: Hashable, Sendable {
  /// The feed it came from.
  public let feed: String
  /// The epoch of that feed.
  public let epoch: String
  /// Its number there.
  public let sequence: Int64

  /// The event `sequence` of `feed`.
  public init(feed: String, epoch: String, sequence: Int64) {
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
  }
}

/// A foreign event that waits because it, or an earlier one of its project, could not be recorded.
public struct ParkedRecord: Sendable, Equatable {
  /// Which event.
  public let event: ForeignEvent
  /// The project it is about.
  public let subject: String
  /// The stable code of why it waits.
  public let reason: String
  /// One sentence for the operator, without personal data.
  public let detail: String
  /// When it was parked, RFC 3339.
  public let parkedAt: String
  /// The event as received.
  public let bytes: Data

  /// A parked event.
  public init(event: ForeignEvent, subject: String, reason: String, detail: String, parkedAt: String, bytes: Data) {
    self.event = event
    self.subject = subject
    self.reason = reason
    self.detail = detail
    self.parkedAt = parkedAt
    self.bytes = bytes
  }
}

/// What becomes of a parked event in a batch.
public enum ParkedChange: Sendable, Equatable {
  /// It is parked; parked already, it is a duplicate.
  case park(ParkedRecord)
  /// It was recorded or skipped and waits no more.
  case release(ForeignEvent)
}
