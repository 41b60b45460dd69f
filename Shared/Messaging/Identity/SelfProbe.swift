import CZeroMQ
import Foundation

/// A service's look at its own door before it serves: libzmq lets strangers in when its ZAP handler is missing, and says
/// nothing.
public enum SelfProbe {
  /// Returns when strangers are kept out, throws `MessagingError.unsafeEndpoint` when that is not certain.
  ///
  /// Two questions with two throw-away keys. First the ZAP handler itself is asked: it must answer, and not with 200.
  /// Then a connection is tried from outside, with a key that the handler of this context answers with a final 400: the
  /// refusal that comes back shows that the socket asks this handler. (An unknown key's 300 would come back as mere
  /// silence.) Call it after the bind and before the first message is taken; it takes milliseconds, or `patience`
  /// when something is wrong.
  ///
  /// - Parameters:
  ///   - endpoint: where the service's own socket can be reached, `ServerSocket.lastEndpoint`.
  ///   - serverKey: the service's own public key (Z85).
  ///   - context: the context of the server socket and its ZAP handler.
  public static func check(
    endpoint: String, serverKey: String, context: MessagingContext, patience: Duration = .seconds(5)
  ) throws {
    try askHandler(context, patience)
    try knock(endpoint, serverKey, context, patience)
  }

  private static func askHandler(_ context: MessagingContext, _ patience: Duration) throws {
    let socket = try SocketHandle(context, type: ZMQ_REQ)
    defer { socket.close() }
    try socket.set(ZMQ_LINGER, Int32(0))
    try socket.connect("inproc://zeromq.zap.01")
    let stranger = [UInt8]((0..<32).map { _ in UInt8.random(in: .min ... .max) })
    let question: [[UInt8]] = [
      Array("1.0".utf8), Array("probe".utf8), [], Array("127.0.0.1".utf8), [], Array("CURVE".utf8), stranger,
    ]
    for (index, frame) in question.enumerated() {
      guard socket.send(frame, more: index < question.count - 1) else {
        throw MessagingError.unsafeEndpoint("there is no ZAP handler, so strangers could get in")
      }
    }
    let poller = Poller()
    _ = poller.add(PolledHandle(socket))
    guard try !poller.wait(milliseconds: Int(patience.milliseconds)).isEmpty else {
      throw MessagingError.unsafeEndpoint("the ZAP handler is missing or does not answer")
    }
    var answer: [[UInt8]] = []
    while try socket.receive() {
      answer.append(Array(socket.frame))
      // A REQ must not be asked for more than its one answer.
      if !socket.hasMore { break }
    }
    guard answer.count == 6, answer[2] == Array("300".utf8) || answer[2] == Array("400".utf8) else {
      throw MessagingError.unsafeEndpoint("the ZAP handler did not refuse a key that nobody knows")
    }
  }

  private static func knock(
    _ endpoint: String, _ serverKey: String, _ context: MessagingContext, _ patience: Duration
  ) throws {
    let stranger = try CurveKeyPair.generate()
    context.addProbeKey(stranger.publicKey)
    defer { context.removeProbeKey(stranger.publicKey) }
    let socket = try ClientSocket(context: context, endpoint: endpoint, serverKey: serverKey, keys: stranger)
    defer { socket.close() }
    let end = Monotonic.now() + patience.nanoseconds
    while Monotonic.now() < end {
      switch try socket.connection() {
      case .keyRevoked: return
      case .connected: throw MessagingError.unsafeEndpoint("a key that nobody knows was let in")
      case .serverKeyMismatch:
        throw MessagingError.unsafeEndpoint("it breaks off handshakes: its key is another, or it finds no ZAP handler")
      case .connecting, .unreachable, .keyNotKnown: usleep(1_000)
      }
    }
    throw MessagingError.unsafeEndpoint("it did not refuse a key that nobody knows within \(patience)")
  }
}
