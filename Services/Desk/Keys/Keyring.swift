import ClientKit
import DomainModel
import FileStore
import Foundation
import Messaging

/// The folder in which `jiugai keys installation` made all keys, kept by one person on one machine: what each host and each
/// client needs is taken from it.
struct Keyring {
  let folder: URL

  init(_ folder: URL) throws {
    self.folder = folder
    guard FileManager.default.fileExists(atPath: principalsFile.path), FileManager.default.fileExists(atPath: connectionFile.path)
    else {
      throw DeskFault.rejected(
        "no-keyring", zh: "\(folder.path) 不是 jiugai keys installation 写出的文件夹。",
        en: "\(folder.path) is no folder that jiugai keys installation made.")
    }
  }

  var principalsFile: URL { folder.appendingPathComponent("principals.yaml") }
  var connectionFile: URL { folder.appendingPathComponent("connection.json") }

  func home(of service: ServiceName) -> URL { folder.appendingPathComponent("keys/\(service.rawValue)") }
  var clients: URL { folder.appendingPathComponent("clients") }

  /// The names of the clients that have a certificate here.
  func clientNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: clients.path)) ?? []
    return names.filter { $0.hasSuffix(".key_secret") }.map { String($0.dropLast(11)) }.sorted()
  }

  /// Whose key pair a name means.
  enum Holder {
    case service(ServiceName)
    case client(String)

    var name: String {
      switch self {
      case .service(let service): service.rawValue
      case .client(let name): name
      }
    }
  }

  /// - Throws: when neither a service nor a client has the name.
  func holder(_ name: String) throws -> Holder {
    if let service = ServiceName(rawValue: name) { return .service(service) }
    guard clientNames().contains(name) else {
      let known = (ServiceName.allCases.map(\.rawValue) + clientNames()).joined(separator: ", ")
      throw DeskFault.usage(
        "holder-unknown", zh: "这里没有“\(name)”的密钥。有：\(known)。", en: "There is no key of \(name) here. Known: \(known).")
    }
    return .client(name)
  }

  func home(of holder: Holder) -> URL {
    switch holder {
    case .service(let service): home(of: service)
    case .client: clients
    }
  }

  func publicKey(of holder: Holder) throws -> String {
    try CertificateFile.readPair(at: home(of: holder).appendingPathComponent("\(holder.name).key_secret")).publicKey
  }

  // MARK: Renewing

  /// Gives a service or a client a new key pair with the rights of the old one, whose files go to `retired`. The old one is
  /// refused from `day` on; one that is revoked or expired stays so.
  func rotate(_ holder: Holder, oldExpires day: BusinessDate, today: BusinessDate) throws -> RenewedKey {
    let old = try publicKey(of: holder)
    var principals = try PrincipalFile(principalsFile)
    guard let entry = principals.entry(of: old) else {
      throw DeskFault.rejected(
        "key-not-registered", zh: "“\(holder.name)”现用的公钥不在 principals.yaml 里；请用 jiugai keys new。",
        en: "The key of \(holder.name) does not stand in principals.yaml; use jiugai keys new.")
    }
    let isHeld = entry.isInForce(on: today)
    let pair = try CurveKeyPair.generate()
    let home = home(of: holder)
    let next = home.appendingPathComponent("next")
    try? FileManager.default.removeItem(at: next)
    try folderOfOwn(next)
    _ = try CertificateFile.write(pair, name: holder.name, in: next, metadata: ["organisation": entry.organisation])
    if isHeld { try principals.expire(old, on: day) }
    try principals.append(
      PrincipalEntry(
        key: pair.publicKey, organisation: entry.organisation, source: entry.source, roles: entry.roles,
        divisions: entry.divisions, communities: entry.communities, clerk: entry.clerk))
    // Both are known before the new one is used anywhere.
    try principals.write()
    try retire(holder, today: today)
    for suffix in ["key_secret", "key"] {
      try FileManager.default.moveItem(
        at: next.appendingPathComponent("\(holder.name).\(suffix)"), to: home.appendingPathComponent("\(holder.name).\(suffix)"))
    }
    try FileManager.default.removeItem(at: next)
    if case .service(let service) = holder { try tellOthers(service, pair.publicKey) }
    return RenewedKey(publicKey: pair.publicKey, oldExpires: isHeld ? day : nil)
  }

  private func retire(_ holder: Holder, today: BusinessDate) throws {
    let retired = folder.appendingPathComponent("retired")
    if !FileManager.default.fileExists(atPath: retired.path) { try folderOfOwn(retired) }
    for suffix in ["key_secret", "key"] {
      var target = retired.appendingPathComponent("\(holder.name)-\(today).\(suffix)")
      var count = 1
      while FileManager.default.fileExists(atPath: target.path) {
        count += 1
        target = retired.appendingPathComponent("\(holder.name)-\(today)-\(count).\(suffix)")
      }
      try FileManager.default.moveItem(at: home(of: holder).appendingPathComponent("\(holder.name).\(suffix)"), to: target)
    }
  }

  /// The other services and the clients know a service by its public key.
  private func tellOthers(_ service: ServiceName, _ key: String) throws {
    let source = home(of: service).appendingPathComponent("\(service.rawValue).key")
    for other in ServiceName.allCases where other != service {
      let copy = home(of: other).appendingPathComponent("\(service.rawValue).key")
      try Data(contentsOf: source).write(to: copy, options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: copy.path)
    }
    var connection = try Connection(file: connectionFile)
    connection.services[service.rawValue] = .init(endpoint: try connection.endpoint(of: service).endpoint, key: key)
    try connection.write(to: connectionFile)
  }

  private func folderOfOwn(_ folder: URL) throws {
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
