import Contracts
import DomainModel
import Foundation
import Messaging
import Testing

@testable import Status

@Suite("Troubles of keys, clocks, packs and versions")
struct GuardTroubleTests {
  private static let key: KeyFingerprint = "0123456789abcdef"

  /// Healthy but for what is changed of voting.
  private func codes(_ change: (inout Health) throws -> Void) rethrows -> [String] {
    var health = Sample.health(.voting)
    try change(&health)
    return Assessment(Sample.with(health)).troubles.map(\.code)
  }

  private func knocking(_ recent: Int, organisation: OrganisationID? = nil) -> Health.Attempts {
    Health.Attempts(
      limit: 10, minutes: 10, total: 100,
      keys: [
        .init(
          key: Self.key, organisation: organisation, code: "KEY_NOT_KNOWN", recent: recent, total: 100, firstAt: Sample.now,
          lastAt: Sample.now)
      ])
  }

  private func principals(fault: String? = nil, expires: BusinessDate? = nil) -> Health.Principals {
    Health.Principals(
      count: 3, revoked: 0, readAt: Sample.now, fault: fault,
      expiring: expires.map { [.init(key: Self.key, organisation: "yueqing-housing", on: $0)] } ?? [])
  }

  @Test("begin with the tenth attempt of one key, not with the ninth")
  func attempts() {
    #expect(codes { $0.attempts = knocking(9) } == [])
    #expect(codes { $0.attempts = knocking(10) } == ["unauthorised"])
  }

  @Test("tell a key that expired from one that will")
  func expiry() {
    #expect(codes { $0.principals = principals(expires: "2024-03-31") } == ["key-expiring"])
    #expect(codes { $0.principals = principals(expires: "2024-03-01") } == ["key-expired"])
    #expect(codes { $0.principals = principals() } == [])
  }

  @Test("tell of a file of principals that was not taken up")
  func faulty() {
    #expect(codes { $0.principals = principals(fault: "principals.yaml:3: a key has 40 characters") } == ["principals-faulty"])
  }

  @Test("tell of a clock that is more than a minute off, either way")
  func clock() {
    #expect(codes { $0.now = Sample.instant(secondsAgo: -60) } == [])
    #expect(codes { $0.now = Sample.instant(secondsAgo: -61) } == ["clock-off"])
    #expect(codes { $0.now = Sample.instant(secondsAgo: 3600) } == ["clock-off"])
  }

  @Test("tell of a key that is not the one its owner has")
  func peerKey() {
    var answers = Sample.healthy
    var intake = Sample.health(.intake)
    intake.key = Self.key
    var position = Sample.position(.intake)
    position.key = Self.key
    answers.replies[.intake] = .health(intake)
    answers.replies[.voting] = .health(Sample.health(.voting, feeds: [position]))
    #expect(Assessment(answers).troubles.isEmpty)
    position.key = "fedcba9876543210"
    answers.replies[.voting] = .health(Sample.health(.voting, feeds: [position]))
    #expect(Assessment(answers).troubles == [.peerKey(.voting, feed: .intake)])
  }

  @Test("tell of the service whose packs are not those of the others")
  func packs() {
    let edition = PackEdition(pack: "yueqing", edition: "2024-1", sha256: .sample)
    var answers = Sample.healthy
    for service in ServiceName.allCases {
      var health = Sample.health(service)
      health.packs = service == .funding ? [] : [edition]
      answers.replies[service] = .health(health)
    }
    #expect(Assessment(answers).troubles == [.packsDiffer(.funding, edition: "yueqing/2024-1")])
  }

  @Test("tell of a version more than one behind", arguments: [("0.1.0", "0.2.0", false), ("0.1.0", "0.3.0", true), ("0.9.0", "1.0.0", true)])
  func versions(_ own: String, _ newest: String, _ isApart: Bool) {
    var answers = Sample.healthy
    for service in ServiceName.allCases {
      let health = Sample.health(service)
      answers.replies[service] = .health(
        Health(
          service: service, version: service == .voting ? own : newest, epoch: health.epoch, head: health.head,
          startedAt: health.startedAt, feeds: health.feeds, parkedProjects: 0, diskFree: health.diskFree,
          diskSize: health.diskSize, storeSize: 1, acceptingCommands: true))
    }
    #expect(Assessment(answers).troubles.map(\.service) == (isApart ? [.voting] : []))
  }

  static let examples: [Trouble] = [
    .down(.voting, .noAnswer(.unreachable)), .storeFaulty(.voting, findings: 1), .storeFaulty(.voting, findings: 2),
    .notAccepting(.voting), .diskLow(.voting, free: 1, size: nil), .principalsFaulty(.voting, "principals.yaml:3: no"),
    .feedStopped(.voting, feed: .intake, code: "EPOCH_CHANGED"), .peerKey(.voting, feed: .intake),
    .packsDiffer(.voting, edition: "yueqing/2024-1"), .parked(.voting, projects: 1, first: Sample.waiting),
    .keyExpired(.voting, [.init(key: key, organisation: "o", on: "2024-03-01")]),
    .unauthorised(
      .voting,
      .init(
        key: key, organisation: "o", code: "NOT_AUTHORISED", recent: 12, total: 12, firstAt: Sample.now, lastAt: Sample.now),
      minutes: 10),
    .unauthorised(
      .voting,
      .init(key: nil, organisation: nil, code: "KEY_NOT_KNOWN", recent: 12, total: 12, firstAt: Sample.now, lastAt: Sample.now),
      minutes: 10), .clockOff(.voting, seconds: -90), .versionsApart(.voting, version: "0.1.0", newest: "0.3.0"),
    .feedSilent(.voting, feed: .intake, seconds: nil), .behind(.voting, feed: .intake, events: 1001),
    .keyExpiring(.voting, Array(repeating: .init(key: key, organisation: "o", on: "2024-03-20"), count: 5)),
  ]

  @Test("have a sentence and a cure in both languages, every one of them", arguments: examples)
  func sentences(_ trouble: Trouble) {
    #expect(trouble.sentence(.zh).contains("voting") && trouble.sentence(.zh).hasSuffix("。"))
    #expect(trouble.sentence(.en).contains("voting") && trouble.sentence(.en).hasSuffix("."))
    #expect(trouble.cure(.zh).hasSuffix("。") && trouble.cure(.en).hasSuffix("."))
    #expect(trouble.sentence(.zh) != trouble.code && trouble.rank < Trouble.Code.allCases.count)
  }

  @Test("are all among the examples")
  func complete() {
    #expect(Set(Self.examples.map(\.kind)) == Set(Trouble.Code.allCases))
  }
}
