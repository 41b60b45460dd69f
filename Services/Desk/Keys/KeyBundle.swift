import ClientKit
import DomainModel
import Foundation

/// What one host, or one client, needs of a keyring, and nothing else: the content of its `/etc/jiugai`.
struct KeyBundle {
  let keyring: Keyring
  let folder: URL

  /// - Parameter folder: an empty one, or none yet.
  init(_ keyring: Keyring, folder: URL) throws {
    self.keyring = keyring
    self.folder = folder
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    guard names.isEmpty else {
      throw DeskFault.rejected(
        "bundle-exists", zh: "\(folder.path) 不是空文件夹；请另选。", en: "\(folder.path) is not empty; choose another folder.")
    }
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  /// For a host with some of the services: their keys, the others' public keys, who may connect, and where who answers.
  func write(for services: [ServiceName]) throws -> [String] {
    let connection = try Connection(file: keyring.connectionFile)
    try copy(keyring.principalsFile, to: "principals.yaml", mode: 0o644)
    for service in services {
      let home = "keys/\(service.rawValue)"
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(home), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for secret in ["\(service.rawValue).key_secret", "vault.key"] {
        try copy(keyring.home(of: service).appendingPathComponent(secret), to: "\(home)/\(secret)", mode: 0o600)
      }
      for other in ServiceName.allCases {
        let name = "\(other.rawValue).key"
        try copy(keyring.home(of: service).appendingPathComponent(name), to: "\(home)/\(name)", mode: 0o644)
      }
      try write(settings(of: service, connection), to: "\(service.rawValue).yaml", mode: 0o644)
    }
    return written()
  }

  /// For an office: its certificate, and where the services are.
  func write(forClient name: String) throws -> [String] {
    var connection = try Connection(file: keyring.connectionFile)
    let principals = try PrincipalFile(keyring.principalsFile)
    let key = try keyring.publicKey(of: .client(name))
    guard let entry = principals.entry(of: key) else {
      throw DeskFault.rejected(
        "key-not-registered", zh: "“\(name)”的公钥不在 principals.yaml 里。", en: "The key of \(name) does not stand in principals.yaml.")
    }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("clients"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try copy(
      keyring.clients.appendingPathComponent("\(name).key_secret"), to: "clients/\(name).key_secret", mode: 0o600)
    connection.clients = Dictionary(
      entry.roles.map {
        ($0.rawValue, .init(certificate: "clients/\(name).key_secret", source: entry.source, organisation: entry.organisation))
      }) { first, _ in first }
    try connection.write(to: folder.appendingPathComponent("connection.json"))
    return written()
  }

  /// A short settings file with the places of the packages; everything else as the service has it.
  private func settings(of service: ServiceName, _ connection: Connection) throws -> String {
    var lines = [
      "# jiugai-\(service.rawValue) on this host. All settings with explanations: jiugai-\(service.rawValue) --print-config",
      "listen: '\(try connection.endpoint(of: service).endpoint)'", "feeds:",
    ]
    for other in ServiceName.allCases where other != service {
      lines += ["  \(other.rawValue):", "    endpoint: '\(try connection.endpoint(of: other).endpoint)'"]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func copy(_ source: URL, to name: String, mode: Int) throws {
    try write(try Data(contentsOf: source), to: name, mode: mode)
  }

  private func write(_ text: String, to name: String, mode: Int) throws { try write(Data(text.utf8), to: name, mode: mode) }

  private func write(_ bytes: Data, to name: String, mode: Int) throws {
    let file = folder.appendingPathComponent(name)
    guard FileManager.default.createFile(
      atPath: file.path, contents: bytes, attributes: [.posixPermissions: NSNumber(value: mode)])
    else { throw DeskFault.rejected("not-written", zh: "\(file.path) 写不进去。", en: "\(file.path) cannot be written.") }
  }

  private func written() -> [String] {
    let manager = FileManager.default
    let found = manager.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return found.filter { path in
      var isFolder: ObjCBool = false
      return manager.fileExists(atPath: folder.appendingPathComponent(path).path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
