import Foundation
import Synchronization

/// A client of one server: it sends each request again, with the same id, until an answer proves how it ended.
///
/// It has a thread of its own that owns the socket, so it can be used from anywhere, and a request costs no task. Answers
/// are matched by `inreplyto`. After three rounds of silence it opens its socket anew.
public final class RequestClient: Sendable {
  private let orders: Mailbox<RequestOrder>
  private let thread: SocketThread
  private let tokens = Atomic<Int>(0)
  private let observed: ObservedConnection

  /// Starts the thread and begins to connect; the server need not be there yet.
  ///
  /// - Throws: `MessagingError` when a key or the endpoint is none.
  public init(
    context: MessagingContext, endpoint: String, serverKey: String, keys: CurveKeyPair,
    settings: RequestSettings = RequestSettings()
  ) throws {
    let wakeUp = try WakeUp()
    let orders = Mailbox<RequestOrder>(capacity: settings.waiting, wakeUp: wakeUp)
    let observed = ObservedConnection()
    let opened = DispatchSemaphore(value: 0)
    let failure = StartFailure()
    thread = SocketThread(name: "requests") {
      do {
        let socket = try ClientSocket(
          context: context, endpoint: endpoint, serverKey: serverKey, keys: keys, settings: settings.socket)
        let loop = RequestLoop(socket: socket, orders: orders, wakeUp: wakeUp, settings: settings, observed: observed)
        opened.signal()
        loop.run()
      } catch {
        failure.note(error)
        opened.signal()
      }
    }
    opened.wait()
    self.orders = orders
    self.observed = observed
    if let error = failure.error { throw error }
  }

  /// Sends one request until it is answered.
  ///
  /// - Throws: `RequestFailure`. Cancelling the task ends the attempts.
  public func request(_ request: OutboundRequest) async throws -> ReplyFrames {
    try await send([request])[0].get()
  }

  /// Sends one request until it is answered; `header` makes the header for an attempt from its `rid`.
  public func request(
    kind: FrameKind, id: String, body: Data, attempt: Duration? = nil, deadline: Duration? = .seconds(30),
    header: @escaping @Sendable (_ rid: String) -> Data
  ) async throws -> ReplyFrames {
    try await request(
      OutboundRequest(kind: kind, id: id, body: body, attempt: attempt, deadline: deadline, header: header))
  }

  /// Sends a batch, as many at once as may be in flight, and returns the answers in its order.
  ///
  /// - Throws: the first `RequestFailure` in its order; use `send` to know all outcomes.
  public func requestAll(_ batch: [OutboundRequest]) async throws -> [ReplyFrames] {
    try await send(batch).map { try $0.get() }
  }

  /// Sends a batch and returns every outcome in its order. One task waits for the whole batch.
  public func send(_ batch: [OutboundRequest]) async -> [Result<ReplyFrames, RequestFailure>] {
    if batch.isEmpty { return [] }
    let token = tokens.add(1, ordering: .relaxed).newValue
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        submit(batch, token: token) { continuation.resume(returning: $0) }
        // A cancellation that came before the batch was handed over found nothing to cancel.
        if Task.isCancelled { _ = orders.put(.cancel(token)) }
      }
    } onCancel: {
      _ = orders.put(.cancel(token))
    }
  }

  /// Sends a batch and calls `finish` once, on the client's thread, with every outcome in its order; for callers that
  /// keep a pipeline full without tasks. `finish` must not wait for anything.
  public func submit(
    _ batch: [OutboundRequest], finish: @escaping @Sendable ([Result<ReplyFrames, RequestFailure>]) -> Void
  ) {
    submit(batch, token: tokens.add(1, ordering: .relaxed).newValue, finish: finish)
  }

  private func submit(
    _ batch: [OutboundRequest], token: Int, finish: @escaping @Sendable ([Result<ReplyFrames, RequestFailure>]) -> Void
  ) {
    guard !batch.isEmpty else { return finish([]) }
    let order = RequestOrder.send(Submission(token: token, requests: batch, finish: finish))
    if !orders.put(order) {
      finish(Array(repeating: .failure(orders.isClosed ? .closed : .overloaded), count: batch.count))
    }
  }

  /// Changes how many requests may be unanswered at once.
  public func setInFlight(_ limit: Int) {
    precondition(limit > 0, "at least one request must be allowed")
    _ = orders.put(.setInFlight(limit))
  }

  /// How the connection stood when the client's thread last looked, a fraction of a second ago at most.
  public var connection: ConnectionState { observed.state }

  /// Ends the thread and closes the socket; requests under way fail with `.closed`. Close before the context terminates.
  public func close() {
    _ = orders.put(.close)
    thread.join()
  }
}

/// Carries the error of a start from the new thread to the one that waits for it.
private final class StartFailure: Sendable {
  private let state = Mutex<(any Error)?>(nil)
  var error: (any Error)? { state.withLock { $0 } }
  func note(_ error: any Error) { state.withLock { $0 = error } }
}
