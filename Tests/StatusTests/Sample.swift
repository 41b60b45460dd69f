import Contracts
import DomainModel
import Messaging

@testable import Status

/// Answers to begin with: five healthy services, asked at 02:00 UTC, and no projects.
enum Sample {
  static let now = Instant(milliseconds: 1_709_258_400_000)

  static func instant(secondsAgo: Int64) -> Instant { Instant(milliseconds: now.milliseconds - secondsAgo * 1000) }

  static let healthy = Answers(
    askedAt: now, replies: Dictionary(uniqueKeysWithValues: ServiceName.allCases.map { ($0, .health(health($0))) }),
    projects: ProjectAnswers(divisions: ["330382"]))

  /// Up for an hour, everything read, half of a disk of 100 GiB free.
  static func health(
    _ service: ServiceName, head: Int64 = 100, uptime: Int64 = 3600, feeds: [Health.FeedPosition]? = nil,
    parked: Int = 0, diskFree: Int64 = 50 << 30, diskSize: Int64? = 100 << 30, isAccepting: Bool = true
  ) -> Health {
    Health(
      service: service, version: "0.1.0", epoch: "0a1b2c3d", head: head, startedAt: instant(secondsAgo: uptime),
      feeds: feeds ?? ServiceName.allCases.filter { $0 != service }.map { position($0) }, parkedProjects: parked,
      diskFree: diskFree, diskSize: diskSize, storeSize: 1_300_000, acceptingCommands: isAccepting)
  }

  static func position(
    _ feed: ServiceName, at sequence: Int64 = 100, head: Int64? = 100, heard: Int64? = 5, stopped: String? = nil
  ) -> Health.FeedPosition {
    Health.FeedPosition(
      feed: feed, sequence: sequence, head: head, heardAt: heard.map { instant(secondsAgo: $0) }, stopped: stopped)
  }

  /// Healthy but for one service.
  static func with(_ health: Health) -> Answers {
    var answers = healthy
    answers.replies[health.service] = .health(health)
    return answers
  }

  static func down(_ service: ServiceName, _ silence: Silence = .noAnswer(.unreachable)) -> Answers {
    var answers = healthy
    answers.replies[service] = .silence(silence)
    return answers
  }

  static let waiting = Parked.Waiting(
    project: "330382-2024-0007", feed: .intake, sequence: 12, events: 3, reason: "edition-not-installed",
    detail: "install yueqing/2024-2.yaml")

  // MARK: Projects

  static let applied = StageName(code: "S05", zh: "申请改造", en: "Applied")
  static let agreed = StageName(code: "S06", zh: "申请审核", en: "Application reviewed")

  static func line(
    isHalted: Bool = false, isWithdrawn: Bool = false, next: WireName? = "intake.review-application",
    waitingFor: [RuleID] = [], awaits: [ServiceName] = []
  ) -> ProjectList.Line {
    ProjectList.Line(
      project: "330382-2024-0007", title: "银河小区改造", communityName: "银河小区", stage: applied, isHalted: isHalted,
      isWithdrawn: isWithdrawn, next: next, waitingFor: waitingFor, awaits: awaits)
  }

  static func outlook(_ findings: [Finding], takenBy: [Role] = []) -> Outlook {
    Outlook(
      project: "330382-2024-0007", stage: applied, isHalted: false,
      stages: [
        Outlook.Ahead(
          stage: StageName(code: "S07", zh: "入库", en: "Entered"), order: 5, step: nil, service: nil, takenBy: [],
          findings: [], isOpen: true),
        Outlook.Ahead(
          stage: agreed, order: 6, step: "intake.review-application", service: .intake, takenBy: takenBy,
          findings: findings, isOpen: findings.isEmpty),
      ])
  }

  static func report(isLate: Bool) -> ProjectReport {
    ProjectReport(
      project: "330382-2024-0007", title: "银河小区改造", community: "330382-C00017", communityName: nil,
      edition: PackEdition(pack: "yueqing", edition: "2024-1", sha256: .sample), openedOn: .sample, stage: applied,
      plan: nil, constructionUnit: nil, planYear: nil, isPlanLate: isLate, suspendedOn: nil, isWithdrawn: false)
  }

  static let missing = [
    Finding("voting.willingness-carried", .unknown, cites: [], awaits: .voting),
    Finding("application.forms-complete", .violated, cites: []),
    Finding("eligibility.not-excluded", .satisfied, cites: []),
    Finding("plan.city-consent", .violated, force: .advises, cites: []),
    Finding("plan.deadline", .unknown, cites: []),
  ]

  /// One of everything that a page can hold: a service down, a feed that was never heard, a project parked, another in
  /// hand.
  static let mixed: Answers = {
    var answers = down(.supervision)
    answers.replies[.voting] = .health(health(.voting, head: 12_345))
    answers.replies[.funding] = .health(
      health(
        .funding, uptime: 20,
        feeds: [
          position(.intake), position(.voting, at: 100, head: 100), position(.approvals),
          position(.supervision, at: 0, head: nil, heard: nil),
        ], parked: 1))
    answers.parked[.funding] = [waiting]
    answers.projects.known = [
      ProjectAnswers.Known(line: line(), report: report(isLate: true), outlook: outlook(missing))
    ]
    return answers
  }()
}
