import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import TestKit
import Testing

@testable import ServiceKit

/// Tells somebody's name and words.
private struct TellName: ProjectCommand {
  static var name: WireName { "funding.sample-tell" }
  static var senders: Set<Role> { [.subdistrict] }
  static var example: TellName { TellName(project: Sample.project, person: "p-1", called: "林某某", purpose: .ownership) }
  typealias Reply = Accepted
  let project: ProjectID
  let person: PersonID
  let called: Text<40>
  let purpose: PersonalPurpose
  var phone: Text<30>?
  var letter: DocumentHash?
  var words: Text<2000>?
  var documents: [DocumentHash] { letter.map { [$0] } ?? [] }
}

private struct NameTold: ProjectEvent {
  static var name: WireName { "funding.sample-told" }
  static var example: NameTold { NameTold(project: Sample.project, person: "p-1") }
  let project: ProjectID
  let person: PersonID
}

private enum TellDecision: Decision {
  static func look(_ command: TellName, at view: any EntityView) throws {}
  static func decide(_ command: TellName, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    var fields = ["name": command.called.value]
    fields["phone"] = command.phone?.value
    var records = [
      PersonRecord(person: command.person, for: command.purpose, personal: fields, documents: command.documents)
    ]
    if let words = command.words {
      records.append(
        PersonRecord(
          person: "words-\(command.person)".slug, for: .complaint, personal: ["text1": words.value],
          belongsTo: command.person))
    }
    return Outcome([NameTold(project: command.project, person: command.person)], persons: records)
  }
}

extension String {
  fileprivate var slug: PersonID { (try? PersonID(self)) ?? "nobody" }
}

@Suite("A person's data in a service")
struct PersonTests {
  private static let definition = ServiceDefinition(
    contract: FundingContract.self, decisions: [AnyDecision(TellDecision.self)],
    folds: [Fold.on(NameTold.self) { _, _, _ in }])
  private let project = Sample.project
  private let other: ProjectID = "330382-2024-0008"
  private let bench: Bench

  init() throws {
    bench = try Bench(PersonTests.definition, law: Law.yueqing(), today: "2040-12-31")
    for project in [project, other] { try bench.openProject(project) }
  }

  private func tell(
    _ person: PersonID, _ name: Text<40> = "林 隐名", in project: ProjectID? = nil, for purpose: PersonalPurpose = .ownership,
    on day: BusinessDate = "2024-03-01", phone: Text<30>? = nil, letter: DocumentHash? = nil, words: Text<2000>? = nil
  ) throws {
    try bench.send(
      TellName(
        project: project ?? self.project, person: person, called: name, purpose: purpose, phone: phone, letter: letter,
        words: words), on: day)
  }

  private func holdings(_ person: PersonID, on day: BusinessDate = "2024-04-01") throws -> PersonHoldings {
    try bench.ask(PersonHoldingsQuery<FundingContract>(project: project, person: person, asOf: day))
  }

  private func due(on day: BusinessDate) throws -> DuePersons {
    try bench.ask(DuePersonsQuery<FundingContract>(project: project, asOf: day))
  }

  private func erase(_ person: PersonID, in project: ProjectID? = nil) throws {
    try bench.send(
      ErasePerson<FundingContract>(project: project ?? self.project, person: person, reason: "本人申请"), on: "2024-05-01")
  }

  private func disclosed(_ person: PersonID, in project: ProjectID? = nil) throws -> [String: String] {
    let reply = try bench.send(
      Disclose<FundingContract>(project: project ?? self.project, person: person, reason: "核实"), on: "2024-05-01")
    return Dictionary(reply.fields.map { ($0.name.rawValue, $0.value.value) }, uniquingKeysWith: { $1 })
  }

  private func code(_ body: () throws -> Void) throws -> String? {
    do { try body() } catch let refused as Refused { return refused.problem.code }
    return nil
  }

  // MARK: Until when

  @Test("is kept until so many years after the project's end, by our default where the document is silent")
  func afterTheEnd() throws {
    try tell("p-1")
    let before = try holdings("p-1")
    #expect(before.holdings.map(\.purpose) == [.ownership] && before.holdings.first?.matter == project.rawValue)
    #expect(before.holdings.first?.years == 5 && before.holdings.first?.origin == .recommended)
    #expect(before.holdings.first?.cites.map(\.article) == ["retention.ownership"])
    #expect(before.until == nil && !before.isDue, "a project that goes on keeps what it holds")
    #expect(before.fields.map { "\($0.name) \($0.classification.rawValue)" } == ["name P2"])

    try bench.state([FactStatement(.archived, .flag(true))], of: project, on: "2025-06-30")
    #expect(try holdings("p-1").until == "2030-06-30")
    #expect(try !holdings("p-1", on: "2030-06-30").isDue, "the day that ends it is the last one")
    #expect(try holdings("p-1", on: "2030-07-01").isDue)
    #expect(try due(on: "2030-06-30").persons.isEmpty && due(on: "2030-06-30").kept == 1)
    #expect(try due(on: "2030-07-01").persons.map(\.person) == ["p-1"])
    // An end that is withdrawn keeps the data again, without anything being written.
    try bench.state([FactStatement(.archived, .flag(false))], of: project, on: "2025-07-01")
    #expect(try holdings("p-1").until == nil)
  }

  @Test("is due only when every purpose is over, those of other projects too")
  func everyPurpose() throws {
    try tell("p-1", for: .questionnaire, on: "2024-03-01")
    #expect(try holdings("p-1").until == "2025-03-01", "a questionnaire counts from its record")
    try tell("p-1", for: .questionnaire, on: "2024-06-01")
    #expect(try holdings("p-1").until == "2025-06-01")
    try tell("p-1", in: other, for: .complaint)
    #expect(try holdings("p-1").until == nil)
    try bench.state([FactStatement(.projectWithdrawn, .flag(true))], of: other, on: "2024-09-01")
    #expect(try holdings("p-1").until == "2027-09-01")
    #expect(try due(on: "2027-09-02").persons.first?.purposes == [.complaint, .questionnaire])
  }

  @Test("words that have a record of their own keep the person as long as themselves")
  func words() throws {
    try tell("p-1", for: .questionnaire, words: "楼道灯坏了")
    #expect(try holdings("p-1").until == nil)
    #expect(try holdings("p-1").fields.map { $0.record?.rawValue ?? "own" } == ["own", "words-p-1"])
    try bench.state([FactStatement(.writtenOff, .flag(true))], of: project, on: "2024-12-31")
    #expect(try holdings("p-1").until == "2027-12-31")
  }

  // MARK: Who is shown what

  @Test("is disclosed whole, with what belongs to the person, and not to a project that has nothing of them")
  func disclosure() throws {
    let long = String(repeating: "长", count: 1500)
    try tell("p-1", phone: "138-0000 0000", words: try Text(long))
    #expect(try disclosed("p-1") == ["name": "林 隐名", "phone": "138-0000 0000", "text1": long])
    #expect(try disclosed("p-1", in: other).isEmpty)
    #expect(try bench.events(Disclosed<FundingContract>.self).count == 2, "who looked is on record either way")
    #expect(try !bench.recordedText().contains("隐名"))
  }

  @Test("is found by name, phone or id number as people write them; what was looked for is recorded nowhere")
  func finding() throws {
    try tell("p-1", phone: "138-0000 0000")
    try tell("p-2", "林隐名")
    try tell("p-3", "别人", phone: "13800000000")
    try tell("p-4", "林隐名", in: other)
    func find(_ name: Text<60>?, _ phone: Text<30>?, id: String? = nil) throws -> [String] {
      try bench.send(
        FindPerson<FundingContract>(project: project, personName: name, phone: phone, reason: "本人申请查阅"), on: "2024-05-01",
        id: id
      ).persons.map { "\($0.person) \($0.matched.map(\.rawValue).joined(separator: "+"))" }
    }
    #expect(try find("林隐名", nil) == ["p-1 name", "p-2 name"])
    #expect(try find("林隐 名", "13800000000", id: "once") == ["p-1 name+phone", "p-2 name", "p-3 phone"])
    #expect(try find("林隐 名", "13800000000", id: "once") == [], "a reply is told once")
    #expect(try find("林", nil) == [], "part of a name is no name")
    #expect(try code { _ = try find(nil, nil) } == "nobody-sought")
    #expect(try bench.events(PersonsSought<FundingContract>.self).map { $0.by.map(\.rawValue) } == [["name"], ["name", "phone"], ["name"]])
    #expect(try !bench.recordedText().contains("隐"))
  }

  // MARK: Erasing

  @Test("is erased with what belongs to it; events, facts and entities stay as they were")
  func erasing() throws {
    let letter = DocumentHash.sample
    try bench.upload(letter)
    try tell("p-1", letter: letter, words: "楼道灯坏了")
    try tell("p-2")
    let before = try bench.recordedText()
    try erase("p-1")
    #expect(try bench.vault(of: "p-1").isEmpty && bench.vault(of: "words-p-1").isEmpty)
    #expect(try bench.vault(of: "p-2") == ["name": "林 隐名"])
    let after = try holdings("p-1")
    #expect(after.holdings.isEmpty && after.fields.isEmpty && after.documents.isEmpty)
    #expect(try bench.recordedText().hasPrefix(before))
    let (folded, again) = try bench.rebuilt()
    #expect(folded == again)
    #expect(try disclosed("p-1").isEmpty)
  }

  @Test("is not erased while a dispute needs it, nor from a project that has nothing of them")
  func holding() throws {
    try tell("p-1")
    try tell("p-2", in: other)
    #expect(try code { try erase("p-2") } == "person-of-other-project")
    let hold = HoldPerson<FundingContract>(project: project, person: "p-1", reason: "行政复议未结")
    let release = ReleasePerson<FundingContract>(project: project, person: "p-1", reason: "行政复议已结")
    #expect(try code { try bench.send(release, on: "2024-05-01") } == "person-not-held")
    #expect(
      try code { try bench.send(HoldPerson<FundingContract>(project: project, person: "p-9", reason: "无"), on: "2024-05-01") }
        == "person-unknown")
    try bench.send(hold, on: "2024-05-01")
    #expect(try holdings("p-1").heldBecause == "行政复议未结")
    #expect(try code { try erase("p-1") } == "person-held")
    try bench.state([FactStatement(.archived, .flag(true))], of: project, on: "2025-06-30")
    #expect(try due(on: "2031-01-01").persons.map(\.isHeld) == [true])
    try bench.send(release, on: "2024-05-02")
    try erase("p-1")
    #expect(try holdings("p-1").fields.isEmpty)
    let (folded, again) = try bench.rebuilt()
    #expect(folded == again)
  }

  @Test("what a restored store erased again becomes an event at its start")
  func owed() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-owed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = try VaultKey(bytes: Data(repeating: 7, count: 32))
    func open(_ epoch: String, begins: Bool = false) throws -> SQLiteJournal {
      var options = StoreOptions(
        folder: folder.appendingPathComponent("funding"), feed: "funding", vaultKey: key, makeEpoch: { epoch },
        now: { "2024-03-01T08:00:00.000Z" })
      options.beginsEpoch = begins
      options.erasureLog = ErasureLog(file: folder.appendingPathComponent("funding-erasures/erasures.log"))
      return try SQLiteJournal(options)
    }
    func engine(_ journal: SQLiteJournal) throws -> Engine {
      try Engine(PersonTests.definition, journal: journal, laws: LawShelf([])) { "2024-06-01T04:00:00.000Z" }
    }
    func send(_ command: some Command, to engine: Engine, _ id: String) throws {
      _ = try engine.decide(
        CommandRequest(
          type: type(of: command).wireType, id: id, source: "urn:jiugai:rig", subject: command.subject,
          effectiveOn: "2024-03-01", body: try JSONEncoder().encode(command),
          principal: Principal(organisation: "org-1", roles: [.subdistrict], clerk: "clerk-1")))
      try engine.commit()
    }
    var journal = try open("be9c4001")
    try send(TellName(project: project, person: "p-1", called: "林隐名", purpose: .ownership), to: try engine(journal), "a")
    try journal.close()
    let store = folder.appendingPathComponent("funding")
    let copy = folder.appendingPathComponent("copy")
    try FileManager.default.copyItem(at: store, to: copy)
    journal = try open("be9c4001")
    try send(ErasePerson<FundingContract>(project: project, person: "p-1", reason: "本人申请"), to: try engine(journal), "b")
    try journal.close()
    try FileManager.default.removeItem(at: store)
    try FileManager.default.moveItem(at: copy, to: store)

    journal = try open("be9c4002", begins: true)
    #expect(try journal.disclose(subject: "p-1").isEmpty)
    try journal.close()
    journal = try open("be9c4003")
    let restored = try engine(journal)
    try restored.recordOwedErasures()
    try restored.commit()
    let last = try #require(try journal.event(journal.head.sequence))
    #expect(last.type == PersonErased<FundingContract>.wireType)
    #expect(String(decoding: last.bytes, as: UTF8.self).contains(#""person":"p-1""#))
    try restored.recordOwedErasures()
    #expect(!restored.hasPending, "once is enough")
    #expect(try ChainVerifier().verify(journal.reader(), feed: "funding").isSound)
    try journal.close()
  }
}
