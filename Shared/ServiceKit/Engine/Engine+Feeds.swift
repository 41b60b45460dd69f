import Contracts
import DomainModel
import FileStore
import Foundation

/// An event by which this service reads another's feed on in a new epoch.
protocol FeedAcceptingEvent {
  /// The position from which reading goes on.
  var position: CursorRecord { get }
  /// The epoch that was given up, and the last of its events that stands.
  var formerEpoch: Identifier<SlugKind> { get }
  var after: Int64 { get }
}

/// An event that takes back what was heard of an epoch that was given up.
protocol HearingWithdrawingEvent {
  func takesBack(cause: String) -> Bool
}

extension HearingWithdrawn: HearingWithdrawingEvent {
  func takesBack(cause: String) -> Bool {
    HeardCause(cause).map { $0.feed == feed.rawValue && $0.epoch == epoch.rawValue && $0.sequence > after } ?? false
  }
}

/// The heard event that an own event was recorded for: its `causationid`, taken apart.
struct HeardCause {
  let feed: String
  let epoch: String
  let sequence: Int64

  /// Nil for the id of a command.
  init?(_ cause: String) {
    let parts = cause.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count >= 3, ServiceName(rawValue: String(parts[0])) != nil, let sequence = Int64(parts[parts.count - 1])
    else { return nil }
    feed = String(parts[0])
    epoch = parts[1..<(parts.count - 1)].joined(separator: "-")
    self.sequence = sequence
  }
}

extension Engine {
  /// Reads a feed on where an accepted event says, and lets go what was parked of the epoch that was given up.
  func readOn(_ event: any FeedAcceptingEvent) throws {
    let position = event.position
    guard let feed = ServiceName(rawValue: position.feed) else { return }
    moveCursor(feed: feed, epoch: position.epoch, sequence: position.sequence, hash: position.hash)
    for record in try journal.parked(subject: nil, limit: 1_000_000) where record.event.feed == position.feed
      && record.event.epoch == event.formerEpoch.rawValue && record.event.sequence > event.after
    {
      batch.parked.append(.release(record.event))
    }
    acceptedFeeds.insert(feed)
  }

  /// The feeds that were accepted since the last call; told after the commit.
  func takeAcceptedFeeds() -> Set<ServiceName> {
    defer { acceptedFeeds = [] }
    return acceptedFeeds
  }

  func position(in feed: ServiceName) throws -> CursorRecord? {
    try batch.cursors.last { $0.feed == feed.rawValue } ?? journal.cursor(feed: feed.rawValue)
  }

  /// The projects of which something was recorded that was heard of `feed` in `epoch` after event `after`.
  ///
  /// The own journal is searched from its end, only as far as there is something to be found: how much there is, the
  /// reactions tell.
  func projects(hearing feed: ServiceName, epoch: String, after: Int64, through last: Int64) throws -> Set<ProjectID> {
    var causes: Set<Int64> = []
    for sequence in stride(from: after + 1, through: last, by: 1) {
      let key = ReactionKey(
        feed: feed.rawValue, epoch: epoch, sequence: sequence, reaction: definition.service.rawValue)
      if try journal.hasReaction(key) || batch.reactions.contains(key) { causes.insert(sequence) }
    }
    var projects: Set<ProjectID> = []
    func look(_ text: String, _ project: ProjectID?) {
      guard let cause = HeardCause(text), cause.feed == feed.rawValue, cause.epoch == epoch,
        cause.sequence > after
      else { return }
      if let project { projects.insert(project) }
      causes.remove(cause.sequence)
    }
    for waiting in pending { look(waiting.stamp.cause, waiting.event.concerns) }
    let mark = Data(#""causationid":"\#(feed.rawValue)-\#(epoch)-"#.utf8)
    var end = committedHead
    while !causes.isEmpty, end > 0 {
      let start = max(0, end - 500)
      for stored in try journal.events(after: start, limit: Int(end - start), maxBytes: .max)
      where stored.bytes.range(of: mark) != nil {
        let envelope = try decoder.decode(EventEnvelope.self, from: stored.bytes)
        look(envelope.causationid, envelope.project)
      }
      end = start
    }
    return projects
  }
}
