import Foundation
import Messaging
import Synchronization

/// A service of a few lines on a thread of its own: a ROUTER with its ZAP handler, and a closure that answers.
final class TestServer: Sendable {
  /// What to do with one message; it runs on the server's thread.
  typealias Answer = @Sendable (InboundMessage, ServerSocket) -> Void

  let context: MessagingContext
  let keys: CurveKeyPair
  let table: KeyTable
  let endpoint: String
  private let handler: ZAPHandler
  private let wakeUp: WakeUp
  private let finished = DispatchSemaphore(value: 0)

  init(
    _ context: MessagingContext? = nil, keys: CurveKeyPair? = nil, known: Set<String> = [],
    endpoint: String = "tcp://127.0.0.1:*", settings: SocketSettings = SocketSettings(), answer: @escaping Answer
  ) throws {
    let context = try context ?? MessagingContext()
    let keys = try keys ?? CurveKeyPair.generate()
    self.context = context
    self.keys = keys
    table = KeyTable()
    table.replace(known: known, revoked: [])
    handler = try ZAPHandler(context: context, keys: table, domain: "test")
    try handler.start()
    wakeUp = try WakeUp()
    let bound = DispatchSemaphore(value: 0)
    let box = Box()
    let (wakeUp, finished) = (wakeUp, finished)
    let stop = StopFlag()
    flag = stop
    Thread.detachNewThread {
      defer { finished.signal() }
      do {
        let socket = try ServerSocket(
          context: context, endpoint: endpoint, keys: keys, zapDomain: "test", settings: settings)
        box.set(.success(socket.lastEndpoint))
        bound.signal()
        let poller = Poller()
        _ = poller.add(wakeUp)
        _ = poller.add(socket)
        while !stop.isSet {
          _ = try poller.wait(milliseconds: -1)
          while !stop.isSet, let message = try socket.receive() { answer(message, socket) }
        }
        socket.close()
      } catch {
        box.set(.failure(error))
        bound.signal()
      }
    }
    bound.wait()
    self.endpoint = try box.get()
  }

  private let flag: StopFlag

  /// Ends the thread, closes the socket and the ZAP handler.
  func stop() {
    flag.set()
    wakeUp.signal()
    finished.wait()
    handler.stop()
  }

  /// A client of this server.
  func client(
    _ keys: CurveKeyPair, in context: MessagingContext? = nil, settings: RequestSettings = RequestSettings()
  ) throws -> RequestClient {
    try RequestClient(
      context: context ?? self.context, endpoint: endpoint, serverKey: self.keys.publicKey, keys: keys, settings: settings)
  }

  /// Answers every request with its own body, naming the client's key in `feed`.
  static let echo: Answer = { message, socket in
    switch message {
    case .frames(let frames):
      let request = try? RequestHeader(wire: frames.header)
      let header = ReplyHeader(inreplyto: request?.id, rid: request?.rid, status: .ok, feed: frames.clientKey)
      socket.send(to: frames.routingID, kind: .reply, header: header.wire(), body: frames.body)
    case .fault(let routingID, let key, let fault, let header):
      let request = try? RequestHeader(wire: header)
      let header = ReplyHeader(inreplyto: request?.id, status: .error, code: fault.code, feed: key)
      socket.send(to: routingID, kind: .error, header: header.wire(), body: Data())
    }
  }
}

private final class StopFlag: Sendable {
  private let state = Atomic<Bool>(false)
  var isSet: Bool { state.load(ordering: .acquiring) }
  func set() { state.store(true, ordering: .releasing) }
}

private final class Box: Sendable {
  private let state = Mutex<Result<String, any Error>?>(nil)
  func set(_ result: Result<String, any Error>) { state.withLock { $0 = $0 ?? result } }
  func get() throws -> String {
    guard let result = state.withLock({ $0 }) else { throw MessagingError.terminated }
    return try result.get()
  }
}
