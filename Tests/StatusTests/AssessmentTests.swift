import Contracts
import DomainModel
import Messaging
import Testing

@testable import Status

@Suite("Judging the answers of the services")
struct AssessmentTests {
  @Test("finds five well services healthy")
  func healthy() {
    let assessment = Assessment(Sample.healthy)
    #expect(assessment.verdict == .healthy)
    #expect(assessment.verdict.exitCode == 0)
    #expect(assessment.troubles.isEmpty)
    #expect(assessment.services.map(\.service) == ServiceName.allCases)
    #expect(assessment.services.allSatisfy { $0.uptime == 3600 && $0.feeds.map(\.lag) == [0, 0, 0, 0] })
  }

  @Test("is degraded by one thing of each kind", arguments: Degraded.all)
  func degraded(_ example: Degraded) {
    let assessment = Assessment(example.answers)
    #expect(assessment.verdict == .degraded)
    #expect(assessment.verdict.exitCode == 1)
    #expect(assessment.troubles.map(\.code) == [example.code])
    #expect(assessment.troubles.map(\.service) == [.voting])
  }

  struct Degraded: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let answers: Answers

    init(_ description: String, _ code: String, _ health: Health) {
      testDescription = description
      self.code = code
      answers = Sample.with(health)
    }

    static let all = [
      Degraded("a feed that stopped", "feed-stopped", voting(feed: Sample.position(.intake, stopped: "EPOCH_CHANGED"))),
      Degraded("a parked project", "parked", Sample.health(.voting, parked: 1)),
      Degraded("a lag beyond the limit", "behind", voting(feed: Sample.position(.intake, at: 100, head: 1101))),
      Degraded(
        "less than 1 GiB of disk", "disk-low", Sample.health(.voting, diskFree: (1 << 30) - 1, diskSize: 2 << 30)),
      Degraded("less than 5 % of the disk", "disk-low", Sample.health(.voting, diskFree: 4 << 30)),
      Degraded("no commands accepted", "not-accepting", Sample.health(.voting, isAccepting: false)),
      Degraded("a feed not heard for long", "feed-silent", voting(feed: Sample.position(.intake, heard: 121))),
      Degraded(
        "a feed never heard", "feed-silent", voting(feed: Sample.position(.intake, at: 0, head: nil, heard: nil))),
    ]

    private static func voting(feed: Health.FeedPosition) -> Health { Sample.health(.voting, feeds: [feed]) }
  }

  @Test("is not degraded at a limit", arguments: [
    Sample.health(.voting, feeds: [Sample.position(.intake, at: 100, head: 1100)]),
    Sample.health(.voting, feeds: [Sample.position(.intake, heard: 120)]),
    Sample.health(.voting, diskFree: 1 << 30, diskSize: 2 << 30),
    Sample.health(.voting, diskFree: 5 << 30),
    Sample.health(.voting, diskFree: 1 << 30, diskSize: nil),
    Sample.health(.voting, uptime: 20, feeds: [Sample.position(.intake, at: 0, head: nil, heard: nil)]),
  ])
  func limits(_ health: Health) {
    #expect(Assessment(Sample.with(health)).verdict == .healthy)
  }

  @Test("is down when one service is silent, whatever the reason", arguments: [
    Silence.noAnswer(.unreachable), .noAnswer(.connected), .noAnswer(.keyNotKnown), .answered("NOT_AUTHORISED"),
    .notConfigured, .unusable("not a CURVE key"),
  ])
  func down(_ silence: Silence) {
    let assessment = Assessment(Sample.down(.funding, silence))
    #expect(assessment.verdict == .down)
    #expect(assessment.verdict.exitCode == 2)
    #expect(assessment.troubles == [.down(.funding, silence)])
  }

  @Test("counts a service that was not asked as down")
  func notAsked() {
    var answers = Sample.healthy
    answers.replies[.intake] = nil
    #expect(Assessment(answers).troubles == [.down(.intake, .notConfigured)])
  }

  @Test("does not know the lag behind a feed that was never heard")
  func unknownLag() throws {
    var answers = Sample.down(.intake)
    answers.replies[.voting] = .health(
      Sample.health(.voting, feeds: [Sample.position(.intake, at: 0, head: nil, heard: nil)]))
    let voting = try #require(Assessment(answers).services.first { $0.service == .voting })
    #expect(voting.feeds.map(\.lag) == [nil])
    #expect(voting.troubles.isEmpty)
  }

  @Test("knows a lag that the reader itself has not heard of")
  func lagByPeer() throws {
    var answers = Sample.with(Sample.health(.intake, head: 5000))
    answers.replies[.voting] = .health(
      Sample.health(.voting, feeds: [Sample.position(.intake, at: 100, head: 100, heard: 300)]))
    let voting = try #require(Assessment(answers).services.first { $0.service == .voting })
    #expect(voting.feeds.map(\.lag) == [4900])
    #expect(Set(voting.troubles.map(\.code)) == ["feed-silent", "behind"])
  }

  @Test("never shows less than no lag, though services are asked at different moments")
  func negativeLag() throws {
    let answers = Sample.with(Sample.health(.voting, feeds: [Sample.position(.intake, at: 105, head: 101)]))
    let voting = try #require(Assessment(answers).services.first { $0.service == .voting })
    #expect(voting.feeds.map(\.lag) == [0])
  }

  @Test("puts first what stops offices from working")
  func order() {
    var answers = Sample.down(.supervision)
    answers.replies[.intake] = .health(Sample.health(.intake, parked: 2, diskFree: 1))
    answers.replies[.voting] = .health(Sample.health(.voting, isAccepting: false))
    answers.replies[.funding] = .health(
      Sample.health(
        .funding,
        feeds: [Sample.position(.intake, at: 0, head: 2000), Sample.position(.voting, stopped: "FEED_DIVERGED")]))
    let assessment = Assessment(answers)
    #expect(
      assessment.troubles.map(\.code) == ["down", "not-accepting", "disk-low", "feed-stopped", "parked", "behind"])
    #expect(assessment.verdict == .down)
  }

  @Test("has a sentence and a cure in both languages for every trouble")
  func sentences() {
    let troubles: [Trouble] =
      [
        .notAccepting(.voting), .diskLow(.voting, free: 1, size: nil),
        .feedSilent(.voting, feed: .intake, seconds: nil),
        .feedSilent(.voting, feed: .intake, seconds: 300), .behind(.voting, feed: .intake, events: 1234),
        .parked(.voting, projects: 2, first: nil), .parked(.voting, projects: 1, first: Sample.waiting),
      ] + ["EPOCH_CHANGED", "FEED_DIVERGED", "CURSOR_AHEAD"].map { .feedStopped(.voting, feed: .intake, code: $0) }
      + ConnectionState.allCases.map { .down(.voting, .noAnswer($0)) }
    for trouble in troubles {
      #expect(trouble.sentence(.zh).contains("voting") && trouble.sentence(.zh).hasSuffix("。"))
      #expect(trouble.sentence(.en).contains("voting") && trouble.sentence(.en).hasSuffix("."))
      #expect(trouble.cure(.zh).hasSuffix("。") && trouble.cure(.en).hasSuffix("."))
    }
  }
}
