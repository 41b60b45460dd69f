import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy
import Synchronization
import Testing

@testable import ServiceKit

/// The two journals, which must not differ in anything that the engine can see.
enum Flavour: String, CaseIterable, CustomTestStringConvertible {
  case memory
  case sqlite

  var testDescription: String { rawValue }
}

/// The editions that are installed, as an operator changes them.
final class LawShelf: LawBook {
  private let laws: Mutex<[PackEdition: Law]>

  init(_ laws: [Law]) {
    self.laws = Mutex(Dictionary(uniqueKeysWithValues: laws.map { ($0.reference, $0) }))
  }

  func law(_ edition: PackEdition) -> Law? { laws.withLock { $0[edition] } }
  func install(_ law: Law) { laws.withLock { $0[law.reference] = law } }

  private let refreshing = Mutex<(@Sendable (LawShelf) throws -> Void)?>(nil)
  func onRefresh(_ body: @escaping @Sendable (LawShelf) throws -> Void) { refreshing.withLock { $0 = body } }
  func refresh() throws { try refreshing.withLock { $0 }?(self) }
}

/// An engine over either journal, spoken to as the loop does: commits when it is told to.
final class EngineRig {
  let engine: Engine
  let journal: any Journal
  let shelf: LawShelf
  let folder: URL?
  private var sent = 0
  private(set) var heard: [ServiceName: Int64] = [:]

  init(_ flavour: Flavour, _ definition: ServiceDefinition = Sample.definition, laws: [Law]) throws {
    let key = try VaultKey(bytes: Data(repeating: 7, count: 32))
    switch flavour {
    case .memory:
      folder = nil
      journal = MemoryJournal(feed: definition.service.rawValue, epoch: "be9c4001", vaultKey: key)
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-engine-\(UUID().uuidString)")
      self.folder = folder
      journal = try SQLiteJournal(
        StoreOptions(
          folder: folder, feed: definition.service.rawValue, vaultKey: key, makeEpoch: { "be9c4001" },
          now: { "2024-03-01T08:00:00.000Z" }))
    }
    shelf = LawShelf(laws)
    engine = try Engine(definition, journal: journal, laws: shelf) { "2029-12-31T04:00:00.000Z" }
  }

  deinit {
    try? journal.close()
    if let folder { try? FileManager.default.removeItem(at: folder) }
  }

  // MARK: Commands

  /// Decides without committing.
  @discardableResult
  func decide(_ command: some Command, on day: BusinessDate = "2024-03-01", as role: Role = .subdistrict, id: String? = nil)
    throws -> CommandAnswer
  {
    sent += 1
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try engine.decide(
      CommandRequest(
        type: type(of: command).wireType, id: id ?? "command-\(sent)", source: "urn:jiugai:rig", subject: command.subject,
        effectiveOn: day, body: try encoder.encode(command),
        principal: Principal(organisation: "org-1", roles: [role], clerk: "clerk-1")))
  }

  /// The code of the refusal; nil when it was accepted.
  func refusal(_ command: some Command, on day: BusinessDate = "2024-03-01") throws -> Problem? {
    let answer = try decide(command, on: day)
    try engine.commit()
    switch answer {
    case .accepted: return nil
    case .refused(let problem, _): return try JSONDecoder().decode(Problem.self, from: problem)
    case .rejected(let code, let detail, _): throw Unexpected(what: "\(code.rawValue) \(detail)")
    }
  }

  struct Unexpected: Error { let what: String }

  // MARK: Hearing

  /// Hears an event of another service, into the batch in hand.
  ///
  /// - Parameter place: its epoch and number, when it is not simply the next.
  @discardableResult
  func hear<E: Event>(
    _ event: E, on day: BusinessDate = "2024-03-01", at place: (String, Int64)? = nil
  ) throws -> SourceRef {
    try hear(
      type: E.wireType, feed: E.service, project: event.concerns?.rawValue, on: day, facts: event.facts, edition: event.pins,
      community: event.homeOfProject, critical: E.isCritical, data: String(decoding: try JSONEncoder().encode(event), as: UTF8.self), at: place)
  }

  /// Hears an event of any type, known or not.
  @discardableResult
  func hear(
    type: String, feed: ServiceName, project: String?, on day: BusinessDate = "2024-03-01", facts: [FactStatement] = [],
    edition: PackEdition? = nil, community: CommunityID? = nil, critical: Bool = false, data: String = "{}",
    at place: (String, Int64)? = nil
  ) throws -> SourceRef {
    let (epoch, sequence) = place ?? ("be9c4002", heard[feed, default: 0] + 1)
    heard[feed] = sequence
    func json(_ value: some Encodable) throws -> String { String(decoding: try JSONEncoder().encode(value), as: UTF8.self) }
    var text = #"{"id":"\#(feed.rawValue)-\#(epoch)-\#(sequence)","type":"\#(type)","subject":"\#(project ?? "330382")""#
    text += #","time":"2024-01-01T00:00:00.000Z","sequence":\#(sequence),"effectiveon":"\#(day)","organisation":"rig""#
    text += #","causationid":"rig""#
    if let project { text += #","project":"\#(project)""# }
    if let community { text += #","community":"\#(community)""# }
    if critical { text += #","critical":true"# }
    if !facts.isEmpty { text += #","facts":"# + (try json(facts)) }
    if let edition { text += #","edition":"# + (try json(edition)) }
    text += #","data":\#(data)}"#
    try engine.hear(HeardEvent(feed: feed, epoch: epoch, sequence: sequence, bytes: Data(text.utf8)))
    engine.moveCursor(feed: feed, epoch: epoch, sequence: sequence, hash: Data(count: 32))
    return SourceRef(feed: feed, epoch: try Identifier(epoch), sequence: sequence)
  }

  /// A project under an edition, committed.
  func open(_ project: ProjectID, under edition: PackEdition) throws {
    try hear(type: "jiugai.intake.sample-opened.v1", feed: .intake, project: project.rawValue, edition: edition)
    try engine.commit()
  }

  // MARK: Looking

  func entityBodies() throws -> [String: String] {
    var bodies: [String: String] = [:]
    for kind in try journal.entityKinds() {
      for row in try journal.entities(kind: kind, keyPrefix: "", after: nil, limit: 100_000) {
        bodies["\(kind) \(row.address.key)"] = String(decoding: row.body, as: UTF8.self)
      }
    }
    return bodies
  }

  func eventBodies() throws -> [String] {
    try journal.events(after: 0, limit: 100_000, maxBytes: .max).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  func parked() throws -> [ParkedRecord] { try journal.parked(subject: nil, limit: 1000) }
}
