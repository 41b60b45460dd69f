import Foundation

/// The sizes that the wire allows, in bytes.
public enum FrameLimits {
  /// A header, either way.
  public static let header = 4 * 1024
  /// The JSON body of an ordinary message, and one event; the service holds a message to it, the socket cannot know.
  public static let body = 64 * 1024
  /// The body of a bulk command, or a raw chunk of a document: the most a request may carry.
  public static let bulkBody = 96 * 1024
  /// A page of a feed.
  public static let feedPage = 512 * 1024
  /// Frames in a message as the server sees it, the routing id included.
  public static let frames = 5
  /// libzmq closes the connection, without a word, on a larger frame to a server.
  public static let frameToServer = 131_072
  /// The same for a frame to a client.
  public static let frameToClient = 1_179_648

  /// Throws what a server would say, or would not live to say, about a request of this size.
  public static func check(header: Data, body: Data) throws(FrameFault) {
    if header.count > Self.header { throw .oversizedFrame(name: "header", limit: Self.header) }
    if body.count > bulkBody { throw .oversizedFrame(name: "body", limit: bulkBody) }
  }
}
