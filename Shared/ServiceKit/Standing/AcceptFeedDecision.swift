import Contracts
import DomainModel
import FileStore
import Foundation

/// Reads a restored feed on in its new epoch. What was heard beyond the point that stands is taken back, project by
/// project, and the steps that rest on it are put in question.
enum AcceptFeedDecision<C: ServiceContract>: Decision {
  struct Sight {
    /// How far this service has read the feed; nil when it never did.
    let position: CursorRecord?
    let projects: [ProjectID]
    let steps: [StepRecord]
  }

  static func look(_ command: AcceptFeed<C>, at view: any EntityView) throws -> Sight {
    guard let position = try view.journal.position(in: command.feed) else {
      return Sight(position: nil, projects: [], steps: [])
    }
    let projects = try view.journal.projects(
      hearing: command.feed, epoch: position.epoch, after: command.after, through: position.sequence
    ).sorted { $0.rawValue < $1.rawValue }
    var steps: [StepRecord] = []
    for project in projects {
      steps += try view.all(StepRecord.self, prefix: "\(project)#").filter { step in
        step.inQuestion == nil && abandoned(command, position, in: step) != nil
      }
    }
    return Sight(position: position, projects: projects, steps: steps)
  }

  /// The source of a step that lies beyond what stands.
  private static func abandoned(_ command: AcceptFeed<C>, _ position: CursorRecord, in step: StepRecord) -> SourceRef? {
    step.sources.filter {
      $0.feed == command.feed && $0.epoch.rawValue == position.epoch && $0.sequence > command.after
    }.min { $0.sequence < $1.sequence }
  }

  static func decide(_ command: AcceptFeed<C>, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard command.after >= 0 else { throw Refusal(.recordUnknown, pointers: ["/after"]) }
    guard let position = sight.position else { throw Refusal(.feedNotRead, pointers: ["/feed"]) }
    guard position.epoch != command.epoch.rawValue else { throw Refusal(.feedUnchanged, pointers: ["/epoch"]) }
    let former = try Identifier<SlugKind>(position.epoch)
    let accepted = FeedAccepted<C>(
      feed: command.feed, formerEpoch: former, formerSequence: position.sequence, epoch: command.epoch,
      after: command.after,
      // Who had not come so far goes on from its own position, which the source will check.
      hash: command.after < position.sequence ? command.hash : try ChainDigest(position.hash.hexDigits),
      reason: command.reason)
    var events: [any Event] = [accepted]
    for project in sight.projects {
      events.append(
        HearingWithdrawn<C>(project: project, feed: command.feed, epoch: former, after: command.after))
    }
    for step in sight.steps {
      guard let because = abandoned(command, position, in: step) else { continue }
      events.append(
        StepQuestioned<C>(
          project: step.project, step: step.receipt.step, sequence: step.sequence, because: because))
    }
    return Outcome(events)
  }
}

extension FeedAccepted: FeedAcceptingEvent {
  var position: CursorRecord {
    CursorRecord(
      feed: feed.rawValue, epoch: epoch.rawValue, sequence: min(after, formerSequence), hash: hash.bytes)
  }
}
