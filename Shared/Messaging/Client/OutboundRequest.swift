import Foundation

/// A request that a `RequestClient` sends until it is answered.
public struct OutboundRequest: Sendable {
  public var kind: FrameKind
  /// The id in the header; the answer is matched by it, and every attempt carries it.
  public var id: String
  /// Makes the header for one attempt from its fresh `rid`; everything else in it must be the same every time.
  public var header: @Sendable (_ rid: String) -> Data
  public var body: Data
  /// How long an attempt waits for its answer before the request is sent again; `nil` for the client's setting. A feed
  /// read needs its `waitms` and two seconds more.
  public var attempt: Duration?
  /// How long, from when it was handed over, until the client gives up with `RequestFailure.noAnswer`; `nil` for never.
  public var deadline: Duration?

  public init(
    kind: FrameKind, id: String, body: Data, attempt: Duration? = nil, deadline: Duration? = .seconds(30),
    header: @escaping @Sendable (_ rid: String) -> Data
  ) {
    self.kind = kind
    self.id = id
    self.header = header
    self.body = body
    self.attempt = attempt
    self.deadline = deadline
  }

  /// The same from a header value, whose id is used; its `rid` is filled in for each attempt.
  public init(
    kind: FrameKind, header: RequestHeader, body: Data, attempt: Duration? = nil, deadline: Duration? = .seconds(30)
  ) {
    self.init(kind: kind, id: header.id, body: body, attempt: attempt, deadline: deadline) { rid in
      var header = header
      header.rid = rid
      return header.wire()
    }
  }
}
