import CZeroMQ
import Foundation

/// The ROUTER of a service; it lives on the service's loop thread.
///
/// Start a `ZAPHandler` on the same context before making one, and run `SelfProbe.check` before serving.
public final class ServerSocket: Pollable {
  private let handle: SocketHandle
  /// The endpoint as bound, with the port that the system chose if the one asked for ended in `:*`.
  public let lastEndpoint: String

  /// Makes the socket with every option of the wire, and binds it.
  ///
  /// - Parameters:
  ///   - endpoint: `tcp://address:port`.
  ///   - zapDomain: must not be empty, and the same as the ZAP handler's.
  /// - Throws: `MessagingError`, for instance when the address is taken.
  public init(
    context: MessagingContext, endpoint: String, keys: CurveKeyPair, zapDomain: String,
    settings: SocketSettings = SocketSettings()
  ) throws {
    precondition(!zapDomain.isEmpty, "without a ZAP domain libzmq lets everyone in")
    handle = try SocketHandle(context, type: ZMQ_ROUTER)
    do {
      try handle.setServerOptions(settings, keys: keys, zapDomain: zapDomain)
      try handle.bind(endpoint)
      lastEndpoint = try handle.text(ZMQ_LAST_ENDPOINT)
    } catch {
      handle.close()
      throw error
    }
  }

  public var pollHandle: PollHandle {
    PollHandle(socket: handle.pointer, descriptor: 0, events: Int16(ZMQ_POLLIN))
  }

  /// Takes the next message without waiting; `nil` when there is none. Every byte is copied out.
  ///
  /// - Throws: `MessagingError.terminated` when the context was shut down.
  public func receive() throws -> InboundMessage? {
    guard try handle.receive() else { return nil }
    let routingID = Data(handle.frame)
    var clientKey: String?
    var kind: FrameKind?
    var header = Data()
    var body = Data()
    var fault: FrameFault?
    var count = 1
    while handle.hasMore {
      guard try handle.receive() else { break }
      count += 1
      // Not from the first frame: libzmq 4.3.4 does not tell the key there after a poll.
      if clientKey == nil { clientKey = handle.userID }
      let frame = handle.frame
      switch count {
      case 2:
        if !frame.isEmpty { fault = .malformed }
      case 3:
        kind = FrameKind(frame: frame)
        if kind?.isRequest != true { fault = fault ?? .unsupportedProtocol }
      case 4:
        if frame.count > FrameLimits.header {
          fault = fault ?? .oversizedFrame(name: "header", limit: FrameLimits.header)
        } else {
          header = Data(frame)
        }
      case 5:
        if frame.count > FrameLimits.bulkBody {
          fault = fault ?? .oversizedFrame(name: "body", limit: FrameLimits.bulkBody)
        } else {
          body = Data(frame)
        }
      default:
        fault = .tooManyFrames
      }
    }
    if count < FrameLimits.frames { fault = fault ?? .malformed }
    guard fault == nil, let kind, let clientKey, !clientKey.isEmpty else {
      return .fault(
        routingID: routingID, clientKey: clientKey ?? "", fault: fault ?? .malformed,
        header: fault == .tooManyFrames ? Data() : header)
    }
    return .frames(
      InboundFrames(routingID: routingID, clientKey: clientKey, kind: kind, header: header, body: body))
  }

  /// Sends an answer without waiting.
  ///
  /// `false` when it was dropped because the peer has gone or does not read: its retry gets the answer. `true` proves
  /// nothing but that libzmq took it.
  @discardableResult
  public func send(to routingID: Data, kind: FrameKind, header: Data, body: Data) -> Bool {
    // Only the first frame can be refused: with it libzmq has chosen the peer and the place in its queue.
    handle.send(routingID, more: true) && handle.send("", more: true) && handle.send(kind.frame, more: true)
      && handle.send(header, more: true) && handle.send(body, more: false)
  }

  /// Closes the socket; answers under way have a second to leave.
  public func close() { handle.close() }
}
