import Contracts
import DomainModel

/// Asks the services for figures: at most once in a while, however often and from however many sides it is asked.
actor MetricsDesk {
  private let inquirer: Inquirer
  /// How long an answer about services, and one about projects, is good for.
  private let freshness: (services: Duration, projects: Duration)
  private var latest: (at: ContinuousClock.Instant, metrics: StatusMetrics)?
  private var surveyed: (at: ContinuousClock.Instant, survey: StatusMetrics.Survey)?
  /// A question under way; whoever asks meanwhile waits for its answer.
  private var asking: Task<StatusMetrics, Never>?

  init(_ inquirer: Inquirer, services: Duration = .seconds(5), projects: Duration = .seconds(60)) {
    self.inquirer = inquirer
    freshness = (services, projects)
  }

  func metrics() async -> StatusMetrics {
    if let latest, ContinuousClock.now - latest.at < freshness.services { return latest.metrics }
    if let asking { return await asking.value }
    let task = Task { await ask() }
    asking = task
    let metrics = await task.value
    asking = nil
    latest = (.now, metrics)
    return metrics
  }

  private func ask() async -> StatusMetrics {
    async let answers = inquirer.answers(knowing: ProjectAnswers())
    let survey = await survey()
    return StatusMetrics(assessment: Assessment(await answers), survey: survey)
  }

  private func survey() async -> StatusMetrics.Survey {
    if let surveyed, ContinuousClock.now - surveyed.at < freshness.projects { return surveyed.survey }
    let now = Instant.now()
    let told = await inquirer.rows(asOf: now.businessDate)
    let survey = StatusMetrics.Survey(at: now, rows: told.rows, gap: told.gap, deadlines: told.deadlines)
    surveyed = (.now, survey)
    return survey
  }
}
