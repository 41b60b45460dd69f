import Contracts
import DomainModel

/// How one service stands.
public struct ServiceStanding: Hashable, Sendable {
  /// How far it has read one feed.
  public struct FeedStanding: Hashable, Sendable {
    public let position: Health.FeedPosition
    /// Events still to read; nil when the feed was never heard, or reading stopped and numbers no longer compare.
    public let lag: Int64?
  }

  public let service: ServiceName
  public let reply: Answers.Reply
  /// Seconds since it started.
  public let uptime: Int64?
  public let feeds: [FeedStanding]
  public let troubles: [Trouble]

  public var health: Health? {
    if case .health(let health) = reply { health } else { nil }
  }

  public var silence: Silence? {
    if case .silence(let silence) = reply { silence } else { nil }
  }

  init(_ service: ServiceName, in answers: Answers) {
    self.service = service
    reply = answers.replies[service] ?? .silence(.notConfigured)
    switch reply {
    case .silence(let silence):
      uptime = nil
      feeds = []
      troubles = [.down(service, silence)]
    case .health(let health):
      let uptime = ServiceStanding.seconds(from: health.startedAt, to: answers.askedAt)
      let feeds = health.feeds.map { position in
        FeedStanding(position: position, lag: ServiceStanding.lag(position, head: answers.head(of: position.feed)))
      }
      self.uptime = uptime
      self.feeds = feeds
      troubles =
        ServiceStanding.own(health, answers.parked[service]) + ServiceStanding.access(health, now: answers.askedAt)
        + ServiceStanding.agreement(health, answers)
        + feeds.flatMap { feed in
          ServiceStanding.troubles(
            feed, of: service, uptime: uptime, now: answers.askedAt,
            isPeerUp: answers.head(of: feed.position.feed) != nil)
        }
    }
  }

  /// The feed's head as its own service tells it counts too: a reader that hears nothing any more does not know how far
  /// behind it is.
  private static func lag(_ position: Health.FeedPosition, head: Int64?) -> Int64? {
    guard let heard = position.head, position.stopped == nil else { return nil }
    return max(0, max(heard, head ?? heard) - position.sequence)
  }

  private static func own(_ health: Health, _ parked: [Parked.Waiting]?) -> [Trouble] {
    var troubles: [Trouble] = []
    if !health.acceptingCommands { troubles.append(.notAccepting(health.service)) }
    let isShareLow = health.diskSize.map { health.diskFree < $0 / 100 * Limits.diskFreeShare } ?? false
    if health.diskFree < Limits.diskFree || isShareLow {
      troubles.append(.diskLow(health.service, free: health.diskFree, size: health.diskSize))
    }
    if health.parkedProjects > 0 {
      troubles.append(.parked(health.service, projects: health.parkedProjects, first: parked?.first))
    }
    return troubles
  }

  private static func troubles(
    _ feed: FeedStanding, of service: ServiceName, uptime: Int64, now: Instant, isPeerUp: Bool
  ) -> [Trouble] {
    let position = feed.position
    if let code = position.stopped { return [.feedStopped(service, feed: position.feed, code: code)] }
    var troubles: [Trouble] = []
    if isPeerUp {
      let silent = position.heardAt.map { seconds(from: $0, to: now) }
      if (silent ?? uptime) > Limits.silence {
        troubles.append(.feedSilent(service, feed: position.feed, seconds: silent))
      }
    }
    if let lag = feed.lag, lag > Limits.lag { troubles.append(.behind(service, feed: position.feed, events: lag)) }
    return troubles
  }

  /// Never less than none: clocks of two machines may differ.
  private static func seconds(from: Instant, to: Instant) -> Int64 {
    max(0, (to.milliseconds - from.milliseconds) / 1000)
  }
}

extension Answers {
  /// The number of the last event of a service that is up.
  fileprivate func head(of service: ServiceName) -> Int64? {
    if case .health(let health) = replies[service] { health.head } else { nil }
  }
}
