import Foundation

/// A server's answer as it came off the socket.
public struct ReplyFrames: Sendable {
  /// `.reply` or `.error`.
  public let kind: FrameKind
  /// JSON; see `ReplyHeader`.
  public let header: Data
  /// The typed reply, a problem document, or a feed page.
  public let body: Data

  public init(kind: FrameKind, header: Data, body: Data) {
    self.kind = kind
    self.header = header
    self.body = body
  }

  /// The header, read strictly.
  public func replyHeader() throws -> ReplyHeader { try ReplyHeader(wire: header) }
}
