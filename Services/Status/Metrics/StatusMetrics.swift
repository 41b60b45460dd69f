import Contracts
import DomainModel

/// The services and projects in figures. Labels name services, feeds, cities, stages and kinds of things: never a project
/// and never a person.
struct StatusMetrics: Sendable {
  /// What is asked seldom, since it costs more to answer.
  struct Survey: Sendable {
    let at: Instant
    let rows: [ProjectRow]
    let gap: ProjectAnswers.Gap?
    let deadlines: DeadlineAnswers
  }

  let assessment: Assessment
  let survey: Survey?

  var text: String { MetricsText.text(services + feeds + troubles + keys + projects) }

  private typealias Sample = MetricFamily.Sample
  private typealias Label = MetricFamily.Label

  // MARK: Services

  private func each(_ value: (Health) -> Int64?, isInThousandths: Bool = false) -> [Sample] {
    assessment.services.compactMap { standing in
      standing.health.flatMap(value).map {
        Sample([Label("service", standing.service.rawValue)], $0, isInThousandths: isInThousandths)
      }
    }
  }

  private var services: [MetricFamily] {
    [
      MetricFamily(
        "jiugai_up", .gauge, "Whether the service answers.",
        assessment.services.map { Sample([Label("service", $0.service.rawValue)], $0.health == nil ? 0 : 1) }),
      MetricFamily(
        "jiugai_service", .info, "Version and epoch of the journal of each service that answers.",
        assessment.services.compactMap { standing in
          standing.health.map { health in
            Sample(
              [
                Label("service", standing.service.rawValue), Label("version", health.version),
                Label("epoch", health.epoch),
              ], 1)
          }
        }),
      MetricFamily(
        "jiugai_accepting_commands", .gauge, "Whether the service takes commands.",
        each { $0.acceptingCommands ? 1 : 0 }),
      MetricFamily("jiugai_journal_events", .counter, "Events in the journal; less after a restore.", each(\.head)),
      MetricFamily(
        "jiugai_start_time_seconds", .gauge, unit: "seconds", "When the service started, since 1970.",
        each({ $0.startedAt.milliseconds }, isInThousandths: true)),
      MetricFamily("jiugai_store_size_bytes", .gauge, unit: "bytes", "What the store takes.", each(\.storeSize)),
      MetricFamily("jiugai_disk_free_bytes", .gauge, unit: "bytes", "Free on the disk of the store.", each(\.diskFree)),
      MetricFamily(
        "jiugai_disk_size_bytes", .gauge, unit: "bytes", "What the disk of the store holds in all.", each(\.diskSize)),
      MetricFamily(
        "jiugai_parked_projects", .gauge, "Projects whose heard events wait.", each { Int64($0.parkedProjects) }),
      MetricFamily(
        "jiugai_asked_time_seconds", .gauge, unit: "seconds", "When the services were asked, since 1970.",
        [Sample([], assessment.at.milliseconds, isInThousandths: true)]),
    ]
  }

  // MARK: Feeds

  private func each(feed value: (ServiceStanding.FeedStanding) -> Int64?, isInThousandths: Bool = false) -> [Sample] {
    assessment.services.flatMap { standing in
      standing.feeds.compactMap { feed in
        value(feed).map {
          Sample(
            [Label("service", standing.service.rawValue), Label("feed", feed.position.feed.rawValue)], $0,
            isInThousandths: isInThousandths)
        }
      }
    }
  }

  private var feeds: [MetricFamily] {
    [
      MetricFamily(
        "jiugai_feed_lag_events", .gauge, "Events of the feed that the service has not read.", each(feed: \.lag)),
      MetricFamily(
        "jiugai_feed_stopped", .gauge, "Whether the service stopped reading the feed.",
        each { (feed: ServiceStanding.FeedStanding) in feed.position.stopped == nil ? 0 : 1 }),
      MetricFamily(
        "jiugai_feed_heard_time_seconds", .gauge, unit: "seconds", "When the feed last answered, since 1970.",
        each(feed: { $0.position.heardAt?.milliseconds }, isInThousandths: true)),
    ]
  }

  private var troubles: [MetricFamily] {
    let counts = Dictionary(grouping: assessment.troubles, by: \.code).mapValues(\.count)
    return [
      MetricFamily(
        "jiugai_troubles", .gauge, "Things to see to, by code.",
        Trouble.Code.allCases.map(\.rawValue).sorted().map { Sample([Label("code", $0)], Int64(counts[$0] ?? 0)) })
    ]
  }

  // MARK: Keys

  /// Whose key it is, is told by its fingerprint: what somebody scrapes names no organisation.
  private var keys: [MetricFamily] {
    let expiring = assessment.services.flatMap { standing in
      (standing.health?.principals?.expiring ?? []).map { (standing.service, $0) }
    }
    return [
      MetricFamily(
        "jiugai_key_expiry_time_seconds", .gauge, unit: "seconds",
        "When a key that has expired or soon will is first refused, since 1970.",
        expiring.map { service, key in
          Sample(
            [Label("service", service.rawValue), Label("key", key.key.rawValue)],
            StatusMetrics.start(of: key.on), isInThousandths: true)
        }),
      MetricFamily(
        "jiugai_principals_faulty", .gauge, "Whether a changed principals.yaml was not taken up.",
        each { $0.principals.map { $0.fault == nil ? 0 : 1 } }),
    ]
  }

  /// Midnight in China, where the days of the keys are counted, in milliseconds since 1970.
  private static func start(of day: BusinessDate) -> Int64 { (Int64(day.dayNumber) * 86_400 - 8 * 3_600) * 1_000 }

  // MARK: Projects

  private struct Place: Hashable {
    let city: String
    let stage: String
  }

  private var projects: [MetricFamily] {
    guard let survey else { return [] }
    let open = survey.rows.filter { !$0.line.isWithdrawn }
    let places = Dictionary(grouping: open) { row in
      Place(city: row.line.edition?.pack.rawValue ?? "unknown", stage: row.line.stage?.code ?? "none")
    }
    let soon = survey.deadlines.within(WatchScene.soon).filter { !$0.deadline.overdue }
    let isKnown = survey.gap == nil
    return [
      MetricFamily(
        "jiugai_projects", .gauge, "Projects by city and stage.",
        places.sorted { ($0.key.city, $0.key.stage) < ($1.key.city, $1.key.stage) }.map {
          Sample([Label("city", $0.key.city), Label("stage", $0.key.stage)], Int64($0.value.count))
        }),
      MetricFamily(
        "jiugai_projects_suspended", .gauge, "Projects that are suspended.",
        isKnown ? [Sample([], Int64(open.filter(\.line.isHalted).count))] : []),
      MetricFamily(
        "jiugai_projects_awaiting_residents_money", .gauge,
        "Projects whose next step waits for residents' money in place.",
        isKnown ? [Sample([], Int64(open.filter { $0.line.waitingFor.contains(MoneyGate.rule) }.count))] : []),
      MetricFamily(
        "jiugai_deadlines_overdue", .gauge, "Duties whose day has passed, by kind.",
        kinds(survey.deadlines.overdue, of: DeadlineKind.allCases.filter(\.isDuty))),
      MetricFamily(
        "jiugai_deadlines_soon", .gauge, "What is due or ends within 7 days, by kind.",
        kinds(soon, of: DeadlineKind.allCases)),
      MetricFamily(
        "jiugai_surveyed_time_seconds", .gauge, unit: "seconds",
        "When projects and deadlines were asked for, since 1970.",
        [Sample([], survey.at.milliseconds, isInThousandths: true)]),
    ]
  }

  private func kinds(_ lines: [DeadlineLine], of kinds: [DeadlineKind]) -> [Sample] {
    let counts = Dictionary(grouping: lines, by: \.deadline.kind).mapValues(\.count)
    return kinds.map { Sample([Label("kind", $0.rawValue)], Int64(counts[$0] ?? 0)) }
  }
}
