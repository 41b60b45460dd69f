import Foundation

/// Reads a feed page by page, by long poll, and checks the chain; for consumers outside the services and for tools.
///
/// The sequence never ends by itself: an empty page is a sign of life. It throws `FeedFault` when the source shows
/// another past or answers with a code that sending again does not cure, and `RequestFailure` when the source is silent for
/// longer than `patience`.
public struct FeedReader: AsyncSequence, Sendable {
  public typealias Element = FeedBatch

  private let client: RequestClient
  private let source: String
  private let type: String
  private let request: FeedRequest
  private let cursor: FeedCursor?
  private let patience: Duration?

  /// - Parameters:
  ///   - source: the URI registered for the client's key.
  ///   - type: the message type of the header.
  ///   - cursor: where the reader stopped; `nil` reads from the first event of the epoch that the source is in.
  ///   - request: what to ask for; its cursor is filled in.
  ///   - patience: how long one page may take, all attempts together; `nil` for ever.
  public init(
    client: RequestClient, source: String, type: String = "jiugai.feed.read.v1", request: FeedRequest,
    from cursor: FeedCursor?, patience: Duration? = nil
  ) {
    self.client = client
    self.source = source
    self.type = type
    self.request = request
    self.cursor = cursor
    self.patience = patience
  }

  /// Batches from where the reader stands.
  public func makeAsyncIterator() -> Iterator {
    Iterator(reader: self, cursor: cursor)
  }

  /// Waits for batches one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let reader: FeedReader
    fileprivate var cursor: FeedCursor?

    /// The next batch, however long it takes to come.
    public mutating func next() async throws -> FeedBatch? {
      while true {
        let reply = try await reader.ask(from: cursor)
        let header = try reply.replyHeader()
        if header.status == .ok {
          let batch = try batch(header, reply.body)
          cursor = batch.cursor
          return batch
        }
        let retry = header.wireCode?.retry
        guard retry == .sameID else { throw FeedFault.answered(code: header.code ?? header.status.rawValue, retry: retry) }
        try await Task.sleep(for: .milliseconds(Swift.max(header.retryafterms ?? 1_000, 10)))
      }
    }

    private func batch(_ header: ReplyHeader, _ body: Data) throws -> FeedBatch {
      guard let epoch = header.epoch else { throw HeaderError.missing("epoch") }
      if let cursor, cursor.epoch != epoch {
        throw FeedFault.answered(code: WireCode.epochChanged.rawValue, retry: .stop)
      }
      let page = try FeedPage(body: body)
      let start = cursor ?? .start(feed: reader.request.feed, epoch: epoch, origin: header.origin)
      let end = try page.verified(from: start, head: header.head, headhash: header.headhash)
      return FeedBatch(page: page, cursor: end, head: header.head)
    }
  }

  private func ask(from cursor: FeedCursor?) async throws -> ReplyFrames {
    var body = request
    body.epoch = cursor?.epoch
    body.after = cursor?.sequence ?? 0
    body.afterhash = cursor?.hash.hex
    let header = RequestHeader(id: "read-\(UUID().uuidString.lowercased())", source: source, type: type)
    return try await client.request(
      OutboundRequest(
        kind: .feedRead, header: header, body: body.body(), attempt: .milliseconds(request.waitms + 2_000),
        deadline: patience))
  }
}
