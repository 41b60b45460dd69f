import ClientKit
import Contracts
import DomainModel

extension Inquirer {
  /// Projects asked about side by side, each with a handful of questions: within what a service grants one connection.
  private static let reportedSideBySide = 6
  /// Projects that a report looks into at most; the list itself holds all.
  private static let mostReported = 400

  private struct Told: Sendable {
    let project: ProjectID
    var course: [Course.Reached] = []
    var received: [SourcesAnswer.Received] = []
    var account: AccountAnswer?
    var ballots: [ReportData.Ballots] = []
    var isWhole = true
  }

  func report(asOf day: BusinessDate) async -> ReportData {
    let now = Instant.now()
    let told = await rows(asOf: day)
    var data = ReportData(at: now, asOf: day, rows: told.rows, gap: told.gap, deadlines: told.deadlines)
    let projects = data.projects.map(\.line.project).prefix(Inquirer.mostReported)
    var amounts: [DepositSource: Money] = [:]
    var ballots: [BusinessDate: [RoundKind: Int]] = [:]
    var (planned, cleared) = (Money.zero, Money.zero)
    await withTaskGroup(of: Told.self) { group in
      var waiting = projects[...]
      for project in waiting.prefix(Inquirer.reportedSideBySide) {
        group.addTask { await tell(of: project, until: day) }
      }
      waiting = waiting.dropFirst(Inquirer.reportedSideBySide)
      for await one in group {
        if let project = waiting.popFirst() { group.addTask { await tell(of: project, until: day) } }
        data.courses[one.project] = one.course
        var isWhole = one.isWhole
        for part in one.received {
          if let sum = try? (amounts[part.source] ?? .zero).adding(part.amount) {
            amounts[part.source] = sum
          } else {
            isWhole = false
          }
        }
        if let account = one.account, let due = account.planned, let all = try? planned.adding(due),
          let paid = try? cleared.adding(account.cleared)
        {
          (planned, cleared) = (all, paid)
        }
        for day in one.ballots { ballots[day.on, default: [:]][day.kind, default: 0] += day.forms }
        if !isWhole { data.incomplete += 1 }
      }
    }
    data.incomplete += data.projects.count - projects.count
    data.sources = amounts.map { ReportData.Source(source: $0.key, amount: $0.value) }.sorted { $0.amount > $1.amount }
    (data.residentsPlanned, data.residentsCleared) = (planned, cleared)
    data.ballots = ballots.flatMap { day, kinds in
      kinds.map { ReportData.Ballots(on: day, kind: $0.key, forms: $0.value) }
    }.sorted { ($0.on, $0.kind.rawValue) < ($1.on, $1.kind.rawValue) }
    return data
  }

  private func tell(of project: ProjectID, until day: BusinessDate) async -> Told {
    var told = Told(project: project)
    async let course = try? office.ask(CourseQuery(project: project), as: role)
    async let sources = try? office.ask(SourcesQuery(project: project), as: role)
    async let account = try? office.ask(AccountQuery(project: project, asOf: day), as: role)
    do {
      for round in try await office.ask(RoundsQuery(project: project), as: role).rounds where round.opensOn <= day {
        let days = try await office.ask(BallotsByDayQuery(project: project, round: round.round), as: role).days
        told.ballots += days.filter { $0.on <= day }.map {
          ReportData.Ballots(on: $0.on, kind: round.kind, forms: $0.forms)
        }
      }
    } catch { told.isWhole = false }
    if let course = await course { told.course = course.reached.filter { $0.on <= day } } else { told.isWhole = false }
    if let sources = await sources { told.received = sources.received } else { told.isWhole = false }
    told.account = await account
    return told
  }
}
