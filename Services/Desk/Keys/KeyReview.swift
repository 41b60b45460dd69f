import ClientKit
import DomainModel
import FileStore
import Foundation
import Messaging

/// All keys of a keyring, and what is wrong with any of them.
struct KeyReview {
  /// How a key stands.
  enum Standing: String {
    case inForce = "in-force"
    /// It will be refused from a day on that is near, or far.
    case expiring
    case expired
    case revoked
  }

  struct Row {
    let entry: PrincipalFile.Entry
    let standing: Standing
    /// The file in the keyring that has the secret half, if it is here.
    let file: String?
  }

  struct Problem {
    let zh: String
    let en: String
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [Problem] = []
  /// What is in order today and will not be soon.
  private(set) var notes: [Problem] = []
  static let noticeDays = 30

  init(_ keyring: Keyring, today: BusinessDate) throws {
    let principals = try PrincipalFile(keyring.principalsFile)
    let connection = try Connection(file: keyring.connectionFile)
    var files: [String: String] = [:]
    for service in ServiceName.allCases {
      review(service, keyring, connection, principals, today, &files)
    }
    for name in keyring.clientNames() {
      guard let key = readable("clients/\(name).key_secret", { try keyring.publicKey(of: .client(name)) }) else { continue }
      files[key] = "clients/\(name).key_secret"
      requireInForce(key, of: name, principals, today)
    }
    rows = principals.entries.map { entry in
      Row(entry: entry, standing: KeyReview.standing(entry, today), file: files[entry.key])
    }
    for row in rows {
      guard row.standing == .expiring, let day = row.entry.expires, day.days(since: today) <= KeyReview.noticeDays else { continue }
      notes.append(
        Problem(
          zh: "\(row.entry.source) 的公钥 \(row.entry.key.prefix(8))… 自 \(day) 起失效。",
          en: "The key \(row.entry.key.prefix(8))… of \(row.entry.source) is refused from \(day) on."))
    }
  }

  private mutating func review(
    _ service: ServiceName, _ keyring: Keyring, _ connection: Connection, _ principals: PrincipalFile, _ today: BusinessDate,
    _ files: inout [String: String]
  ) {
    let name = service.rawValue
    let home = keyring.home(of: service)
    _ = readable("keys/\(name)/vault.key") { try VaultKey(file: home.appendingPathComponent("vault.key")) }
    guard let key = readable("keys/\(name)/\(name).key_secret", { try keyring.publicKey(of: .service(service)) }) else { return }
    files[key] = "keys/\(name)/\(name).key_secret"
    requireInForce(key, of: name, principals, today)
    if connection.services[name]?.key != key {
      add("connection.json 里 \(name) 的公钥不是现用的。", "connection.json names another key of \(name).")
    }
    for other in ServiceName.allCases {
      let copy = "keys/\(other.rawValue)/\(name).key"
      let found = readable(copy) { try CertificateFile.readPublicKey(at: keyring.folder.appendingPathComponent(copy)) }
      if let found, found != key { add("\(copy) 不是 \(name) 现用的公钥。", "\(copy) is not the key that \(name) has.") }
    }
  }

  private mutating func requireInForce(_ key: String, of name: String, _ principals: PrincipalFile, _ today: BusinessDate) {
    guard let entry = principals.entry(of: key) else {
      return add("\(name) 的公钥不在 principals.yaml 里，连不上。", "The key of \(name) does not stand in principals.yaml: it is not let in.")
    }
    guard !entry.isInForce(on: today) else { return }
    add("\(name) 现用的公钥已吊销或过期，连不上。", "The key of \(name) is revoked or expired: it is not let in.")
  }

  private mutating func readable<T>(_ path: String, _ read: () throws -> T) -> T? {
    do { return try read() } catch {
      add("\(path)：\(error)", "\(path): \(error)")
      return nil
    }
  }

  private mutating func add(_ zh: String, _ en: String) { problems.append(Problem(zh: zh, en: en)) }

  private static func standing(_ entry: PrincipalFile.Entry, _ today: BusinessDate) -> Standing {
    if entry.isRevoked { return .revoked }
    guard let day = entry.expires else { return .inForce }
    return today < day ? .expiring : .expired
  }
}
