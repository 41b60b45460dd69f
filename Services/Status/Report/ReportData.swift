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

  /// Every stage that some project reached, in the order of the codes.
  var funnel: [Step] {
    let open = Dictionary(uniqueKeysWithValues: projects.map { ($0.line.project, $0) })
    var names: [String: StageName] = [:]
    var reached: [String: Int] = [:]
    for (project, course) in courses where open[project] != nil {
      for step in course {
        names[step.stage.code] = names[step.stage.code] ?? step.stage
        reached[step.stage.code, default: 0] += 1
      }
    }
    var standing: [String: Int] = [:]
    for row in open.values {
      guard let stage = row.line.stage else { continue }
      names[stage.code] = names[stage.code] ?? stage
      standing[stage.code, default: 0] += 1
    }
    return names.values.sorted { $0.code < $1.code }.map {
      Step(stage: $0, reached: max(reached[$0.code] ?? 0, standing[$0.code] ?? 0), standing: standing[$0.code] ?? 0)
    }
  }

  /// Projects whose course has this stage, `S28`.
  func count(reached code: String) -> Int {
    projects.filter { row in courses[row.line.project]?.contains { $0.stage.code == code } ?? false }.count
  }
}
