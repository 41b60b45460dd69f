import Contracts
import DomainModel
import FileStore

extension [ParkedRecord] {
  /// The event of each feed that cannot be recorded; the others of its feed wait behind it.
  var obstacles: [ParkedRecord] {
    var seen: Set<String> = []
    return filter { seen.insert($0.event.feed).inserted }
  }
}

/// Lets a project's waiting events be tried again; the engine does so in the same batch.
enum RetryParkedDecision<C: ServiceContract>: Decision {
  static func look(_ command: RetryParked<C>, at view: any EntityView) throws -> Bool {
    try !view.journal.parked(of: command.subject).isEmpty
  }

  static func decide(_ command: RetryParked<C>, seeing waits: Bool, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard waits else { throw Refusal(.notParked, pointers: ["/project"]) }
    return Outcome([])
  }
}

/// Records that an event is passed over; the engine lets it go in the same batch, and tries what waited behind it.
enum SkipParkedDecision<C: ServiceContract>: Decision {
  static func look(_ command: SkipParked<C>, at view: any EntityView) throws -> [ParkedRecord] {
    try view.journal.parked(of: command.subject)
  }

  static func decide(
    _ command: SkipParked<C>, seeing waiting: [ParkedRecord], under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard let record = waiting.first(where: { $0.event == command.skipped }) else {
      throw Refusal(.notParked, pointers: ["/sequence"])
    }
    if let first = waiting.obstacles.first(where: { $0.event.feed == record.event.feed }), first.event != record.event {
      throw Refusal(
        .parkedBehind,
        values: [
          NamedValue("feed", .code(first.event.feed)), NamedValue("sequence", .count(first.event.sequence)),
        ], pointers: ["/sequence"])
    }
    return Outcome([
      ParkedSkipped<C>(
        project: command.project,
        event: SourceRef(feed: command.feed, epoch: command.epoch, sequence: command.sequence),
        parkedFor: try Identifier(record.reason), reason: command.reason)
    ])
  }
}
