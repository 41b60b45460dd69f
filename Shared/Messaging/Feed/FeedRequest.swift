import Foundation

/// The body of a feed read (`FrameKind.feedRead`).
public struct FeedRequest: Codable, Sendable, Equatable {
  /// The most events a page may be asked to hold.
  public static let mostEvents = 500
  /// The longest a read may be asked to wait, in milliseconds.
  public static let longestWait = 20_000

  /// The feed's name: the service whose journal it shows.
  public var feed: String
  /// The reader's own name within its key: one read waits per key, feed and consumer, and a newer one replaces it.
  public var consumer: String
  /// The epoch of the cursor; absent only when the reader has none yet and reads from the beginning.
  public var epoch: String?
  /// The sequence of the cursor: the page begins after it.
  public var after: Int
  /// The hash of the cursor, hexadecimal; absent together with `epoch`.
  public var afterhash: String?
  /// At most so many events, 1 to 500.
  public var maxevents: Int
  /// At most so many bytes, up to 524,288; one event is always sent if there is one.
  public var maxbytes: Int
  /// How long to wait for a first event, in milliseconds, up to 20,000. An empty page after it is a sign of life.
  public var waitms: Int
  /// Only events of these types; all others come as skips.
  public var types: [String]?
  /// Only events about this subject; all others come as skips.
  public var subject: String?

  public init(
    feed: String, consumer: String, cursor: FeedCursor?, maxevents: Int = FeedRequest.mostEvents,
    maxbytes: Int = FrameLimits.feedPage, waitms: Int = FeedRequest.longestWait, types: [String]? = nil,
    subject: String? = nil
  ) {
    self.feed = feed
    self.consumer = consumer
    epoch = cursor?.epoch
    after = cursor?.sequence ?? 0
    afterhash = cursor?.hash.hex
    self.maxevents = maxevents
    self.maxbytes = maxbytes
    self.waitms = waitms
    self.types = types
    self.subject = subject
  }

  /// The members that a feed read may have, for the strict check.
  public static let keys = KeyTree.object([
    "feed": .any, "consumer": .any, "epoch": .any, "after": .any, "afterhash": .any, "maxevents": .any, "maxbytes": .any,
    "waitms": .any, "types": .any, "subject": .any,
  ])

  /// Reads the body of a feed read strictly, and holds its numbers to their bounds.
  ///
  /// - Throws: `StrictJSONError`, `DecodingError`, or `FeedFault.badRequest` for a number out of bounds.
  public init(body: Data) throws {
    try StrictJSON.check(body, keys: Self.keys)
    self = try JSONDecoder().decode(FeedRequest.self, from: body)
    guard after >= 0 else { throw FeedFault.badRequest("after") }
    guard (1...Self.mostEvents).contains(maxevents) else { throw FeedFault.badRequest("maxevents") }
    guard (1...FrameLimits.feedPage).contains(maxbytes) else { throw FeedFault.badRequest("maxbytes") }
    guard (0...Self.longestWait).contains(waitms) else { throw FeedFault.badRequest("waitms") }
    guard (epoch == nil) == (afterhash == nil), epoch != nil || after == 0 else { throw FeedFault.badRequest("epoch") }
  }

  /// The body of a feed read; the same request always gives the same bytes.
  public func body() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }
}
