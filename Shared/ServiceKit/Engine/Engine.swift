import Contracts
import DomainModel
import FileStore
import Foundation
import Policy

/// Decides commands and records what is heard: a batch at a time, in memory, then written in one transaction. Lives on one
/// thread; the only writer of its journal. The next batch may be decided while one is being written (`beginCommit`).
public final class Engine {
  public let definition: ServiceDefinition
  let journal: any Journal
  let laws: any LawBook
  let registry: MessageRegistry
  let space: EntitySpace
  let writer: EventWriter
  let decoder = CompactDecoder()
  let encoder = CompactEncoder()
  let clock: @Sendable () -> Instant
  /// The epochs of the own journal, the present one last, each with the last event before it.
  private let epochs: [(name: Identifier<SlugKind>, after: Int64)]

  /// What the batch in hand wants written, beside the entities.
  var batch = StoreBatch()
  /// Events of the batch, as recorded, for decisions that look back and for folding a stream again.
  var pending: [RecordedEvent] = []
  /// Answers of the batch by source and id, so that a repeat within one batch is one too.
  var answered: [String: (mac: Data, answer: CommandAnswer)] = [:]
  /// The same of the batch that is being written; nil when none is.
  var beingWritten: [String: (mac: Data, answer: CommandAnswer)]?
  /// What is to be read from the vault after the commit, by the command whose answer it is.
  var inquiries: [String: any VaultInquiry] = [:]
  var head: Int64
  /// The journal's last number, without the batch in hand and the one that is being written.
  public private(set) var committedHead: Int64
  /// How far the last folding of the whole journal came.
  private(set) var foldedTo: Int64 = 0
  /// Feeds that the batch in hand reads on in a new epoch.
  var acceptedFeeds: Set<ServiceName> = []
  private var knownTraits: [ObjectIdentifier: EventTraits] = [:]

  public init(
    _ definition: ServiceDefinition, journal: any Journal, laws: any LawBook,
    clock: @escaping @Sendable () -> Instant = { Instant.now() }
  ) throws {
    self.definition = definition
    self.journal = journal
    self.laws = laws
    self.clock = clock
    registry = MessageRegistry(definition)
    space = EntitySpace(journal: journal)
    writer = EventWriter(service: definition.service, epoch: journal.epoch)
    epochs = try journal.epochs().map { (try Identifier($0.epoch), $0.after) }
    let recorded = journal.head.sequence
    head = recorded
    committedHead = recorded
  }

  /// The wire type of the query that the runtime answers itself.
  var healthType: String { MessageRegistry.healthType(definition.contract) }

  /// The journal's last number, with the batch in hand.
  public var headSequence: Int64 { head }
  public var hasPending: Bool { !batch.isEmpty }

  // MARK: The batch

  /// Writes the batch in one transaction.
  ///
  /// - Throws: `StoreError`; the batch is dropped then, and the store is as before.
  public func commit() throws {
    precondition(beingWritten == nil, "one batch is written after the other")
    do {
      batch.entities = try space.changes()
      if !batch.isEmpty { committedHead = try journal.commit(batch).sequence }
      space.settle()
      clear()
    } catch {
      abandon()
      throw error
    }
  }

  /// Whether the batch in hand is one that can be written while the next is decided: events, entities and outcomes, with
  /// nothing to be done on this thread afterwards.
  public var mayBeginCommit: Bool {
    batch.vault.isEmpty && batch.cursors.isEmpty && batch.reactions.isEmpty && batch.parked.isEmpty && inquiries.isEmpty
      && acceptedFeeds.isEmpty
  }

  /// Begins to write the batch, and goes on to the next one, which sees what this one changed. Nothing of either may be told
  /// before `finishCommit`.
  ///
  /// - Returns: whether there was anything to write.
  /// - Throws: `StoreError`; the batch is dropped then, and the store is as before.
  public func beginCommit() throws -> Bool {
    precondition(beingWritten == nil && mayBeginCommit, "one batch is written after the other")
    do {
      batch.entities = try space.changes()
      guard !batch.isEmpty else {
        space.settle()
        clear()
        return false
      }
      try journal.beginCommit(batch)
    } catch {
      abandon()
      throw error
    }
    space.handOver()
    beingWritten = answered
    clear()
    return true
  }

  /// Waits until what was begun is written.
  ///
  /// - Throws: `StoreError`; then nothing of it is stored, and what was decided since, which rests on it, is dropped too.
  public func finishCommit() throws {
    guard beingWritten != nil else { return }
    do {
      committedHead = try journal.finishCommit().sequence
      space.settleHandedOver()
      beingWritten = nil
    } catch {
      beingWritten = nil
      abandon()
      throw error
    }
  }

  /// Drops what the batch in hand decided.
  public func abandon() {
    precondition(beingWritten == nil, "what is being written is finished first")
    space.discard()
    clear()
    acceptedFeeds.removeAll()
    inquiries.removeAll()
    head = committedHead
  }

  private func clear() {
    batch = StoreBatch()
    pending.removeAll(keepingCapacity: true)
    answered.removeAll(keepingCapacity: true)
  }

  // MARK: Recording

  /// What every event of one command or one heard event has in common.
  struct Origin {
    let effectiveOn: BusinessDate
    let recordedAt: Instant
    let organisation: OrganisationID
    let clerk: ClerkID?
    let key: KeyFingerprint?
    let cause: String
  }

  /// Encodes an event, gives it its number and folds it.
  func record(_ event: any Event, receipt: Receipt?, _ origin: Origin) throws {
    let traits = traits(of: event)
    let stream = event.stream
    let sequence = head + 1
    let (recordedAt, effectiveOn) = (origin.recordedAt.description, origin.effectiveOn.description)
    let bytes = try writer.bytes(
      of: event, traits,
      EventWriter.Heading(
        sequence: sequence, recordedAt: recordedAt, effectiveOn: effectiveOn,
        organisation: origin.organisation, clerk: origin.clerk, key: origin.key, cause: origin.cause, receipt: receipt))
    guard bytes.count <= Engine.largestEvent else { throw EngineFault.eventTooLarge(traits.wireType, bytes.count) }
    let stamp = EventStamp(
      source: reference(sequence), stream: stream, effectiveOn: origin.effectiveOn, recordedAt: origin.recordedAt,
      organisation: origin.organisation, cause: origin.cause)
    try apply(event, stamp, receipt: receipt)
    batch.events.append(
      NewEvent(
        sequence: sequence, stream: stream, type: traits.wireType, version: traits.version,
        effectiveOn: effectiveOn, recordedAt: recordedAt,
        readers: traits.readers, bytes: bytes))
    pending.append(RecordedEvent(event: event, stamp: stamp, receipt: receipt))
    head = sequence
  }

  static let largestEvent = 64 * 1024

  /// This journal's reference to one of its events, in the epoch in which it was recorded.
  public func reference(_ sequence: Int64) -> SourceRef {
    guard let epoch = epochs.last(where: { $0.after < sequence }) ?? epochs.first else {
      preconditionFailure("a journal has an epoch from its first moment")
    }
    return SourceRef(feed: definition.service, epoch: epoch.name, sequence: sequence)
  }

  /// What is constant of an event's type.
  func traits(of event: any Event) -> EventTraits {
    let type = Swift.type(of: event)
    if let known = knownTraits[ObjectIdentifier(type)] { return known }
    let traits = EventTraits(type, folds: registry.folds)
    knownTraits[ObjectIdentifier(type)] = traits
    return traits
  }

  // MARK: Folding

  /// The entities after an event.
  func apply(_ event: any Event, _ stamp: EventStamp, receipt: Receipt?) throws {
    space.stream = stamp.stream
    let traits = traits(of: event)
    if traits.takesBack {
      if let withdrawn = (event as? any WithdrawingEvent)?.withdrawnSequence {
        try space.put(Withdrawal(sequence: withdrawn))
      }
      if let hearing = event as? any HearingWithdrawingEvent {
        try eachEvent(of: stamp.stream, before: stamp.sequence) { recorded in
          guard hearing.takesBack(cause: recorded.stamp.cause) else { return }
          try space.put(Withdrawal(sequence: recorded.stamp.sequence))
        }
      }
      try foldAgain(stamp.stream, before: stamp.sequence)
      space.stream = stamp.stream
    }
    for fold in traits.folds { try fold.apply(event, stamp, space) }
    try StandingFolds.keep(event, stamp, receipt: receipt, in: space)
  }

  /// Drops a stream's entities and folds its events again, passing over withdrawn ones.
  func foldAgain(_ stream: String, before limit: Int64) throws {
    space.isRefolding = true
    defer { space.isRefolding = false }
    try space.dropStream(stream)
    try eachEvent(of: stream, before: limit) { recorded in
      guard try space.get(Withdrawal.self, Withdrawal.key(recorded.stamp.sequence)) == nil else { return }
      space.stream = stream
      for fold in traits(of: recorded.event).folds {
        try fold.apply(recorded.event, recorded.stamp, space)
      }
      try StandingFolds.keep(recorded.event, recorded.stamp, receipt: recorded.receipt, in: space)
    }
  }

  func eachEvent(of stream: String, before limit: Int64, _ body: (RecordedEvent) throws -> Void) throws {
    var after: Int64 = 0
    while true {
      let page = try journal.events(stream: stream, after: after, limit: 500)
      for stored in page where stored.sequence < limit { try body(try decode(stored)) }
      guard let last = page.last, last.sequence < limit else { break }
      after = last.sequence
    }
    for recorded in pending where recorded.stamp.stream == stream && recorded.stamp.sequence < limit {
      try body(recorded)
    }
  }

  func decode(_ stored: StoredEvent) throws -> RecordedEvent {
    guard let read = registry.events[stored.type] else {
      throw FoldFault.unknownEvent(type: stored.type, sequence: stored.sequence)
    }
    do {
      let envelope = try decoder.decode(EventEnvelope.self, from: stored.bytes)
      let stamp = EventStamp(
        source: reference(stored.sequence), stream: stored.stream, effectiveOn: envelope.effectiveon,
        recordedAt: envelope.time, organisation: envelope.organisation, cause: envelope.causationid)
      return RecordedEvent(event: try read(stored.bytes, decoder), stamp: stamp, receipt: envelope.receipt)
    } catch is DecodingError {
      throw FoldFault.undecodable(type: stored.type, sequence: stored.sequence)
    }
  }

  /// Drops every entity and folds the whole journal again. What results must equal what was.
  ///
  /// - Parameter progress: is told the number of the event that was reached.
  public func rebuild(_ progress: (Int64) -> Void = { _ in }) throws {
    abandon()
    try journal.dropEntities()
    var after: Int64 = 0
    foldedTo = 0
    while true {
      let page = try journal.events(after: after, limit: 500, maxBytes: .max)
      guard let last = page.last else { return }
      for stored in page {
        let recorded = try decode(stored)
        try apply(recorded.event, recorded.stamp, receipt: recorded.receipt)
        foldedTo = stored.sequence
      }
      after = last.sequence
      progress(after)
      var changes = StoreBatch()
      changes.entities = try space.changes()
      try journal.commit(changes)
      space.settle()
    }
  }
}

/// A fault of the program that is answered, never trapped.
enum EngineFault: Error {
  case eventTooLarge(String, Int)
}

/// An event that takes another one back.
protocol WithdrawingEvent {
  var withdrawnSequence: Int64 { get }
}

extension RecordWithdrawn: WithdrawingEvent {
  var withdrawnSequence: Int64 { sequence }
}

extension Readers {
  /// How access is written beside an event in the store: `own`, `services`, or roles with commas.
  var label: String {
    switch self {
    case .own: "own"
    case .services: "services"
    case .roles(let roles):
      roles.count == Role.allCases.count ? "everyone" : roles.map(\.rawValue).sorted().joined(separator: ",")
    }
  }

  /// Whether a reader with these roles may see an event with this label.
  static func label(_ label: String, admits roles: Set<Role>) -> Bool {
    switch label {
    case "own": false
    case "services": roles.contains(.service)
    case "everyone": true
    default:
      roles.contains(.service) || label.split(separator: ",").contains { Role(rawValue: String($0)).map(roles.contains) ?? false }
    }
  }
}
