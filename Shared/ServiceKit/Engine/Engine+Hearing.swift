import Contracts
import DomainModel
import FileStore
import Foundation

/// An event of another service's feed, its place in the chain already checked.
public struct HeardEvent: Sendable {
  public let feed: ServiceName
  /// Where its id does not tell: the epoch that the feed is in.
  public var epoch: String
  public let sequence: Int64
  public let bytes: Data

  public init(feed: ServiceName, epoch: String, sequence: Int64, bytes: Data) {
    self.feed = feed
    self.epoch = epoch
    self.sequence = sequence
    self.bytes = bytes
  }
}

extension Engine {
  /// Records what a heard event says, into the batch in hand. It judges nothing and is never refused; what cannot be
  /// recorded parks its project until an operator has seen to it.
  public func hear(_ heard: HeardEvent) throws {
    var heard = heard
    let envelope: EventEnvelope
    do {
      envelope = try decoder.decode(EventEnvelope.self, from: heard.bytes)
      // A restored feed begins with events of earlier epochs.
      if let epoch = HeardCause(envelope.id)?.epoch { heard.epoch = epoch }
    } catch {
      // A fact that this version does not know makes the whole unreadable; whose event it is can be read all the same,
      // and what follows of that project has to wait.
      let project = (try? decoder.decode(Belonging.self, from: heard.bytes))?.project
      return try park(
        heard, subject: project?.rawValue ?? "", reason: "undecodable", detail: "the event is not of the known form")
    }
    guard let project = envelope.project else { return try react(to: heard, envelope) }
    if try !journal.parked(subject: project.rawValue, limit: 1).isEmpty || isParking(project.rawValue) {
      return try park(heard, subject: project.rawValue, reason: "behind", detail: "waits behind an earlier event")
    }
    if let obstacle = obstacle(to: envelope) {
      return try park(heard, subject: project.rawValue, reason: obstacle.reason, detail: obstacle.detail)
    }
    try react(to: heard, envelope)
  }

  /// What of the batch's heard events moves the cursor.
  public func moveCursor(feed: ServiceName, epoch: String, sequence: Int64, hash: Data) {
    batch.cursors.removeAll { $0.feed == feed.rawValue }
    batch.cursors.append(CursorRecord(feed: feed.rawValue, epoch: epoch, sequence: sequence, hash: hash))
  }

  func react(to heard: HeardEvent, _ envelope: EventEnvelope) throws {
    let source = SourceRef(feed: heard.feed, epoch: try Identifier(heard.epoch), sequence: heard.sequence)
    var events = try standing(definition.contract, envelope, source, heard)
    if let reactions = registry.reactions[envelope.type], let read = registry.events[envelope.type] {
      let stamp = EventStamp(
        source: source, stream: envelope.subject, effectiveOn: envelope.effectiveon, recordedAt: envelope.time,
        organisation: envelope.organisation, cause: envelope.causationid)
      let event: any Event
      do { event = try read(heard.bytes, decoder) } catch is DecodingError {
        return try park(
          heard, subject: envelope.project?.rawValue ?? "", reason: "undecodable",
          detail: "\(envelope.type) does not decode")
      }
      for reaction in reactions { events += reaction.record(event, stamp) }
    }
    guard !events.isEmpty else { return }
    let key = ReactionKey(
      feed: heard.feed.rawValue, epoch: heard.epoch, sequence: heard.sequence, reaction: definition.service.rawValue)
    guard try !journal.hasReaction(key), !batch.reactions.contains(key) else { return }
    batch.reactions.append(key)
    let origin = Origin(
      effectiveOn: envelope.effectiveon, recordedAt: clock(), organisation: envelope.organisation, clerk: nil, key: nil,
      cause: "\(heard.feed.rawValue)-\(heard.epoch)-\(heard.sequence)")
    for event in events { try record(event, receipt: nil, origin) }
  }

  /// What every service records of any event: its facts, its edition, and doubts about earlier ones.
  private func standing<C: ServiceContract>(
    _ contract: C.Type, _ envelope: EventEnvelope, _ source: SourceRef, _ heard: HeardEvent
  ) throws -> [any Event] {
    guard let project = envelope.project else { return [] }
    var events: [any Event] = []
    let facts = (envelope.facts ?? []).filter { $0.key.owner == heard.feed }
    if let doubt = try doubt(about: envelope, in: heard) {
      let about = try reference(doubt.sequence, in: source, of: project)
      events.append(
        DoubtHeard<C>(
          project: project, source: source, about: doubt.sequence, kind: doubt.kind,
          epoch: about.epoch == source.epoch ? nil : about.epoch))
      if doubt.kind != .confirmed {
        events += try steps(of: project, doubtedBy: [about]).map {
          StepQuestioned<C>(
            project: project, step: $0.step.receipt.step, sequence: $0.step.sequence, because: $0.because)
        }
      }
    }
    // Whose project it is, intake alone says.
    let community = heard.feed == .intake ? envelope.community : nil
    if !facts.isEmpty || envelope.edition != nil || community != nil {
      events.append(
        FactsHeard<C>(
          project: project, source: source, heardOn: envelope.effectiveon, statements: Listing(capped: facts),
          edition: envelope.edition, community: community))
    }
    return events
  }

  private struct Belonging: Decodable {
    let project: ProjectID?
  }

  /// The event of number `sequence` that another event of the same feed means. It may be of an earlier epoch: then it is
  /// the one that is known here and was not given up.
  private func reference(_ sequence: Int64, in source: SourceRef, of project: ProjectID) throws -> SourceRef {
    let accepted = try all(FeedEpoch.self, prefix: "\(source.feed)/")
    let facts = try space.get(ProjectRecord.self, project.rawValue)?.facts.all.map(\.fact.source) ?? []
    let steps = try all(StepRecord.self, prefix: "\(project)#").flatMap(\.sources)
    let known = (facts + steps).first { one in
      one.feed == source.feed && one.sequence == sequence
        && !accepted.contains { $0.former == one.epoch && sequence > $0.after }
    }
    return known ?? SourceRef(feed: source.feed, epoch: source.epoch, sequence: sequence)
  }

  private struct Doubted: Decodable {
    struct Data: Decodable { let sequence: Int64 }
    let data: Data
  }

  private func doubt(about envelope: EventEnvelope, in heard: HeardEvent) throws -> (sequence: Int64, kind: DoubtKind)? {
    let kinds: [String: DoubtKind] = [
      "record-withdrawn": .withdrawn, "step-questioned": .questioned, "step-confirmed": .confirmed,
    ]
    guard let name = envelope.name?.name.split(separator: ".").last, let kind = kinds[String(name)] else { return nil }
    return (try decoder.decode(Doubted.self, from: heard.bytes).data.sequence, kind)
  }
}
