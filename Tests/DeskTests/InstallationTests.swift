import ClientKit
import DomainModel
import FileStore
import Foundation
import Messaging
import ServiceKit
import Testing

@testable import Desk

@Suite("An installation on one machine")
struct InstallationTests {
  private func make(in folder: ScratchFolder) throws -> Installation {
    let installation = Installation(
      folder: folder.file("it's here"), ports: FreePorts.from(base: 5710), prefix: "yueqing", divisions: ["330382"],
      packs: "/some/packs", calendars: nil)
    _ = try installation.write()
    return installation
  }

  @Test("is complete: every service can start on it and every role can knock")
  func complete() throws {
    let folder = try ScratchFolder()
    let installation = try make(in: folder)
    let connection = try Connection(file: installation.connectionFile)
    let book = try PrincipalBook(file: installation.folder.appendingPathComponent("principals.yaml"))
    for service in ServiceName.allCases {
      let settings = try Settings(
        service: service, file: installation.folder.appendingPathComponent("config/\(service.rawValue).yaml"),
        environment: [:])
      let keys = URL(fileURLWithPath: try settings.text("keys"))
      let pair = try CertificateFile.readPair(at: keys.appendingPathComponent("\(service.rawValue).key_secret"))
      _ = try VaultKey(file: keys.appendingPathComponent("vault.key"))
      #expect(try settings.text("packs") == "/some/packs")
      #expect(try connection.endpoint(of: service) == .init(endpoint: try settings.text("listen"), key: pair.publicKey))
      #expect(book.entries[pair.publicKey]?.principal.roles == [.service])
      #expect(book.entries[pair.publicKey]?.source == "urn:jiugai:\(service.rawValue)")
      for other in ServiceName.allCases where other != service {
        let key = try CertificateFile.readPublicKey(at: keys.appendingPathComponent("\(other.rawValue).key"))
        #expect(key == connection.services[other.rawValue]?.key)
        #expect(try settings.text("feeds.\(other.rawValue).endpoint") == connection.endpoint(of: other).endpoint)
      }
    }
    for role in Role.allCases where role != .service {
      let client = try connection.client(for: role)
      let pair = try CertificateFile.readPair(at: connection.folder.appendingPathComponent(client.certificate))
      let entry = try #require(book.entries[pair.publicKey])
      #expect(entry.principal.roles == [role])
      #expect(entry.principal.divisions == ["330382"])
      #expect(entry.source == client.source)
    }
  }

  @Test("keeps its secrets to their owner")
  func secrets() throws {
    let folder = try ScratchFolder()
    let root = try make(in: folder).folder
    let found = try #require(FileManager.default.enumerator(atPath: root.path)).compactMap { $0 as? String }
    let secrets = found.filter { $0.hasSuffix("key_secret") || $0.hasSuffix("vault.key") }
    #expect(secrets.count == 5 + 5 + Role.allCases.count - 1)
    for path in secrets { #expect(try folder.mode("it's here/\(path)") == 0o600, "\(path)") }
    for path in ["keys", "clients", "stores", "keys/voting", "stores/voting"] {
      #expect(try folder.mode("it's here/\(path)") == 0o700, "\(path)")
    }
  }

  @Test("is never made over another one")
  func once() throws {
    let folder = try ScratchFolder()
    let installation = try make(in: folder)
    let before = try Data(contentsOf: installation.connectionFile)
    #expect(throws: DeskFault.self) { _ = try installation.write() }
    #expect(try Data(contentsOf: installation.connectionFile) == before)
  }

  @Test("finds five different free ports")
  func ports() throws {
    #expect(Set(try FreePorts.any().values).count == 5)
    #expect(FreePorts.from(base: 5710)[.supervision] == 5750)
  }
}
