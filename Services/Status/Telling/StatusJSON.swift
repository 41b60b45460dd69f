import Contracts
import DomainModel
import Policy

/// An assessment for programs. Members are never left out: what is not known is null. A member is added, never changed
/// in meaning, while `format` stays.
public struct StatusJSON {
  private let language: Language

  /// - Parameter language: of the sentences; codes are the same in all.
  public init(_ language: Language) {
    self.language = language
  }

  public func value(_ assessment: Assessment) -> JSONValue {
    [
      "format": "jiugai-status/1",
      "at": .string(assessment.at.description),
      "verdict": .string(assessment.verdict.rawValue),
      "exitCode": .integer(Int64(assessment.verdict.exitCode)),
      "first": text(assessment.troubles.first?.cure(language)),
      "troubles": .array(assessment.troubles.map(trouble)),
      "services": .array(assessment.services.map(service)),
      "parked": .array(assessment.parked.map(parked)),
      "projects": [
        "divisions": .array(assessment.divisions.map { .string($0.rawValue) }),
        "gap": text(assessment.gap.map(StatusJSON.gap)),
        "list": .array(assessment.projects.map(project)),
      ],
    ]
  }

  private func trouble(_ trouble: Trouble) -> JSONValue {
    [
      "code": .string(trouble.code), "service": .string(trouble.service.rawValue), "feed": text(trouble.feed?.rawValue),
      "sentence": .string(trouble.sentence(language)), "cure": .string(trouble.cure(language)),
      "runbook": .string(trouble.kind.runbook),
    ]
  }

  private func service(_ standing: ServiceStanding) -> JSONValue {
    let health = standing.health
    return [
      "service": .string(standing.service.rawValue),
      "isUp": .bool(health != nil),
      "silence": text(standing.silence?.code),
      "version": text(health?.version),
      "epoch": text(health?.epoch),
      "head": number(health?.head),
      "startedAt": text(health?.startedAt.description),
      "uptimeSeconds": number(standing.uptime),
      "isAcceptingCommands": health.map { .bool($0.acceptingCommands) } ?? .null,
      "parkedProjects": number(health.map { Int64($0.parkedProjects) }),
      "diskFree": number(health?.diskFree),
      "diskSize": number(health?.diskSize),
      "storeSize": number(health?.storeSize),
      "feeds": .array(
        standing.feeds.map { feed -> JSONValue in
          [
            "feed": .string(feed.position.feed.rawValue), "position": .integer(feed.position.sequence),
            "head": number(feed.position.head), "lag": number(feed.lag),
            "heardAt": text(feed.position.heardAt?.description), "stopped": text(feed.position.stopped),
          ]
        }),
    ]
  }

  private func parked(_ parked: Assessment.ParkedProject) -> JSONValue {
    [
      "service": .string(parked.service.rawValue), "project": .string(parked.waiting.project),
      "feed": .string(parked.waiting.feed.rawValue), "sequence": .integer(parked.waiting.sequence),
      "events": .integer(Int64(parked.waiting.events)), "reason": .string(parked.waiting.reason),
      "detail": .string(parked.waiting.detail),
    ]
  }

  private func project(_ project: ProjectStanding) -> JSONValue {
    [
      "project": .string(project.project.rawValue), "title": .string(project.title),
      "community": text(project.community), "stage": stage(project.stage),
      "isSuspended": .bool(project.isSuspended), "isWithdrawn": .bool(project.isWithdrawn),
      "isLate": project.isLate.map { .bool($0) } ?? .null,
      "next": project.next.map { next -> JSONValue in
        [
          "step": .string(next.step.rawValue), "stage": stage(next.stage), "isOpen": .bool(next.missing.isEmpty),
          "takenBy": .array(next.takenBy.map { .string($0.rawValue) }),
          "missing": .array(
            next.missing.map { missing -> JSONValue in
              [
                "rule": .string(missing.rule.rawValue), "isUnknown": .bool(missing.isUnknown),
                "awaits": text(missing.awaits?.rawValue),
                "title": .string(RuleTexts.title(of: missing.rule, language, missing.values)),
              ]
            }),
        ]
      } ?? .null,
    ]
  }

  private func stage(_ stage: StageName?) -> JSONValue {
    stage.map { ["code": .string($0.code), "zh": .string($0.zh), "en": .string($0.en)] } ?? .null
  }

  /// Stable, for programs.
  static func gap(_ gap: ProjectAnswers.Gap) -> String {
    switch gap {
    case .noDivision: "no-division"
    case .silent(let silence): silence.code
    case .cut: "cut"
    }
  }

  private func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private func number(_ number: Int64?) -> JSONValue { number.map { .integer($0) } ?? .null }
}
