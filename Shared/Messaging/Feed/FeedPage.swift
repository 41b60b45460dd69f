import Foundation

/// A page of a feed: its lines, and the check that they go on from where a reader stands. Pure; services use it too.
public struct FeedPage: Sendable {
  public let lines: [FeedLine]

  /// Takes the body of a reply to a feed read apart. Lines end with a line feed, which the last may lack; an empty body
  /// is a page without lines.
  ///
  /// - Throws: `StrictJSONError` or `FeedFault.badLine`.
  public init(body: Data) throws {
    var lines: [FeedLine] = []
    for (index, line) in body.split(separator: 0x0A).enumerated() {
      // Its own storage: a slice would keep the whole page alive and count from elsewhere.
      guard let line = try FeedLine(Data(line)) else { throw FeedFault.badLine(index + 1) }
      lines.append(line)
    }
    self.lines = lines
  }

  /// The events, without the skips.
  public var events: [(sequence: Int, bytes: Data)] {
    lines.compactMap { line in
      if case .event(let sequence, let bytes) = line { return (sequence, bytes) }
      return nil
    }
  }

  /// Follows the chain over the page and returns where it leads.
  ///
  /// A skip is taken at its word; what comes after is checked from there. That a source did not make a past up shows
  /// when the result meets `headhash`, another reader's cursor, or the next page.
  /// - Throws: `FeedFault.gap`.
  public func verified(from cursor: FeedCursor) throws(FeedFault) -> FeedCursor {
    var cursor = cursor
    for line in lines {
      switch line {
      case .event(let sequence, let bytes):
        guard sequence == cursor.sequence + 1 else { throw .gap(expected: cursor.sequence + 1, found: sequence) }
        cursor.hash = cursor.hash.next(sequence: sequence, event: bytes)
        cursor.sequence = sequence
      case .skip(let first, let last, let hash):
        guard first == cursor.sequence + 1 else { throw .gap(expected: cursor.sequence + 1, found: first) }
        cursor.hash = hash
        cursor.sequence = last
      }
    }
    return cursor
  }

  /// The same, and holds the result against what the reply's header says of the head.
  ///
  /// - Throws: `FeedFault.gap`, or `.brokenChain` when the page reaches the head and the hashes differ.
  public func verified(from cursor: FeedCursor, head: Int?, headhash: String?) throws(FeedFault) -> FeedCursor {
    let end = try verified(from: cursor)
    if let head, let headhash, end.sequence == head, end.hash.hex != headhash {
      throw .brokenChain(sequence: head)
    }
    return end
  }
}
