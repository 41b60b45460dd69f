import Crypto
import DomainModel
import Foundation
import Testing

@testable import ServiceKit

@Suite("The file of principals")
struct PrincipalBookTests {
  private static let key = String(repeating: "k", count: 40)

  private func book(_ text: String) throws -> PrincipalBook {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-principals-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    return try PrincipalBook(file: url)
  }

  private func entry(_ fields: String) -> String { "principals:\n  - key: \(Self.key)\n    organisation: office\n\(fields)" }

  @Test("says who stands behind a key")
  func reading() throws {
    let book = try book(
      entry("    roles: [housing, finance]\n    divisions: [\"330382\"]\n    communities: [330382-C00017]\n    clerk: clerk-17\n"))
    let entry = try #require(book.entries[Self.key])
    #expect(entry.principal.roles == [.housing, .finance])
    #expect(entry.principal.divisions == ["330382"])
    #expect(entry.principal.communities == ["330382-C00017"])
    #expect(entry.principal.clerk == "clerk-17")
    #expect(entry.source == "urn:jiugai:office")
  }

  @Test("says until when a key holds: on the day itself it holds no longer")
  func expiry() throws {
    let entry = try #require(try book(entry("    roles: [housing]\n    expires: 2027-03-01\n")).entries[Self.key])
    #expect(entry.expires == "2027-03-01")
    #expect(!entry.isExpired(on: "2027-02-28") && entry.isExpired(on: "2027-03-01"))
    #expect(throws: SettingsFault.self) { try book(self.entry("    roles: [housing]\n    expires: 2027-02-30\n")) }
    #expect(throws: SettingsFault.self) { try book(self.entry("    roles: [housing]\n    expires: [2027-03-01]\n")) }
  }

  @Test("tells a key by its fingerprint, not by itself")
  func fingerprint() throws {
    let principal = try #require(try book(entry("    roles: [housing]\n")).entries[Self.key]).principal
    // printf %s kkkk… | sha256sum
    let digest = SHA256.hash(data: Data(Self.key.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(principal.key?.rawValue == String(digest.prefix(16)))
  }

  @Test("keeps a revoked key out", arguments: ["yes", "true"])
  func revoked(_ word: String) throws {
    let book = try book("principals:\n  - {key: \(Self.key), revoked: \(word)}\n")
    #expect(book.entries.isEmpty)
    #expect(book.revoked == [Self.key])
  }

  @Test(
    "is refused whole for any slip, so that it lets nobody in",
    arguments: [
      "", "principals: office", "people: []", "principals: [office]", "principals:\n  - {organisation: office, roles: [housing]}",
      "principals:\n  - {key: short, organisation: office}", "principals:\n  - key: \(key)",
      "principals:\n  - {key: \(key), organisation: Office}",
    ])
  func refused(_ text: String) {
    #expect(throws: SettingsFault.self) { try book(text) }
  }

  @Test(
    "refuses an entry with",
    arguments: [
      "    roles: [housng]\n", "    role: [housing]\n", "    roles: housing\n", "    divisions: \"330382\"\n",
      "    divisions: [3303]\n", "    divisions: [[330382]]\n", "    communities: 330382-C00017\n", "    communities: [C17]\n",
      "    clerk: Li Si\n", "    revoked: perhaps\n", "    revoked: [yes]\n", "  - {key: \(key), organisation: other}\n",
      "  - {key: \(key), revoked: yes}\n",
    ])
  func refusedEntry(_ fields: String) {
    #expect(throws: SettingsFault.self) { try book(entry(fields)) }
  }

  @Test("names the line of the fault")
  func line() {
    let fault = #expect(throws: SettingsFault.self) { try book(entry("    roles: [housng]\n")) }
    #expect(fault?.place.hasSuffix(":2") == true)
    #expect(fault?.sentence.contains("housng") == true)
  }
}
