import CZeroMQ
import Foundation
import Synchronization

/// Answers libzmq's question "who is this?" (ZAP 1.0, RFC 27) from a `KeyTable`, on a thread of its own.
///
/// libzmq asks at `inproc://zeromq.zap.01` of its context. Start the handler before the first bind: a socket bound
/// earlier could let someone in unasked.
public final class ZAPHandler: Sendable {
  private enum Phase {
    case idle
    case running(SocketThread)
    case stopped
  }

  private let context: MessagingContext
  private let keys: KeyTable
  private let domain: String
  private let refused: @Sendable (String, KeyVerdict) -> Void
  private let wakeUp: WakeUp
  private let stopping = Atomic<Bool>(false)
  private let phase = Mutex(Phase.idle)

  /// - Parameters:
  ///   - domain: the ZAP domain of the sockets that may ask; others are told 400.
  ///   - refused: is told of every key that is not let in, on the handler's thread: it must not wait for anything.
  public init(
    context: MessagingContext, keys: KeyTable, domain: String,
    refused: @escaping @Sendable (String, KeyVerdict) -> Void = { _, _ in }
  ) throws {
    self.context = context
    self.keys = keys
    self.domain = domain
    self.refused = refused
    wakeUp = try WakeUp()
  }

  /// Starts the thread and returns once the handler is bound.
  ///
  /// - Throws: when the context already has a handler, or this one was stopped.
  public func start() throws {
    try phase.withLock { phase in
      guard case .idle = phase else {
        throw MessagingError.failed(call: "ZAPHandler.start", code: EALREADY, reason: "it was started before")
      }
      let bound = DispatchSemaphore(value: 0)
      let outcome = Outcome()
      let thread = SocketThread(name: "zap") { [self] in
        do {
          let socket = try bind()
          outcome.set(nil)
          bound.signal()
          serve(socket)
          socket.close()
        } catch {
          outcome.set(error as? MessagingError ?? .terminated)
          bound.signal()
        }
      }
      bound.wait()
      if let error = outcome.error { throw error }
      phase = .running(thread)
    }
  }

  /// Ends the thread and waits for it. Nobody can connect afterwards.
  public func stop() {
    stopping.store(true, ordering: .releasing)
    wakeUp.signal()
    let thread: SocketThread? = phase.withLock { phase in
      defer { phase = .stopped }
      if case .running(let thread) = phase { return thread }
      return nil
    }
    thread?.join()
  }

  private func bind() throws -> SocketHandle {
    let socket = try SocketHandle(context, type: ZMQ_REP)
    do {
      try socket.set(ZMQ_LINGER, Int32(0))
      try socket.bind("inproc://zeromq.zap.01")
      return socket
    } catch {
      socket.close()
      throw error
    }
  }

  private func serve(_ socket: SocketHandle) {
    let poller = Poller()
    _ = poller.add(wakeUp)
    _ = poller.add(PolledHandle(socket))
    while !stopping.load(ordering: .acquiring) {
      do {
        _ = try poller.wait(milliseconds: -1)
        while try socket.receive() { try answer(on: socket) }
      } catch {
        // The context was shut down; there is nobody left to ask.
        return
      }
    }
  }

  private func answer(on socket: SocketHandle) throws {
    var frames = [Array(socket.frame)]
    while socket.hasMore, try socket.receive() {
      if frames.count < 8 { frames.append(Array(socket.frame)) }
    }
    let request = ZAPRequest(frames)
    let key = request?.clientKey ?? ""
    let verdict = verdict(on: request, key: key)
    _ = socket.send("1.0", more: true)
    _ = socket.send(request?.id ?? [], more: true)
    _ = socket.send(Array(verdict.status.utf8), more: true)
    _ = socket.send("", more: true)
    _ = socket.send(Array(verdict == .known ? key.utf8 : "".utf8), more: true)
    _ = socket.send("", more: false)
  }

  private func verdict(on request: ZAPRequest?, key: String) -> KeyVerdict {
    guard let request, request.domain == domain, !key.isEmpty else { return .revoked }
    if context.isProbeKey(key) { return .revoked }
    let verdict = keys.verdict(for: key)
    if verdict != .known { refused(key, verdict) }
    return verdict
  }
}

/// Carries the outcome of a start from the new thread to the one that waits for it.
private final class Outcome: Sendable {
  private let state = Mutex<MessagingError?>(nil)
  var error: MessagingError? { state.withLock { $0 } }
  func set(_ error: MessagingError?) { state.withLock { $0 = error } }
}
