import ClientKit
import DomainModel
import FileStore
import Foundation
import Messaging
import ServiceKit
import Testing

@testable import Desk

@Suite("A keyring")
struct KeyringTests {
  private let folder: ScratchFolder
  private let keyring: Keyring
  private let today: BusinessDate = "2026-03-02"

  init() throws {
    folder = try ScratchFolder()
    let installation = Installation(
      folder: folder.file("keyring"), ports: FreePorts.from(base: 5710), prefix: "yueqing", divisions: ["330382"], packs: nil,
      calendars: nil, hosts: [.intake: "10.77.0.1", .voting: "10.77.0.2"])
    _ = try installation.write()
    keyring = try Keyring(installation.folder)
  }

  private func book() throws -> PrincipalBook { try PrincipalBook(file: keyring.principalsFile) }

  @Test("names the hosts on which the services stand")
  func hosts() throws {
    let connection = try Connection(file: keyring.connectionFile)
    #expect(try connection.endpoint(of: .voting).endpoint == "tcp://10.77.0.2:5720")
    #expect(try connection.endpoint(of: .funding).endpoint == "tcp://127.0.0.1:5730")
    let settings = try Settings(
      service: .intake, file: keyring.folder.appendingPathComponent("config/intake.yaml"), environment: [:])
    #expect(try settings.text("listen") == "tcp://10.77.0.1:5710")
    #expect(try settings.text("feeds.voting.endpoint") == "tcp://10.77.0.2:5720")
    #expect(ServiceHost(argument: "voting=10.0.0.1;rm") == nil)
    #expect(ServiceHost(argument: "nobody=10.0.0.1") == nil)
    #expect(ServiceHost(argument: "voting=[fd00::2]")?.host == "[fd00::2]")
  }

  @Test("gives a host what its services need and no other secret")
  func hostBundle() throws {
    let files = try KeyBundle(keyring, folder: folder.file("beta")).write(for: [.voting, .funding])
    let secrets = files.filter { $0.hasSuffix("key_secret") || $0.hasSuffix("vault.key") }
    #expect(
      secrets == [
        "keys/funding/funding.key_secret", "keys/funding/vault.key", "keys/voting/vault.key", "keys/voting/voting.key_secret",
      ])
    for secret in secrets { #expect(try folder.mode("beta/\(secret)") == 0o600) }
    for other in ServiceName.allCases { #expect(files.contains("keys/voting/\(other.rawValue).key")) }
    let settings = try Settings(service: .voting, file: folder.file("beta/voting.yaml"), environment: [:])
    #expect(try settings.text("listen") == "tcp://10.77.0.2:5720")
    #expect(try settings.text("keys") == "/etc/jiugai/keys/voting")
    _ = try PrincipalBook(file: folder.file("beta/principals.yaml"))
    #expect(throws: DeskFault.self) { try KeyBundle(keyring, folder: folder.file("beta")) }
  }

  @Test("gives a client its certificate and where the services are")
  func clientBundle() throws {
    let files = try KeyBundle(keyring, folder: folder.file("housing")).write(forClient: "housing")
    #expect(files == ["clients/housing.key_secret", "connection.json"])
    let connection = try Connection(file: folder.file("housing/connection.json"))
    #expect(Set(connection.clients.keys) == ["housing"])
    let client = try connection.client(for: .housing)
    let pair = try CertificateFile.readPair(at: connection.folder.appendingPathComponent(client.certificate))
    #expect(try book().entries[pair.publicKey]?.source == client.source)
  }

  @Test("renews a client's key with the same rights, the old one refused from a day on")
  func rotateClient() throws {
    let old = try keyring.publicKey(of: .client("housing"))
    let renewed = try keyring.rotate(.client("housing"), oldExpires: "2026-03-16", today: today)
    let new = renewed.publicKey
    #expect(renewed.oldExpires == "2026-03-16")
    #expect(new != old)
    #expect(try keyring.publicKey(of: .client("housing")) == new)
    let book = try book()
    let (before, after) = (try #require(book.entries[old]), try #require(book.entries[new]))
    #expect(before.expires == "2026-03-16" && after.expires == nil)
    #expect(!before.isExpired(on: "2026-03-15") && before.isExpired(on: "2026-03-16"))
    #expect(before.source == after.source && before.principal.roles == after.principal.roles)
    #expect(before.principal.divisions == after.principal.divisions)
    #expect(try folder.mode("keyring/retired/housing-2026-03-02.key_secret") == 0o600)
    #expect(try folder.mode("keyring/principals.yaml") == 0o644)
    // Once more on the same day, and with another day for the same key.
    _ = try keyring.rotate(.client("housing"), oldExpires: "2026-03-20", today: today)
    #expect(try folder.mode("keyring/retired/housing-2026-03-02-2.key_secret") == 0o600)
    #expect(try KeyReview(keyring, today: today).problems.map(\.en) == [])
  }

  @Test("renews a service's key for itself, its readers and its clients")
  func rotateService() throws {
    let old = try keyring.publicKey(of: .service(.voting))
    let new = try keyring.rotate(.service(.voting), oldExpires: "2026-03-16", today: today).publicKey
    for other in ServiceName.allCases {
      let copy = keyring.home(of: other).appendingPathComponent("voting.key")
      #expect(try CertificateFile.readPublicKey(at: copy) == new)
    }
    #expect(try Connection(file: keyring.connectionFile).endpoint(of: .voting).key == new)
    let book = try book()
    #expect(book.entries[new]?.principal.roles == [.service])
    #expect(book.entries[old]?.expires == "2026-03-16")
    #expect(try KeyReview(keyring, today: today).problems.map(\.en) == [])
    #expect(try KeyReview(keyring, today: today).notes.count == 1)
    #expect(try KeyReview(keyring, today: "2026-03-16").notes.isEmpty, "what is over needs no notice")
  }

  @Test("revokes a key and keeps its entry, and every other line of the file as it was")
  func revoke() throws {
    let key = try keyring.publicKey(of: .client("bank"))
    let before = try String(contentsOf: keyring.principalsFile, encoding: .utf8)
    var principals = try PrincipalFile(keyring.principalsFile)
    try principals.revoke(key)
    try principals.write()
    let after = try String(contentsOf: keyring.principalsFile, encoding: .utf8)
    #expect(after.components(separatedBy: "\n").filter { $0 != "    revoked: yes" } == before.components(separatedBy: "\n"))
    let book = try book()
    #expect(book.revoked == [key] && book.entries[key] == nil)
    let review = try KeyReview(keyring, today: today)
    #expect(review.problems.count == 1 && review.problems[0].en.contains("bank"))
    try principals.revoke(key)
    #expect(throws: DeskFault.self) { try principals.revoke(String(repeating: "x", count: 40)) }
  }

  @Test("gives whoever lost a key, or let it expire, a new one with the same rights; the old one stays refused")
  func rotateRefused() throws {
    let lost = try keyring.publicKey(of: .client("bank"))
    var principals = try PrincipalFile(keyring.principalsFile)
    try principals.revoke(lost)
    try principals.write()
    let roles = try #require(principals.entry(of: lost)).roles
    let renewed = try keyring.rotate(.client("bank"), oldExpires: "2026-03-16", today: today)
    #expect(renewed.oldExpires == nil)
    let book = try book()
    #expect(book.revoked == [lost] && book.entries[renewed.publicKey]?.principal.roles == Set(roles))
    #expect(try PrincipalFile(keyring.principalsFile).entry(of: lost)?.expires == nil)
    #expect(try KeyReview(keyring, today: today).problems.map(\.en) == [])
    let late = try keyring.rotate(.client("bank"), oldExpires: "2026-04-16", today: "2026-04-02")
    #expect(late.oldExpires == "2026-04-16")
    _ = try keyring.rotate(.service(.voting), oldExpires: "2026-03-16", today: today)
    let expired = try keyring.publicKey(of: .service(.voting))
    principals = try PrincipalFile(keyring.principalsFile)
    try principals.expire(expired, on: "2026-03-01")
    try principals.write()
    #expect(try keyring.rotate(.service(.voting), oldExpires: "2026-03-16", today: today).oldExpires == nil)
    #expect(try PrincipalFile(keyring.principalsFile).entry(of: expired)?.expires == "2026-03-01", "it is not held any longer")
  }

  @Test("a key that is registered nowhere has no rights that a new one could be given")
  func rotateStranger() throws {
    _ = try CertificateFile.write(CurveKeyPair.generate(), name: "stranger", in: keyring.clients)
    #expect(throws: DeskFault.self) { try keyring.rotate(.client("stranger"), oldExpires: "2026-03-16", today: today) }
  }

  @Test("does not change an entry on one line, whose form it might break")
  func flow() throws {
    let file = folder.file("flow.yaml")
    let key = String(repeating: "k", count: 40)
    try Data("principals:\n  - {key: '\(key)', organisation: a, roles: [bank]}\n".utf8).write(to: file)
    var principals = try PrincipalFile(file)
    #expect(throws: DeskFault.self) { try principals.revoke(key) }
  }

  @Test("is told what is wrong: a copy left behind, a file open to others, a key that is not registered")
  func review() throws {
    _ = try keyring.rotate(.service(.intake), oldExpires: "2026-03-16", today: today)
    let stale = keyring.home(of: .voting).appendingPathComponent("intake.key")
    try FileManager.default.removeItem(at: stale)
    try FileManager.default.copyItem(at: keyring.home(of: .funding).appendingPathComponent("funding.key"), to: stale)
    let open = keyring.clients.appendingPathComponent("bank.key_secret")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: open.path)
    _ = try CertificateFile.write(CurveKeyPair.generate(), name: "stranger", in: keyring.clients)
    let problems = try KeyReview(keyring, today: today).problems.map(\.en)
    #expect(problems.count == 3, "\(problems)")
    #expect(problems.contains { $0.contains("keys/voting/intake.key is not") })
    #expect(problems.contains { $0.contains("bank.key_secret") })
    #expect(problems.contains { $0.contains("stranger") && $0.contains("not let in") })
  }
}
