import Contracts
import DomainModel
import FileStore
import Foundation
import Policy

/// A command of the operator about events that wait.
protocol ParkedOrder {
  /// The project that waits; empty for events that name none.
  var parkedSubject: String { get }
  /// The event to be passed over, if one is.
  var skipped: ForeignEvent? { get }
}

extension RetryParked: ParkedOrder {
  var parkedSubject: String { subject }
  var skipped: ForeignEvent? { nil }
}

extension SkipParked: ParkedOrder {
  var parkedSubject: String { subject }
  var skipped: ForeignEvent? { ForeignEvent(feed: feed.rawValue, epoch: epoch.rawValue, sequence: sequence) }
}

extension Engine {
  /// Does what an accepted order says, into the batch in hand: the events that can be heard now are recorded.
  func carryOut(_ order: any ParkedOrder) throws {
    let before = (parked: batch.parked, reactions: batch.reactions)
    do {
      if let skipped = order.skipped { batch.parked.append(.release(skipped)) }
      do { try laws.refresh() } catch let faults as PackFaults {
        let first = faults.faults.first.map { "\($0.file):\($0.line)" } ?? ""
        throw Refusal(.packsFaulty, values: [NamedValue("fault", .code(first))])
      }
      try retryParked(order.parkedSubject)
    } catch {
      (batch.parked, batch.reactions) = before
      throw error
    }
  }

  /// Tries everything that is parked again, as after an upgrade or the installation of an edition.
  public func retryParked() throws {
    for subject in Set(try journal.parked(subject: nil, limit: 100_000).map(\.subject)).sorted() {
      try retryParked(subject)
    }
  }

  /// Tries the parked events of a project again, in the order of each feed; those that still cannot be recorded stay,
  /// with what follows them in their feed. No order between feeds matters.
  public func retryParked(_ project: String) throws {
    var held: Set<ServiceName> = []
    for record in try parked(of: project) {
      guard let feed = ServiceName(rawValue: record.event.feed), !held.contains(feed) else { continue }
      let heard = HeardEvent(
        feed: feed, epoch: record.event.epoch, sequence: record.event.sequence, bytes: record.bytes)
      let envelope = try? decoder.decode(EventEnvelope.self, from: heard.bytes)
      if let obstacle = obstacle(to: envelope) {
        held.insert(feed)
        guard obstacle.reason != record.reason else { continue }
        // It only waited behind another one before; now it is itself what is to be seen to.
        batch.parked.append(.release(record.event))
        try park(heard, subject: project, reason: obstacle.reason, detail: obstacle.detail)
      } else if let envelope {
        batch.parked.append(.release(record.event))
        try react(to: heard, envelope)
        // Still not decodable: what comes after it goes on waiting behind it.
        if isParking(record.event) { held.insert(feed) }
      }
    }
  }

  /// Why an event cannot be recorded, whatever came before it; nil when it can.
  func obstacle(to envelope: EventEnvelope?) -> (reason: String, detail: String)? {
    guard let envelope else { return ("undecodable", "the event is not of the known form") }
    if let edition = envelope.edition, laws.law(edition) == nil {
      return (
        "edition-not-installed", "install \(edition.pack)/\(edition.edition).yaml with SHA-256 \(edition.sha256)"
      )
    }
    if envelope.critical == true, registry.events[envelope.type] == nil {
      return ("unknown-critical", "upgrade to a version that knows \(envelope.type)")
    }
    return nil
  }

  /// The parked events of a project as the batch in hand has them, in the order of feed, epoch and number.
  func parked(of subject: String) throws -> [ParkedRecord] {
    var records = try journal.parked(subject: subject, limit: 100_000)
    for change in batch.parked {
      switch change {
      case .release(let event): records.removeAll { $0.event == event }
      case .park(let record): if record.subject == subject { records.append(record) }
      }
    }
    return records
  }

  func isParking(_ subject: String) -> Bool {
    batch.parked.contains { if case .park(let record) = $0 { record.subject == subject } else { false } }
  }

  func isParking(_ event: ForeignEvent) -> Bool {
    batch.parked.contains { if case .park(let record) = $0 { record.event == event } else { false } }
  }

  func park(_ heard: HeardEvent, subject: String, reason: String, detail: String) throws {
    batch.parked.append(
      .park(
        ParkedRecord(
          event: ForeignEvent(feed: heard.feed.rawValue, epoch: heard.epoch, sequence: heard.sequence), subject: subject,
          reason: reason, detail: detail, parkedAt: clock().description, bytes: heard.bytes)))
  }
}
