/// What other threads ask of a `RequestLoop`.
enum RequestOrder: Sendable {
  case send(Submission)
  case cancel(Int)
  case setInFlight(Int)
  case close
}

/// A batch on its way to the loop.
struct Submission: Sendable {
  /// Names the batch for a cancellation.
  let token: Int
  let requests: [OutboundRequest]
  let finish: @Sendable ([Result<ReplyFrames, RequestFailure>]) -> Void
}
