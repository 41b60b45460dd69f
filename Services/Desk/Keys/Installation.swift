import ArgumentParser
import ClientKit
import DomainModel
import FileStore
import Foundation
import Messaging

/// The keys and files of an installation on one machine: five services that know each other, and one client for each
/// role. What is there already is never touched, least of all a key.
struct Installation {
  let folder: URL
  let ports: [ServiceName: Int]
  /// What the clients' organisations begin with: `yueqing` makes `yueqing-housing`.
  let prefix: String
  /// The divisions that clients may act in; none means all.
  let divisions: [DivisionCode]
  let packs: String?
  /// A folder of further cities' packs.
  var furtherPacks: String? = nil
  let calendars: String?
  /// Where a service answers that stands on another machine than the rest: an address or a name.
  var hosts: [ServiceName: String] = [:]

  var connectionFile: URL { folder.appendingPathComponent("connection.json") }

  /// Writes everything.
  ///
  /// - Returns: the paths written, relative to the folder.
  func write() throws -> [String] {
    let manager = FileManager.default
    guard !manager.fileExists(atPath: connectionFile.path), !manager.fileExists(atPath: place("keys").path) else {
      throw DeskFault.rejected(
        "installation-exists", zh: "\(folder.path) 里已有密钥，不会覆盖；请另选文件夹。",
        en: "\(folder.path) holds keys already, which are never overwritten; choose another folder.")
    }
    for name in ["keys", "clients", "stores"] {
      try manager.createDirectory(
        at: place(name), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    try manager.createDirectory(at: place("config"), withIntermediateDirectories: true)

    let services = try makeServices()
    let clients = try makeClients()
    try Data(principals(services, clients).utf8).write(to: place("principals.yaml"), options: .atomic)
    for service in ServiceName.allCases {
      try manager.createDirectory(
        at: place("stores/\(service.rawValue)"), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data(configuration(of: service).utf8).write(to: place("config/\(service.rawValue).yaml"), options: .atomic)
    }
    // Last, because its presence says that the rest is there.
    try connection(services, clients).write(to: connectionFile)
    return (manager.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  private struct Client {
    let role: Role
    let organisation: String
    let source: String
    let key: String
  }

  private func makeServices() throws -> [ServiceName: String] {
    var keys: [ServiceName: String] = [:]
    for service in ServiceName.allCases {
      let home = place("keys/\(service.rawValue)")
      try FileManager.default.createDirectory(
        at: home, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let pair = try CurveKeyPair.generate()
      _ = try CertificateFile.write(pair, name: service.rawValue, in: home, metadata: ["service": service.rawValue])
      _ = try VaultKey.create(file: home.appendingPathComponent("vault.key"))
      keys[service] = pair.publicKey
    }
    // Each service finds the others' public keys beside its own.
    for service in ServiceName.allCases {
      for other in ServiceName.allCases where other != service {
        try FileManager.default.copyItem(
          at: place("keys/\(other.rawValue)/\(other.rawValue).key"),
          to: place("keys/\(service.rawValue)/\(other.rawValue).key"))
      }
    }
    return keys
  }

  private func makeClients() throws -> [Client] {
    try Role.allCases.filter { $0 != .service }.map { role in
      let organisation = "\(prefix)-\(role.rawValue)"
      _ = try OrganisationID(organisation)
      let pair = try CurveKeyPair.generate()
      _ = try CertificateFile.write(
        pair, name: role.rawValue, in: place("clients"),
        metadata: ["organisation": organisation, "role": role.rawValue])
      return Client(
        role: role, organisation: organisation, source: "urn:jiugai:\(organisation)", key: pair.publicKey)
    }
  }

  private func principals(_ services: [ServiceName: String], _ clients: [Client]) -> String {
    var text = """
      # Who may connect to the services of this installation. Read again whenever it changes; add a key with
      # `jiugai keys new`, and take one out by adding `revoked: yes` to its entry.
      principals:

      """
    for service in ServiceName.allCases {
      guard let key = services[service] else { continue }
      text +=
        PrincipalEntry(
          key: key, organisation: service.rawValue, source: "urn:jiugai:\(service.rawValue)", roles: [.service],
          divisions: []
        ).text
    }
    for client in clients {
      text +=
        PrincipalEntry(
          key: client.key, organisation: client.organisation, source: client.source, roles: [client.role],
          divisions: divisions
        ).text
    }
    return text
  }

  private func configuration(of service: ServiceName) -> String {
    var lines = [
      "# jiugai-\(service.rawValue) --config \(place("config/\(service.rawValue).yaml").path)",
      "# All settings with explanations: jiugai-\(service.rawValue) --print-config",
      "listen: \(quoted(endpoint(service)))",
      "store: \(quoted(place("stores/\(service.rawValue)").path))",
      "keys: \(quoted(place("keys/\(service.rawValue)").path))",
      "principals: \(quoted(place("principals.yaml").path))",
    ]
    if let packs { lines.append("packs: \(quoted(packs))") }
    if let furtherPacks { lines.append("further-packs: \(quoted(furtherPacks))") }
    if let calendars { lines.append("calendars: \(quoted(calendars))") }
    lines.append("feeds:")
    for other in ServiceName.allCases where other != service {
      lines += ["  \(other.rawValue):", "    endpoint: \(quoted(endpoint(other)))"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func connection(_ services: [ServiceName: String], _ clients: [Client]) -> Connection {
    var endpoints: [String: Connection.Endpoint] = [:]
    for (service, key) in services { endpoints[service.rawValue] = .init(endpoint: endpoint(service), key: key) }
    var known: [String: Connection.Client] = [:]
    for client in clients {
      known[client.role.rawValue] = .init(
        certificate: "clients/\(client.role.rawValue).key_secret", source: client.source,
        organisation: client.organisation)
    }
    return Connection(services: endpoints, clients: known, folder: folder)
  }

  func endpoint(_ service: ServiceName) -> String {
    "tcp://\(hosts[service] ?? "127.0.0.1"):\(ports[service] ?? 0)"
  }

  private func place(_ path: String) -> URL { folder.appendingPathComponent(path) }

  /// In single quotes YAML has one special character.
  private func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}

/// One entry of `principals.yaml`.
struct PrincipalEntry {
  let key: String
  let organisation: String
  let source: String
  let roles: [Role]
  let divisions: [DivisionCode]
  /// The communities for which alone it may act; none means all of its divisions.
  var communities: [CommunityID] = []
  var clerk: String? = nil

  /// Keys hold every printable character but the single quote.
  var text: String {
    var lines = [
      "  - key: '\(key)'", "    organisation: \(organisation)", "    source: '\(source)'",
      "    roles: [\(roles.map(\.rawValue).joined(separator: ", "))]",
    ]
    if !divisions.isEmpty {
      lines.append("    divisions: [\(divisions.map { "'\($0)'" }.joined(separator: ", "))]")
    }
    if !communities.isEmpty {
      lines.append("    communities: [\(communities.map(\.rawValue).joined(separator: ", "))]")
    }
    if let clerk { lines.append("    clerk: \(clerk)") }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// A service and where it answers, `voting=10.0.0.12`.
struct ServiceHost: ExpressibleByArgument {
  let service: ServiceName
  let host: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let service = ServiceName(rawValue: parts[0]), ServiceHost.isHost(parts[1]) else { return nil }
    self.service = service
    host = parts[1]
  }

  /// An address or a name: letters, digits, dots and hyphens, or an IPv6 address in brackets.
  private static func isHost(_ text: String) -> Bool {
    (1...253).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 0x20) || [45, 46, 58, 91, 93].contains(byte)
      }
  }
}
