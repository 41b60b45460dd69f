import Foundation

/// A request as it came off the socket: well-formed in its frames, its JSON not yet looked at.
public struct InboundFrames: Sendable {
  /// Where the answer goes. It is no identity: the client chooses it.
  public let routingID: Data
  /// Who sent it: the client's public key in Z85, as the handshake proved it. Never empty.
  public let clientKey: String
  /// One of the request kinds.
  public let kind: FrameKind
  /// JSON, at most `FrameLimits.header` bytes.
  public let header: Data
  /// JSON or raw bytes, at most `FrameLimits.bulkBody` bytes.
  public let body: Data

  public init(routingID: Data, clientKey: String, kind: FrameKind, header: Data, body: Data) {
    self.routingID = routingID
    self.clientKey = clientKey
    self.kind = kind
    self.header = header
    self.body = body
  }
}
