import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import ServiceKit

/// A service in memory, without sockets or files: commands in, replies or refusals out, other services' facts stated by
/// hand. The engine is the real one, so what passes here passes there.
public final class Bench {
  public let engine: Engine
  public let journal: MemoryJournal
  public let edition: PackEdition
  private let reader: any JournalReader
  private var count = 0
  private var heard: [ServiceName: Int64] = [:]
  private let definition: ServiceDefinition
  private let laws: BenchLaws

  /// - Parameters:
  ///   - law: what judges the projects; the edition that `openProject` pins.
  ///   - further: other laws that are installed beside it; the last is the one with the defaults now in force.
  ///   - today: no command may be dated later.
  public init(
    _ definition: ServiceDefinition, law: Law, further: [Law] = [], today: BusinessDate = "2029-12-31"
  ) throws {
    self.definition = definition
    edition = law.reference
    laws = BenchLaws(laws: Dictionary(uniqueKeysWithValues: ([law] + further).map { ($0.reference, $0) }), last: further.last)
    journal = MemoryJournal(
      feed: definition.service.rawValue, epoch: "be9c4001", vaultKey: try VaultKey(bytes: Data(repeating: 7, count: 32)))
    let day = today
    engine = try Engine(definition, journal: journal, laws: laws) {
      // Noon at the office on the last day that may be written.
      Instant(milliseconds: Int64(day.dayNumber) * 86_400_000 + 4 * 3_600_000)
    }
    reader = journal.reader()
  }

  // MARK: Commands

  /// Sends a command and commits.
  ///
  /// - Throws: the `Problem` of a refusal (as `Refused`), or `Rejected` for what was not judged.
  @discardableResult
  public func send<C: Command>(
    _ command: C, on day: BusinessDate, as role: Role = .subdistrict, organisation: OrganisationID? = nil,
    id: String? = nil, expectedVersion: Int64? = nil
  ) throws -> C.Reply {
    let reply = try answer(command, on: day, as: role, organisation: organisation, id: id, expectedVersion: expectedVersion)
    return try JSONDecoder().decode(C.Reply.self, from: reply)
  }

  private func answer(
    _ command: any Command, on day: BusinessDate, as role: Role, organisation: OrganisationID?, id: String?,
    expectedVersion: Int64?
  ) throws -> Data {
    count += 1
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let request = CommandRequest(
      type: type(of: command).wireType, id: id ?? "command-\(count)", source: "urn:jiugai:bench", subject: command.subject,
      effectiveOn: day, expectedVersion: expectedVersion, body: try encoder.encode(command),
      principal: Principal(
        organisation: try organisation ?? OrganisationID("org-\(role.rawValue)"), roles: [role], clerk: "clerk-1"))
    let answer = try engine.decide(request)
    try engine.commit()
    switch answer {
    case .accepted(let reply, _, _, _): return try engine.disclosed(request) ?? reply
    case .refused(let problem, _): throw Refused(problem: try JSONDecoder().decode(Problem.self, from: problem))
    case .rejected(let code, let detail, let pointers):
      throw Rejected(code: code.rawValue, detail: detail, pointers: pointers)
    }
  }

  /// The refusal that a command meets; nil when it is accepted.
  public func refusal(_ command: some Command, on day: BusinessDate, as role: Role = .subdistrict) throws -> Problem? {
    do {
      try send(command, on: day, as: role)
      return nil
    } catch let refused as Refused {
      return refused.problem
    }
  }

  // MARK: The other services

  /// Makes the service hear that a project was opened under the bench's law.
  public func openProject(_ project: ProjectID, on day: BusinessDate = "2024-01-08") throws {
    try hear(feed: definition.service == .intake ? .voting : .intake, project: project, on: day, facts: [], edition: edition)
  }

  /// Makes the service hear facts of a project from their owners.
  public func state(_ facts: [FactStatement], of project: ProjectID, on day: BusinessDate) throws {
    for (owner, facts) in Dictionary(grouping: facts, by: \.key.owner) {
      try hear(feed: owner, project: project, on: day, facts: facts, edition: nil)
    }
  }

  /// Makes the service hear an event of another service.
  @discardableResult
  public func hear<E: Event>(_ event: E, on day: BusinessDate) throws -> SourceRef {
    let sequence = heard[E.service, default: 0] + 1
    heard[E.service] = sequence
    let encoder = JSONEncoder()
    var members: [(String, Data)] = [
      ("facts", try encoder.encode(event.facts)), ("data", try encoder.encode(event)),
    ]
    if let community = event.homeOfProject { members.append(("community", try encoder.encode(community))) }
    return try deliver(
      feed: E.service, type: E.wireType, stream: event.stream, project: event.concerns, on: day, sequence: sequence,
      edition: event.pins, members: members, isCritical: E.isCritical)
  }

  private func hear(
    feed: ServiceName, project: ProjectID, on day: BusinessDate, facts: [FactStatement], edition: PackEdition?
  ) throws {
    let sequence = heard[feed, default: 0] + 1
    heard[feed] = sequence
    try deliver(
      feed: feed, type: "jiugai.\(feed.rawValue).bench-statement.v1", stream: project.rawValue, project: project, on: day,
      sequence: sequence, edition: edition, members: [("facts", try JSONEncoder().encode(facts))], isCritical: false)
  }

  @discardableResult
  private func deliver(
    feed: ServiceName, type: String, stream: String, project: ProjectID?, on day: BusinessDate, sequence: Int64,
    edition: PackEdition?, members: [(String, Data)], isCritical: Bool
  ) throws -> SourceRef {
    var text = #"{"id":"\#(feed.rawValue)-be9c4002-\#(sequence)","type":"\#(type)","subject":"\#(stream)""#
    text += #","time":"2024-01-01T00:00:00.000Z","sequence":\#(sequence),"effectiveon":"\#(day)","organisation":"bench""#
    text += #","causationid":"bench""#
    if let project { text += #","project":"\#(project)""# }
    if isCritical { text += #","critical":true"# }
    if let edition { text += #","edition":"# + String(decoding: try JSONEncoder().encode(edition), as: UTF8.self) }
    for (name, value) in members { text += ",\"\(name)\":" + String(decoding: value, as: UTF8.self) }
    text += "}"
    try engine.hear(HeardEvent(feed: feed, epoch: "be9c4002", sequence: sequence, bytes: Data(text.utf8)))
    engine.moveCursor(feed: feed, epoch: "be9c4002", sequence: sequence, hash: Data(count: 32))
    try engine.commit()
    return SourceRef(feed: feed, epoch: "be9c4002", sequence: sequence)
  }

  // MARK: Looking

  /// Asks a query.
  public func ask<Q: Query>(_ query: Q, as role: Role = .subdistrict, today: BusinessDate = "2029-12-31") throws -> Q.Answer {
    let laws = self.laws
    let answer = try reader.read { snapshot in
      try engine.answer(
        query, in: snapshot, principal: Principal(organisation: "bench", roles: [role]), today: today, laws: { laws.law($0) })
    }
    return try JSONDecoder().decode(Q.Answer.self, from: answer)
  }

  /// What the service knows of a project.
  public func facts(of project: ProjectID) throws -> ProjectFacts { try engine.facts(of: project) }

  /// An entity, by its key.
  public func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? { try engine.get(type, key) }

  /// Entities whose key begins with `prefix`.
  public func all<E: Entity>(_ type: E.Type, prefix: String = "") throws -> [E] { try engine.all(type, prefix: prefix) }

  /// The recorded events of one type, oldest first.
  public func events<E: Event>(_ type: E.Type) throws -> [E] {
    try journal.events(after: 0, limit: .max, maxBytes: .max).filter { $0.type == E.wireType }.map {
      try JSONDecoder().decode(Body<E>.self, from: $0.bytes).data
    }
  }

  /// The bytes of everything recorded: for searching what must not be there.
  public func recordedText() throws -> String {
    try journal.events(after: 0, limit: .max, maxBytes: .max).map { String(decoding: $0.bytes, as: UTF8.self) }
      .joined(separator: "\n")
  }

  /// What the vault holds of a person, by field.
  public func vault(of person: PersonID) throws -> [String: String] {
    try journal.disclose(subject: person.rawValue).reduce(into: [:]) { fields, record in
      fields.merge(record.fields) { _, last in last }
    }
  }

  /// Drops every entity and folds the journal again; gives the entities before and after, which must be equal.
  public func rebuilt() throws -> (before: [String: Data], after: [String: Data]) {
    let before = try entityBodies()
    try engine.rebuild()
    return (before, try entityBodies())
  }

  private func entityBodies() throws -> [String: Data] {
    var bodies: [String: Data] = [:]
    for kind in try journal.entityKinds() {
      for row in try journal.entities(kind: kind, keyPrefix: "", after: nil, limit: .max) {
        bodies["\(kind) \(row.address.key)"] = row.body
      }
    }
    return bodies
  }

  /// Registers a document as uploaded, so that a command may name it.
  public func upload(_ hashes: DocumentHash...) throws {
    for hash in hashes { try journal.registerDocument(sha256: hash.bytes) }
  }

  private struct Body<E: Decodable>: Decodable { let data: E }
}

/// A refusal, thrown so that a test reads plainly.
public struct Refused: Error, CustomStringConvertible {
  public let problem: Problem
  public var description: String {
    "\(problem.code): " + problem.findings.filter(\.stops).map { "\($0.rule) \($0.result.rawValue)" }.joined(separator: ", ")
  }
}

/// A command that was not judged.
public struct Rejected: Error, Equatable {
  public let code: String
  public let detail: String
  public let pointers: [String]
}

struct BenchLaws: LawBook {
  let laws: [PackEdition: Law]
  let last: Law?
  func law(_ edition: PackEdition) -> Law? { laws[edition] }
  func latest(_ edition: PackEdition) -> Law? {
    let known = [last].compactMap { $0 } + laws.values
    return known.first { $0.reference.with(nil) == edition.with(nil) }
  }
}
