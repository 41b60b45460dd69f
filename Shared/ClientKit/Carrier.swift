import DomainModel
import Messaging

/// What carries a client's requests to the services and their answers back. `WireCarrier` does it over ZeroMQ; a
/// simulation may stand in its place, so that the same clients run without sockets.
public protocol Carrier: Sendable {
  /// Carries one request until it is answered.
  ///
  /// - Throws: `RequestFailure` when nobody answers, `ClientFault` when the service or the role is not known.
  func carry(_ request: OutboundRequest, to service: ServiceName, as role: Role) async throws -> ReplyFrames

  /// Carries many with at most so many in flight; the answers come in the order of the requests.
  func carry(
    _ requests: [OutboundRequest], to service: ServiceName, as role: Role, inFlight: Int
  ) async throws -> [Result<ReplyFrames, RequestFailure>]

  /// How the connection stands; nil before anything was sent there as that role.
  func connectionState(to service: ServiceName, as role: Role) -> ConnectionState?

  /// Ends every connection.
  func close()
}
