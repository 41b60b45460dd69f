import Contracts
import DomainModel
import Foundation
import Testing

@testable import Desk

@Suite("Making a message ready")
struct MessageTests {
  private func fields(_ body: String, project: ProjectID? = nil) -> [String] {
    do {
      _ = try MessageBook.prepare(AddRollUnits.self, Data(body.utf8), project: project)
      return []
    } catch let fault as DeskFault { return fault.fields.map(\.pointer) } catch {
      Issue.record(error)
      return []
    }
  }

  @Test("takes every example of every command and query", arguments: Contracts.Catalogue.contracts.map { $0.service })
  func examples(_ service: ServiceName) throws {
    let contract = Contracts.Catalogue.contract(of: service)
    for type in contract.commands {
      let example = try MessageBook.example(type)
      let ready = try MessageBook.prepare(type, Data(example.text.utf8), project: nil)
      #expect(ready.type == type.wireType)
      #expect(!ready.subject.isEmpty)
    }
    for type in contract.queries {
      _ = try MessageBook.prepare(type, Data(try MessageBook.example(type).text.utf8), project: nil)
    }
  }

  @Test("tells every field that is missing, unknown or wrong, with its pointer")
  func faults() {
    #expect(fields("{}") == ["/project", "/roll", "/units"])
    let body =
      #"{"project":"330382-2024-0007","roll":"x","units":[{"unit":"u-1","building":"b-1","roomNo":"1","area":"5","areaBasis":"guessed","use":"residential","owners":[]}]}"#
    #expect(Set(fields(body)) == ["/roll", "/units/0/area", "/units/0/areaBasis"])
    #expect(fields(#"{"units":[],"units":[]}"#) == ["/units"])
    #expect(fields("not json") == [""])
  }

  @Test("fills in the project and finds messages by their short name")
  func convenience() throws {
    let ready = try MessageBook.prepare(BeginRoll.self, Data("{}".utf8), project: "330382-2024-0007")
    #expect(String(decoding: ready.body, as: UTF8.self) == #"{"project":"330382-2024-0007"}"#)
    #expect(try MessageBook.command("begin-roll") == BeginRoll.self)
    #expect(throws: DeskFault.self) { try MessageBook.command("withdraw-record") }
    do { _ = try MessageBook.command("voting.begin-rol") } catch let fault as DeskFault {
      #expect(fault.en.contains("voting.begin-roll"))
    }
  }
}

@Suite("The outbox")
struct OutboxTests {
  private func entry(_ id: String, body: String = "{}") -> Outbox.Entry {
    Outbox.Entry(
      id: id, name: "voting.begin-roll", type: "jiugai.voting.begin-roll.v1", service: .voting, role: .subdistrict,
      subject: "330382-2024-0007", effectiveOn: "2024-03-01", storedAt: Instant(milliseconds: 0), body: body, answer: nil)
  }

  @Test("keeps what has no answer, and forgets bodies that have one")
  func keeping() throws {
    let folder = try ScratchFolder()
    let outbox = Outbox(beside: folder.file("connection.json"))
    try outbox.store(entry("a", body: #"{"name":"林一"}"#))
    try outbox.store(entry("b"))
    #expect(try folder.mode("outbox.jsonl") == 0o600)
    #expect(try outbox.unanswered().map(\.id) == ["a", "b"])
    try outbox.note("ok", for: "a")
    #expect(try outbox.unanswered().map(\.id) == ["b"])
    #expect(try outbox.entries().map(\.answer) == ["ok", nil])
    #expect(try !String(contentsOf: outbox.file, encoding: .utf8).contains("林一"))
  }

  @Test("takes the same command under its id again, and no other")
  func identity() throws {
    let folder = try ScratchFolder()
    let outbox = Outbox(beside: folder.file("connection.json"))
    try outbox.store(entry("a"))
    try outbox.store(entry("a"))
    #expect(try outbox.entries().count == 1)
    #expect(throws: DeskFault.self) { try outbox.store(entry("a", body: "[]")) }
    try outbox.note("refused", for: "a")
    try outbox.store(entry("a"))
    #expect(try outbox.unanswered().map(\.id) == ["a"], "sent again on purpose, it waits again")
  }
}
