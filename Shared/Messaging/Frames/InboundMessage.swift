import Foundation

/// What a server socket received: a request, or something to be answered with an error.
public enum InboundMessage: Sendable {
  case frames(InboundFrames)
  /// `header` holds the header frame when there was one of a lawful size, so that the answer can name the id it is
  /// for; it is empty otherwise. `clientKey` is empty only if libzmq did not tell it.
  case fault(routingID: Data, clientKey: String, fault: FrameFault, header: Data)
}
