import Contracts
import DomainModel

/// What only shows when services are laid side by side, and what a service tells of its doors. Services of before these
/// things were told leave them out, and nothing is concluded.
extension ServiceStanding {
  static func access(_ health: Health, now: Instant) -> [Trouble] {
    var troubles: [Trouble] = []
    if let fault = health.principals?.fault { troubles.append(.principalsFaulty(health.service, fault)) }
    let today = (health.now ?? now).businessDate
    let expiring = health.principals?.expiring ?? []
    let (over, soon) = (expiring.filter { $0.on <= today }, expiring.filter { $0.on > today })
    if !over.isEmpty { troubles.append(.keyExpired(health.service, over)) }
    if !soon.isEmpty { troubles.append(.keyExpiring(health.service, soon)) }
    if let attempts = health.attempts {
      troubles += attempts.keys.filter { $0.recent >= attempts.limit }.map {
        .unauthorised(health.service, $0, minutes: attempts.minutes)
      }
    }
    return troubles
  }

  static func agreement(_ health: Health, _ answers: Answers) -> [Trouble] {
    let all = ServiceName.allCases.compactMap { answers.health(of: $0) }
    var troubles: [Trouble] = []
    // The question was put before the answer was given, and a service is waited for a minute at most.
    if let clock = health.now.map({ ($0.milliseconds - answers.askedAt.milliseconds) / 1000 }), abs(clock) > Limits.clock {
      troubles.append(.clockOff(health.service, seconds: clock))
    }
    for position in health.feeds {
      if let expected = position.key, let own = answers.health(of: position.feed)?.key, expected != own {
        troubles.append(.peerKey(health.service, feed: position.feed))
      }
    }
    if let edition = strayEdition(health, all) { troubles.append(.packsDiffer(health.service, edition: edition)) }
    let newest = all.map(\.version).max { release(of: $0) < release(of: $1) }
    if let newest, isApart(health.version, newest) {
      troubles.append(.versionsApart(health.service, version: health.version, newest: newest))
    }
    return troubles
  }

  /// The first edition that this service has otherwise than most; of equal camps the one of the first service counts.
  private static func strayEdition(_ health: Health, _ all: [Health]) -> String? {
    guard let own = health.packs.map(Set.init) else { return nil }
    let sets = all.compactMap { $0.packs.map(Set.init) }
    let usual = sets.max { left, right in
      let (one, other) = (sets.count { $0 == left }, sets.count { $0 == right })
      guard one == other else { return one < other }
      return (sets.firstIndex(of: left) ?? 0) > (sets.firstIndex(of: right) ?? 0)
    }
    guard let usual, usual != own else { return nil }
    return usual.symmetricDifference(own).map { "\($0.pack)/\($0.edition)" }.min()
  }

  /// A service works beside those of its own version and of the one before.
  private static func isApart(_ version: String, _ newest: String) -> Bool {
    let (own, other) = (release(of: version), release(of: newest))
    return own.count >= 2 && other.count >= 2 && (own[0] != other[0] || other[1] - own[1] > 1)
  }

  private static func release(of version: String) -> Release { version.split(separator: ".").map { Int($0) ?? 0 } }

  private typealias Release = [Int]
}

extension [Int] {
  fileprivate static func < (left: [Int], right: [Int]) -> Bool { left.lexicographicallyPrecedes(right) }
}

extension Answers {
  func health(of service: ServiceName) -> Health? {
    if case .health(let health) = replies[service] { health } else { nil }
  }
}
