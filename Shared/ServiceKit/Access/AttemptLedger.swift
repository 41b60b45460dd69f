import Contracts
import DomainModel
import Foundation
import Messaging

/// Counts attempts at what the key behind them may not do: by key and kind, in a table that stays small whoever knocks. A
/// key stands in it as its fingerprint; what a message said is not kept.
struct AttemptLedger: Sendable {
  /// Keys that are told apart at most. Beyond that the one that has been quiet longest goes to the rest.
  static let bound = 256
  /// Minutes between two log lines about one key.
  private static let logMinutes: Int64 = 1
  /// Log lines at a time.
  private static let mostLines = 20

  private struct Key: Hashable, Sendable {
    let fingerprint: KeyFingerprint?
    let code: String
  }

  private struct Count: Sendable {
    var organisation: OrganisationID?
    /// By minute of the wall clock.
    var minutes: [Int64: Int] = [:]
    var total: Int64 = 0
    var unlogged = 0
    var loggedAt: Int64?
    let firstAt: Instant
    var lastAt: Instant
  }

  /// What is written of a key's attempts since the last line about it.
  struct Line: Hashable, Sendable {
    let key: String
    let organisation: String?
    let code: String
    let count: Int
  }

  let limit: Int
  let minutes: Int
  private var counts: [Key: Count] = [:]
  private(set) var total: Int64 = 0

  /// - Parameters:
  ///   - limit: so many by one key are a matter for the operator,
  ///   - minutes: within so many minutes.
  init(limit: Int, minutes: Int) {
    self.limit = limit
    self.minutes = minutes
  }

  /// Notes one attempt.
  mutating func note(_ code: String, key: KeyFingerprint?, organisation: OrganisationID?, at now: Instant) {
    total += 1
    let place = Key(fingerprint: key, code: code)
    if counts[place] == nil, counts.count >= AttemptLedger.bound { makeRoom() }
    var count = counts[place] ?? Count(firstAt: now, lastAt: now)
    count.organisation = organisation ?? count.organisation
    count.total += 1
    count.unlogged += 1
    count.lastAt = max(count.lastAt, now)
    let minute = AttemptLedger.minute(now)
    count.minutes[minute, default: 0] += 1
    if count.minutes.count > minutes { count.minutes = count.minutes.filter { $0.key > minute - Int64(minutes) } }
    counts[place] = count
  }

  /// The quietest key is added to the rest of its kind.
  private mutating func makeRoom() {
    let quietest = counts.filter { $0.key.fingerprint != nil }.min { $0.value.lastAt < $1.value.lastAt }
    guard let (place, old) = quietest else { return }
    counts[place] = nil
    let rest = Key(fingerprint: nil, code: place.code)
    var sum = counts[rest] ?? Count(firstAt: old.firstAt, lastAt: old.lastAt)
    sum.total += old.total
    sum.unlogged += old.unlogged
    sum.lastAt = max(sum.lastAt, old.lastAt)
    for (minute, number) in old.minutes { sum.minutes[minute, default: 0] += number }
    counts[rest] = sum
  }

  /// What is to be logged now: each key at most once a minute, a bounded number of keys at a time.
  mutating func takeLines(at now: Instant) -> [Line] {
    let minute = AttemptLedger.minute(now)
    let due = counts.filter { $0.value.unlogged > 0 && ($0.value.loggedAt.map { minute - $0 >= AttemptLedger.logMinutes } ?? true) }
    return due.sorted { $0.value.unlogged > $1.value.unlogged }.prefix(AttemptLedger.mostLines).map { place, count in
      counts[place]?.unlogged = 0
      counts[place]?.loggedAt = minute
      return Line(
        key: place.fingerprint?.rawValue ?? "others", organisation: count.organisation?.rawValue, code: place.code,
        count: count.unlogged)
    }
  }

  /// What health tells: who tried most of late comes first.
  func told(at now: Instant) -> Health.Attempts {
    let first = AttemptLedger.minute(now) - Int64(minutes)
    let keys = counts.map { place, count in
      Health.Knocking(
        key: place.fingerprint, organisation: count.organisation, code: place.code,
        recent: count.minutes.filter { $0.key > first }.reduce(0) { $0 + $1.value }, total: count.total,
        firstAt: count.firstAt, lastAt: count.lastAt)
    }
    let mostFirst = keys.sorted { ($0.recent, $0.lastAt.milliseconds, $0.code) > ($1.recent, $1.lastAt.milliseconds, $1.code) }
    return Health.Attempts(limit: limit, minutes: minutes, total: total, keys: Array(mostFirst.prefix(20)))
  }

  private static func minute(_ now: Instant) -> Int64 { now.milliseconds / 60_000 }
}
