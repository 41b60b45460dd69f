import Contracts
import DomainModel

/// What a report is made of: answers of the services, nothing else.
struct ReportData: Sendable {
  /// Money that came from one kind of source, of all projects.
  struct Source: Hashable, Sendable {
    let source: DepositSource
    let amount: Money
  }

  /// Forms that bear one date, of all rounds of a kind.
  struct Ballots: Hashable, Sendable {
    let on: BusinessDate
    let kind: RoundKind
    let forms: Int
  }

  let at: Instant
  let asOf: BusinessDate
  let rows: [ProjectRow]
  let gap: ProjectAnswers.Gap?
  let deadlines: DeadlineAnswers
  var courses: [ProjectID: [Course.Reached]] = [:]
  var sources: [Source] = []
  /// What residents are to pay and have paid, of the projects where that is fixed.
  var residentsPlanned = Money.zero
  var residentsCleared = Money.zero
  var ballots: [Ballots] = []
  /// Projects of which something did not come, so that sums are known to be too small.
  var incomplete = 0

  var projects: [ProjectRow] { rows.filter { !$0.line.isWithdrawn } }

  /// A stage with how many projects reached it and how many stand at it.
  struct Step: Hashable, Sendable {
    let stage: StageName
    let reached: Int
    let standing: Int
  }

  /// Every stage that some project reached, in the order of the codes. Cities name their stages differently: each bears the
  /// name that most of the projects know it by.
  var funnel: [Step] {
    let open = Dictionary(uniqueKeysWithValues: projects.map { ($0.line.project, $0) })
    var names: [String: [StageName: Int]] = [:]
    var reached: [String: Int] = [:]
    for (project, course) in courses where open[project] != nil {
      for step in course {
        names[step.stage.code, default: [:]][step.stage, default: 0] += 1
        reached[step.stage.code, default: 0] += 1
      }
    }
    var standing: [String: Int] = [:]
    for row in open.values {
      guard let stage = row.line.stage else { continue }
      names[stage.code, default: [:]][stage, default: 0] += 1
      standing[stage.code, default: 0] += 1
    }
    let chosen = names.values.compactMap { known in
      known.max { ($0.value, $1.key.zh) < ($1.value, $0.key.zh) }?.key
    }
    return chosen.sorted { $0.code < $1.code }.map {
      Step(stage: $0, reached: max(reached[$0.code] ?? 0, standing[$0.code] ?? 0), standing: standing[$0.code] ?? 0)
    }
  }

  /// Projects whose course has this stage, `S28`.
  func count(reached code: String) -> Int {
    projects.filter { row in courses[row.line.project]?.contains { $0.stage.code == code } ?? false }.count
  }
}
