import DomainModel
import Foundation
import Messaging
import Synchronization

/// Carries requests over ZeroMQ: one connection for each service and role, opened when it is first needed.
final class WireCarrier: Carrier {
  private let connection: Connection
  private let context: MessagingContext
  private let lines = Mutex<[String: RequestClient]>([:])

  init(_ connection: Connection) throws {
    self.connection = connection
    context = try MessagingContext()
  }

  func carry(_ request: OutboundRequest, to service: ServiceName, as role: Role) async throws -> ReplyFrames {
    try await line(to: service, as: role).request(request)
  }

  func carry(
    _ requests: [OutboundRequest], to service: ServiceName, as role: Role, inFlight: Int
  ) async throws -> [Result<ReplyFrames, RequestFailure>] {
    let line = try line(to: service, as: role)
    line.setInFlight(inFlight)
    return await line.send(requests)
  }

  func connectionState(to service: ServiceName, as role: Role) -> ConnectionState? {
    lines.withLock { $0["\(service.rawValue) \(role.rawValue)"]?.connection }
  }

  func close() {
    let open = lines.withLock { lines in
      defer { lines.removeAll() }
      return Array(lines.values)
    }
    for line in open { line.close() }
    _ = context.terminate()
  }

  private func line(to service: ServiceName, as role: Role) throws -> RequestClient {
    let name = "\(service.rawValue) \(role.rawValue)"
    if let known = lines.withLock({ $0[name] }) { return known }
    let endpoint = try connection.endpoint(of: service)
    let certificate = try connection.client(for: role).certificate
    let keys = try CertificateFile.readPair(at: connection.folder.appendingPathComponent(certificate))
    var settings = RequestSettings()
    settings.sendAgainOn = [.busy, .rateLimited, .shuttingDown]
    let made = try RequestClient(
      context: context, endpoint: endpoint.endpoint, serverKey: endpoint.key, keys: keys, settings: settings)
    let kept = lines.withLock { lines -> RequestClient in
      if let other = lines[name] { return other }
      lines[name] = made
      return made
    }
    if kept !== made { made.close() }
    return kept
  }
}
