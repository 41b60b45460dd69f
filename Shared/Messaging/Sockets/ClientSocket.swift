import CZeroMQ
import Foundation

/// A DEALER to one server; it lives on the thread that made it.
///
/// It sends and receives single messages. Retries, timeouts and correlation are its owner's: see `RequestClient`.
public final class ClientSocket: Pollable {
  private let context: MessagingContext
  private let endpoint: String
  private var serverKey: String
  private let keys: CurveKeyPair
  private let settings: SocketSettings
  private var handle: SocketHandle
  private var monitor: SocketMonitor
  private var watch: ConnectionWatch
  /// Makes a `Poller` report the socket also when it would take a message; for an owner that has something unsent.
  public var waitsToSend = false
  /// Messages from the server that were thrown away because their frames were not those of an answer.
  public private(set) var malformedReplies = 0

  /// Makes the socket and begins to connect; the server need not be there yet.
  ///
  /// - Parameter serverKey: the server's public key in Z85.
  public init(
    context: MessagingContext, endpoint: String, serverKey: String, keys: CurveKeyPair,
    settings: SocketSettings = SocketSettings()
  ) throws {
    guard CurveKeyPair.isKey(serverKey) else { throw MessagingError.badKey }
    self.context = context
    self.endpoint = endpoint
    self.serverKey = serverKey
    self.keys = keys
    self.settings = settings
    (handle, monitor) = try Self.open(context, endpoint, serverKey, keys, settings)
    watch = ConnectionWatch(handshake: settings.handshake)
  }

  private static func open(
    _ context: MessagingContext, _ endpoint: String, _ serverKey: String, _ keys: CurveKeyPair, _ settings: SocketSettings
  ) throws -> (SocketHandle, SocketMonitor) {
    let handle = try SocketHandle(context, type: ZMQ_DEALER)
    do {
      try handle.setClientOptions(settings, serverKey: serverKey, keys: keys)
      let monitor = try SocketMonitor(of: handle, in: context)
      do {
        try handle.connect(endpoint)
      } catch {
        monitor.close(of: handle)
        throw error
      }
      return (handle, monitor)
    } catch {
      handle.close()
      throw error
    }
  }

  public var pollHandle: PollHandle {
    PollHandle(
      socket: handle.pointer, descriptor: 0, events: Int16(waitsToSend ? ZMQ_POLLIN | ZMQ_POLLOUT : ZMQ_POLLIN))
  }

  /// The socket's monitor: what happens to the connection must be read when it happens, since only its timing tells
  /// some of it apart.
  public var watchHandle: PollHandle? { monitor.pollHandle }

  /// Sends a request without waiting.
  ///
  /// `false` when it was surely not sent: there is no connection, or the server does not read. `true` proves nothing; a
  /// reply does.
  /// - Throws: `FrameFault.oversizedFrame`: the server would close the connection without saying why.
  public func send(kind: FrameKind, header: Data, body: Data) throws(FrameFault) -> Bool {
    try FrameLimits.check(header: header, body: body)
    return handle.send("", more: true) && handle.send(kind.frame, more: true) && handle.send(header, more: true)
      && handle.send(body, more: false)
  }

  /// Takes the next answer without waiting; `nil` when there is none.
  ///
  /// After a `Poller` has reported the socket, call it until it returns `nil`: that also reads what the monitor has.
  /// - Throws: `MessagingError.terminated` when the context was shut down.
  public func receive() throws -> ReplyFrames? {
    while try handle.receive() {
      if let reply = try readReply() { return reply }
      malformedReplies += 1
      try handle.skipRest()
    }
    try readMonitor()
    return nil
  }

  private func readReply() throws -> ReplyFrames? {
    guard handle.frame.isEmpty, handle.hasMore, try handle.receive() else { return nil }
    guard let kind = FrameKind(frame: handle.frame), !kind.isRequest, handle.hasMore, try handle.receive() else {
      return nil
    }
    let header = Data(handle.frame)
    guard handle.hasMore, try handle.receive() else { return nil }
    let body = Data(handle.frame)
    return handle.hasMore ? nil : ReplyFrames(kind: kind, header: header, body: body)
  }

  /// How the connection stands, as far as the client can tell.
  public func connection() throws -> ConnectionState {
    try readMonitor()
    return watch.state
  }

  private func readMonitor() throws {
    while let event = try monitor.next() { watch.note(event, at: Monotonic.now()) }
  }

  /// How often a lost connection has come back, as far as `connection()` or `receive()` has seen. The answers to what was
  /// sent before will not come, since a new connection is a new peer to the server: when the number has changed, send
  /// again. (Not when the connection ends: what is sent then may still go into the old queue and be lost with it.)
  public var reconnections: Int { watch.reconnections }

  /// Closes the socket and opens another in its place.
  ///
  /// For an owner that has met silence three times: after a handshake was refused for good libzmq never tries again, even
  /// if the key has become known since. What was sent but not answered must be sent again.
  public func reopen() throws {
    close()
    (handle, monitor) = try Self.open(context, endpoint, serverKey, keys, settings)
    watch.reopened()
  }

  /// The same with the server's new public key, after the server was given one.
  public func reopen(serverKey key: String) throws {
    guard CurveKeyPair.isKey(key) else { throw MessagingError.badKey }
    serverKey = key
    try reopen()
  }

  /// Closes the socket; what it has not yet sent is thrown away.
  public func close() {
    monitor.close(of: handle)
    handle.close()
  }
}
