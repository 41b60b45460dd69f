import DomainModel
import Foundation

/// Where the five services answer and with which certificates a person or program may knock: the file
/// `connection.json` that a started installation writes.
public struct Connection: Codable, Sendable {
  /// Where a service answers, and the key by which it is known.
  public struct Endpoint: Codable, Hashable, Sendable {
    /// `tcp://127.0.0.1:5710`
    public let endpoint: String
    /// The service's public key, 40 characters.
    public let key: String

    public init(endpoint: String, key: String) {
      self.endpoint = endpoint
      self.key = key
    }
  }

  /// A certificate of the installation and who stands behind it.
  public struct Client: Codable, Hashable, Sendable {
    /// The certificate file with the secret key, relative to the folder of `connection.json`.
    public let certificate: String
    /// The `source` that its messages must carry.
    public let source: String
    public let organisation: String

    public init(certificate: String, source: String, organisation: String) {
      self.certificate = certificate
      self.source = source
      self.organisation = organisation
    }
  }

  /// By service name.
  public var services: [String: Endpoint]
  /// By role name; one client for each.
  public var clients: [String: Client]
  /// The folder that the certificates are relative to; not written.
  public var folder = URL(fileURLWithPath: ".")

  private enum CodingKeys: String, CodingKey { case services, clients }

  public init(services: [String: Endpoint], clients: [String: Client], folder: URL) {
    self.services = services
    self.clients = clients
    self.folder = folder
  }

  /// - Throws: `ClientFault.noConnection` when the file is missing or not of its form.
  public init(file: URL) throws {
    guard let data = try? Data(contentsOf: file), var known = try? JSONDecoder().decode(Connection.self, from: data) else {
      throw ClientFault.noConnection(file.path)
    }
    known.folder = file.deletingLastPathComponent()
    self = known
  }

  /// - Throws: `ClientFault.unknownService` when the file does not name it.
  public func endpoint(of service: ServiceName) throws -> Endpoint {
    guard let known = services[service.rawValue] else { throw ClientFault.unknownService(service) }
    return known
  }

  /// - Throws: `ClientFault` when no client has the role.
  public func client(for role: Role) throws -> Client {
    guard let known = clients[role.rawValue] else { throw ClientFault.noClient(role) }
    return known
  }

  /// Writes `connection.json`.
  public func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try encoder.encode(self).write(to: file, options: .atomic)
  }
}
