import ClientKit
import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import ServiceKit

/// What a `SimulatedSystem` keeps, one call at a time.
struct SimulatedWorld {
  private let definitions: [ServiceName: ServiceDefinition]
  private let names: [ServiceName]
  private let laws: any LawBook
  private let connection: Connection
  private var faults: SimulatedFaults
  private var dice: SeededGenerator
  private let clock = SimulatedClock(day: "2029-06-01")

  private var journals: [ServiceName: MemoryJournal] = [:]
  /// Those that run; one that ended starts again when it is next spoken to.
  private var running: [ServiceName: ServiceInMemory] = [:]
  /// For how many more requests a service is away.
  private var absences: [ServiceName: Int] = [:]
  private var late: [(request: OutboundRequest, service: ServiceName, role: Role)] = []
  /// What was answered with "recorded", by service and command id.
  private var acknowledged: [String: (service: ServiceName, first: Int, last: Int)] = [:]
  private(set) var happenings: [String: Int] = [:]
  private(set) var course: [String] = []

  init(
    _ services: [ServiceDefinition], laws: any LawBook, connection: Connection, faults: SimulatedFaults, seed: UInt64
  ) throws {
    definitions = Dictionary(uniqueKeysWithValues: services.map { ($0.service, $0) })
    names = services.map(\.service)
    self.laws = laws
    self.connection = connection
    self.faults = faults
    dice = SeededGenerator(seed: seed)
    for (place, name) in names.enumerated() {
      journals[name] = MemoryJournal(
        feed: name.rawValue, epoch: "50000\(place)0f", vaultKey: try VaultKey(bytes: Data(repeating: 9, count: 32)))
    }
  }

  // MARK: Requests

  /// Carries a request as a client does: again and again with the same id until an answer comes.
  mutating func carry(_ request: OutboundRequest, to service: ServiceName, as role: Role) throws -> ReplyFrames {
    for attempt in 1...SimulatedWorld.mostAttempts {
      try pass()
      clock.move(by: 10)
      guard let reply = try attemptOnce(request, to: service, as: role, attempt) else { continue }
      let header = try reply.replyHeader()
      if header.status == .error, header.wireCode?.retry == .sameID { continue }
      if request.kind == .command, header.status == .ok, let first = header.firstseq, let last = header.lastseq {
        acknowledged["\(service.rawValue) \(request.id)"] = (service, first, last)
      }
      return reply
    }
    throw SimulatedBreach("\(service.rawValue) did not answer \(request.id) in \(SimulatedWorld.mostAttempts) attempts")
  }

  private static let mostAttempts = 500

  private mutating func attemptOnce(
    _ request: OutboundRequest, to service: ServiceName, as role: Role, _ attempt: Int
  ) throws -> ReplyFrames? {
    if let left = absences[service] {
      absences[service] = left > 1 ? left - 1 : nil
      return nil
    }
    if happens(faults.absence, "away", service.rawValue) {
      absences[service] = Int.random(in: 5...60, using: &dice)
      running[service] = nil
      return nil
    }
    if happens(faults.lostRequest, "request lost", name(request)) { return nil }
    if happens(faults.lateRequest, "request late", name(request)) { late.append((request, service, role)) }
    var reply = try take(request, to: service, as: role, attempt)
    if happens(faults.doubledRequest, "request doubled", name(request)) {
      let second = try take(request, to: service, as: role, attempt + 1000)
      if let one = reply, let other = second { try requireSame(one, other, request) }
      reply = reply ?? second
    }
    if happens(faults.lostReply, "reply lost", name(request)) { return nil }
    return reply
  }

  /// A command that arrives twice has one outcome.
  private func requireSame(_ one: ReplyFrames, _ other: ReplyFrames, _ request: OutboundRequest) throws {
    let (first, second) = (try one.replyHeader(), try other.replyHeader())
    guard request.kind == .command, first.status != .error, second.status != .error else { return }
    guard first.status == second.status, first.firstseq == second.firstseq, first.lastseq == second.lastseq,
      one.body == other.body
    else { throw SimulatedBreach("\(request.id) sent twice came to two outcomes") }
  }

  /// What a service does with a request that reached it; nil when it ended over it.
  private mutating func take(
    _ request: OutboundRequest, to name: ServiceName, as role: Role, _ attempt: Int
  ) throws -> ReplyFrames? {
    let service = try start(name)
    let header = try RequestHeader(wire: request.header("attempt-\(attempt)"))
    switch request.kind {
    case .command: return try decide(header, request.body, name, service, as: role)
    case .query:
      if header.type == health(of: name) { return service.ok(header, try JSONEncoder().encode(try health(name))) }
      return service.answer(header, request.body, principal(role))
    case .documentChunk: return try document(header, request.body, name, service)
    case .feedRead: return service.page(header, try FeedRequest(body: request.body), principal(role))
    default: return service.error(.unsupportedProtocol, "a simulation takes no such request", header)
    }
  }

  private mutating func decide(
    _ header: RequestHeader, _ body: Data, _ name: ServiceName, _ service: ServiceInMemory, as role: Role
  ) throws -> ReplyFrames? {
    if ends(name, "before deciding") { return nil }
    let reply = try service.decide(header, body, principal(role))
    if ends(name, "before its commit") { return nil }
    guard try commit(name, service) else { return service.error(.storeFull, "no room", header) }
    if ends(name, "after its commit") { return nil }
    return reply
  }

  /// Documents are registered as if they had been stored: there is no disk here.
  private func document(
    _ header: RequestHeader, _ body: Data, _ name: ServiceName, _ service: ServiceInMemory
  ) throws -> ReplyFrames {
    let hash = try DocumentHash(header.subject ?? "")
    let journal = try journal(name)
    if try journal.documentCatalogue.find(hash.bytes) == nil { try journal.registerDocument(sha256: hash.bytes) }
    return service.ok(header, Data(#"{"offset":1,"isComplete":true}"#.utf8))
  }

  // MARK: Between requests

  /// What happens while nobody asks: feeds are read, late requests arrive, clocks jump.
  private mutating func pass() throws {
    for _ in 0..<Int.random(in: 0...4, using: &dice) { try hearSomething() }
    if happens(faults.clockJump, "clock jumps") {
      clock.move(by: Int64.random(in: (-2 * SimulatedClock.day)...(2 * SimulatedClock.day), using: &dice))
      // Never so far back that a story's days would lie in the future.
      if clock.now.businessDate < "2029-01-01" { clock.move(by: 30 * SimulatedClock.day) }
    }
    if !late.isEmpty, Int.random(in: 0..<20, using: &dice) == 0 {
      let stray = late.remove(at: Int.random(in: 0..<late.count, using: &dice))
      note("late request arrives", name(stray.request))
      _ = try take(stray.request, to: stray.service, as: stray.role, 5000)
    }
    if let name = names.randomElement(using: &dice), happens(faults.rebuild, "folds again", name.rawValue) {
      try foldAgain(name)
    }
  }

  private mutating func hearSomething() throws {
    guard let reader = names.randomElement(using: &dice), let feed = names.randomElement(using: &dice), reader != feed,
      absences[reader] == nil, absences[feed] == nil
    else { return }
    _ = try hear(reader, feed, most: Int.random(in: 1...40, using: &dice))
  }

  /// A service reads one page of another's feed, as its follower does.
  ///
  /// - Returns: whether it is now at the end of the feed.
  private mutating func hear(_ reader: ServiceName, _ feed: ServiceName, most: Int) throws -> Bool {
    let (listener, speaker) = (try start(reader), try start(feed))
    let (journal, source) = (try self.journal(reader), try self.journal(feed))
    let cursor = try journal.cursor(feed: feed.rawValue).flatMap { record in
      Messaging.ChainHash(bytes: record.hash).map {
        FeedCursor(epoch: record.epoch, sequence: Int(record.sequence), hash: $0)
      }
    }
    guard source.head.sequence > Int64(cursor?.sequence ?? 0) else { return true }
    if happens(faults.lostPage, "page lost", "\(feed.rawValue) to \(reader.rawValue)") { return false }
    let request = FeedRequest(feed: feed.rawValue, consumer: reader.rawValue, cursor: cursor, maxevents: most, waitms: 0)
    let header = RequestHeader(id: "read", source: "urn:jiugai:\(reader.rawValue)", type: "jiugai.feed.read.v1")
    let reply = speaker.page(header, request, principal(of: reader))
    let told = try reply.replyHeader()
    guard told.status == .ok, let epoch = told.epoch else {
      throw SimulatedBreach("\(feed.rawValue) refused \(reader.rawValue) its feed: \(told.code ?? "")")
    }
    let page = try FeedPage(body: reply.body)
    let start = cursor ?? .start(feed: feed.rawValue, epoch: epoch)
    let end = try page.verified(from: start, head: told.head, headhash: told.headhash)
    let middle = page.events.isEmpty ? 0 : Int.random(in: 0..<page.events.count, using: &dice)
    for (place, event) in page.events.enumerated() {
      if place == middle, ends(reader, "in the midst of hearing") { return false }
      try listener.engine.hear(
        HeardEvent(feed: feed, epoch: epoch, sequence: Int64(event.sequence), bytes: event.bytes))
    }
    listener.engine.moveCursor(
      feed: feed, epoch: epoch, sequence: Int64(end.sequence), hash: Data(end.hash.bytes))
    guard try commit(reader, listener) else { return false }
    return source.head.sequence == Int64(end.sequence)
  }

  // MARK: Services

  private mutating func start(_ name: ServiceName) throws -> ServiceInMemory {
    if let known = running[name] { return known }
    guard let definition = definitions[name] else { throw ClientFault.unknownService(name) }
    let clock = clock
    let made = try ServiceInMemory(definition, journal: try journal(name), laws: laws) { clock.now }
    running[name] = made
    return made
  }

  private func journal(_ name: ServiceName) throws -> MemoryJournal {
    guard let journal = journals[name] else { throw ClientFault.unknownService(name) }
    return journal
  }

  private mutating func commit(_ name: ServiceName, _ service: ServiceInMemory) throws -> Bool {
    let journal = try journal(name)
    if happens(faults.fullDisk, "disk full", name.rawValue) { journal.commitFault = .full }
    defer { journal.commitFault = nil }
    do { try service.engine.commit() } catch StoreError.full { return false }
    return true
  }

  /// Ends the service if the dice say so: what its process had in memory is gone.
  private mutating func ends(_ name: ServiceName, _ moment: String) -> Bool {
    guard happens(faults.crash, "ends \(moment)", name.rawValue) else { return false }
    running[name] = nil
    return true
  }

  private mutating func foldAgain(_ name: ServiceName) throws {
    let journal = try journal(name)
    let before = try StoredRecords(of: name, in: journal).entities
    try start(name).engine.rebuild()
    let after = try StoredRecords(of: name, in: journal).entities
    guard before == after else {
      let key = Set(before.keys).union(after.keys).sorted().first { before[$0] != after[$0] } ?? ""
      throw SimulatedBreach("\(name.rawValue) folded again has another \(key)")
    }
  }

  private func principal(_ role: Role) -> Principal {
    let organisation = connection.clients[role.rawValue].flatMap { try? OrganisationID($0.organisation) } ?? "nobody"
    return Principal(organisation: organisation, roles: [role])
  }

  private func principal(of service: ServiceName) -> Principal {
    Principal(organisation: (try? OrganisationID(service.rawValue)) ?? "nobody", roles: [.service])
  }

  private func health(of name: ServiceName) -> String { "jiugai.\(name.rawValue).health.v1" }

  private func health(_ name: ServiceName) throws -> Health {
    let journal = try journal(name)
    let feeds = try names.filter { $0 != name }.map { other in
      Health.FeedPosition(
        feed: other, epoch: journals[other]?.epoch, sequence: try journal.cursor(feed: other.rawValue)?.sequence ?? 0,
        head: nil, heardAt: nil, stopped: nil)
    }
    return Health(
      service: name, version: Version.current, epoch: journal.epoch, head: journal.head.sequence, startedAt: clock.now,
      feeds: feeds, parkedProjects: Set(try journal.parked(subject: nil, limit: 1000).map(\.subject)).count, diskFree: 1,
      storeSize: 1, acceptingCommands: true)
  }

  // MARK: Chance

  private mutating func happens(_ often: Int, _ what: String, _ whom: String = "") -> Bool {
    guard often > 0, Int.random(in: 0..<1000, using: &dice) < often else { return false }
    note(what, whom)
    return true
  }

  private mutating func note(_ what: String, _ whom: String) {
    happenings[what, default: 0] += 1
    course.append("\(what) \(whom)")
  }

  /// A command by its id, which follows from its step; other requests have ids by chance.
  private func name(_ request: OutboundRequest) -> String { request.kind == .command ? request.id : "\(request.kind)" }

  // MARK: The end

  mutating func settled() throws -> EndState {
    faults = .none
    absences = [:]
    while let stray = late.popLast() { _ = try take(stray.request, to: stray.service, as: stray.role, 6000) }
    var isQuiet = false
    while !isQuiet {
      isQuiet = true
      for reader in names {
        for feed in names where feed != reader {
          if try !hear(reader, feed, most: 500) { isQuiet = false }
        }
      }
    }
    for name in names { try foldAgain(name) }
    let records = try names.map { try StoredRecords(of: $0, in: try journal($0)) }
    try requireOnce(records)
    return try EndState(records)
  }

  /// Every acknowledged command is there, where it was said to be, and nothing was recorded for it twice; nothing heard was
  /// recorded twice either.
  private func requireOnce(_ records: [StoredRecords]) throws {
    struct Cause: Decodable { let causationid: String }
    for record in records {
      var places: [String: ClosedRange<Int>] = [:]
      var last = ""
      for (index, text) in record.events.enumerated() {
        let cause = try JSONDecoder().decode(Cause.self, from: Data(text.utf8)).causationid
        if let known = places[cause] {
          guard last == cause else {
            throw SimulatedBreach("\(record.service.rawValue) recorded \(cause) twice: at \(known.lowerBound) and at \(index + 1)")
          }
          places[cause] = known.lowerBound...(index + 1)
        } else {
          places[cause] = (index + 1)...(index + 1)
        }
        last = cause
      }
      for (key, answer) in acknowledged where answer.service == record.service && answer.first <= answer.last {
        let id = String(key.dropFirst(record.service.rawValue.count + 1))
        guard places[id] == answer.first...answer.last else {
          throw SimulatedBreach("\(key) was acknowledged as \(answer.first) to \(answer.last), and is not there")
        }
      }
    }
  }
}
