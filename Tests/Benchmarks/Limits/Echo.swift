import Foundation
import Messaging
import Synchronization

/// What ZeroMQ alone does: the same frames over CURVE to a server that answers at once with as many bytes as a service
/// would. No service behind this wire can be faster.
final class Echo: Sendable {
  private let context: MessagingContext
  private let handler: ZAPHandler
  private let client: CurveKeyPair
  private let server: CurveKeyPair
  private let stopping = Atomic<Bool>(false)
  private let endpoint = Mutex("")
  private let ended = DispatchSemaphore(value: 0)

  init() throws {
    context = try MessagingContext()
    client = try CurveKeyPair.generate()
    server = try CurveKeyPair.generate()
    let keys = KeyTable()
    keys.replace(known: [client.publicKey], revoked: [])
    handler = try ZAPHandler(context: context, keys: keys, domain: "bench")
    try handler.start()
    let started = DispatchSemaphore(value: 0)
    let thread = Thread { [self] in
      do { try serve(started) } catch { started.signal() }
      ended.signal()
    }
    thread.start()
    started.wait()
  }

  private func serve(_ started: DispatchSemaphore) throws {
    let socket = try ServerSocket(context: context, endpoint: "tcp://127.0.0.1:*", keys: server, zapDomain: "bench")
    endpoint.withLock { $0 = socket.lastEndpoint }
    started.signal()
    let header = ReplyHeader(
      inreplyto: String(repeating: "0", count: 36), rid: "000000000000", status: .ok, feed: "voting", epoch: "be9c0001",
      firstseq: 1_000_000, lastseq: 1_000_000
    ).wire()
    let body = Data(#"{"ballotNo":"f-100000","outcome":"counted"}"#.utf8)
    let poller = Poller()
    _ = poller.add(socket)
    while !stopping.load(ordering: .acquiring) {
      _ = try poller.wait(milliseconds: 50)
      while let message = try socket.receive() {
        guard case .frames(let frames) = message else { continue }
        socket.send(to: frames.routingID, kind: .reply, header: header, body: body)
      }
    }
    socket.close()
  }

  func pipeline(connections: Int, inFlight: Int) throws -> Pipeline {
    try Pipeline(
      context: context, endpoint: endpoint.withLock { $0 }, serverKey: server.publicKey, keys: client,
      connections: connections, inFlight: inFlight)
  }

  /// Ends the server. Close the pipelines first.
  func close() {
    stopping.store(true, ordering: .releasing)
    ended.wait()
    handler.stop()
    context.terminate()
  }
}
