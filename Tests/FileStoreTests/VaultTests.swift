import DomainModel
import Foundation
import GRDB
import Testing

@testable import FileStore

@Suite("The vault")
struct VaultTests {
  let scratch: Scratch
  let name = "王小明-planted-name"
  let phone = "13800138000-planted-phone"

  init() throws {
    scratch = try Scratch()
  }

  private func person(_ id: String, _ fields: [String: String]) -> VaultChange {
    .put(VaultRecord(subject: id, classification: .p2, fields: fields))
  }

  @Test("discloses what was kept, field by field", arguments: Flavour.allCases)
  func disclose(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(batch { $0.vault = [person("P1", ["name": name, "phone": "1"])] })
    try journal.commit(
      batch {
        $0.vault = [
          person("P1", ["phone": phone]), person("P2", ["name": "other"]),
          .put(VaultRecord(subject: "P1", classification: .p3, fields: ["idNumber": "3"])),
        ]
      })
    #expect(
      try journal.disclose(subject: "P1") == [
        VaultRecord(subject: "P1", classification: .p2, fields: ["name": name, "phone": phone]),
        VaultRecord(subject: "P1", classification: .p3, fields: ["idNumber": "3"]),
      ])
    #expect(try journal.disclose(subject: "P9").isEmpty)
    #expect(try journal.reader().read { try $0.disclose(subject: "P2").count } == 1)
  }

  @Test("erases a subject and leaves the chain", arguments: Flavour.allCases)
  func erase(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 1)
        $0.vault = [person("P1", ["name": name]), person("P2", ["name": "other"])]
      })
    let hash = journal.head.hash
    try journal.commit(batch { $0.vault = [.erase(subject: "P1")] })
    #expect(try journal.disclose(subject: "P1").isEmpty)
    #expect(try journal.disclose(subject: "P2").count == 1)
    #expect(journal.head.hash == hash)
    #expect(try ChainVerifier().verify(journal.reader(), feed: "voting").isSound)
  }

  @Test("keeps P2 and P3 only", arguments: Flavour.allCases)
  func classes(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let open = VaultRecord(subject: "P1", classification: .p1, fields: ["name": "1"])
    #expect { try journal.commit(batch { $0.vault = [.put(open)] }) } throws: {
      if case StoreError.invalid = $0 { true } else { false }
    }
  }

  @Test("never lets plaintext onto the disk, nor the key of an erased subject")
  func onDisk() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.vault = [person("P1", ["name": name, "phone": phone])] })
    let wrapped = try #require(
      try journal.pool.read { try Data.fetchOne($0, sql: "SELECT wrapped FROM vaultKey WHERE subject = 'P1'") })
    #expect(try scratch.holds(wrapped), "the search must be able to find something")
    #expect(try !scratch.holds(Data(name.utf8)))
    #expect(try !scratch.holds(Data(phone.utf8)))
    try journal.commit(batch { $0.vault = [.erase(subject: "P1")] })
    #expect(try !scratch.holds(wrapped))
    #expect(try !scratch.holds(Data(name.utf8)))
    try journal.close()
    #expect(try !scratch.holds(wrapped))
  }

  @Test("an erasure that a reader holds up is finished when things settle")
  func heldUp() throws {
    var options = try scratch.options()
    options.busySeconds = 0.05
    let journal = try SQLiteJournal(options)
    try journal.commit(batch { $0.vault = [person("P1", ["name": name])] })
    let wrapped = try #require(
      try journal.pool.read { try Data.fetchOne($0, sql: "SELECT wrapped FROM vaultKey WHERE subject = 'P1'") })
    try journal.reader().read { snapshot in
      #expect(try snapshot.disclose(subject: "P1").count == 1)
      try journal.commit(batch { $0.vault = [.erase(subject: "P1")] })
      #expect(try scratch.holds(wrapped))
    }
    try journal.settle()
    #expect(try !scratch.holds(wrapped))
  }

  @Test("a value moved to another person or field does not open")
  func moved() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.vault = [person("P1", ["name": name, "phone": phone])] })
    try journal.close()
    try scratch.tamper(
      "UPDATE vaultField SET sealed = (SELECT sealed FROM vaultField WHERE field = 'phone') WHERE field = 'name'")
    let again = try SQLiteJournal(scratch.options())
    #expect { try again.disclose(subject: "P1") } throws: {
      if case StoreError.vaultDamaged = $0 { true } else { false }
    }
  }

  @Test("prints names of fields, never values")
  func redacted() throws {
    let record = VaultRecord(subject: "P1", classification: .p2, fields: ["name": name])
    var dumped = ""
    dump(record, to: &dumped)
    for text in ["\(record)", String(reflecting: record), dumped, "\(VaultChange.put(record))"] {
      #expect(!text.contains(name))
      #expect(!text.contains("planted"))
    }
    #expect(!"\(try testKey())".contains("7"))
  }
}

@Suite("The vault's key file")
struct VaultKeyTests {
  @Test("is made once, for its owner only, and read again")
  func file() throws {
    let scratch = try Scratch()
    let file = scratch.folder.appendingPathComponent("voting.vaultkey")
    let key = try VaultKey.create(file: file)
    #expect(try VaultKey(file: file).fingerprint == key.fingerprint)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
    #expect(mode?.intValue == 0o600)
    #expect(throws: StoreError.self) { try VaultKey.create(file: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
    #expect(throws: StoreError.self) { try VaultKey(file: file) }
    #expect(throws: StoreError.self) { try VaultKey(file: scratch.folder.appendingPathComponent("none")) }
    #expect(throws: StoreError.self) { try VaultKey(bytes: Data(count: 31)) }
  }

  @Test("another one is refused by the store")
  func other() throws {
    let scratch = try Scratch()
    try SQLiteJournal(scratch.options()).close()
    #expect(throws: StoreError.vaultKeyWrong) { try SQLiteJournal(scratch.options(key: testKey(8))) }
  }
}
