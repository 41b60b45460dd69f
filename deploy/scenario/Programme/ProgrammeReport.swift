import ClientKit
import Contracts
import DomainModel
import Foundation
import Terminal

/// What the five services say of a programme when it has been carried through: nothing in it comes from the samples.
struct ProgrammeReport {
  /// One community as the services have it.
  struct Line {
    let project: ProjectID
    let name: String
    let totals: ProgrammeTotals
    let stage: StageName?
    /// Steps that were refused.
    let refused: Int
    let sources: SourcesAnswer
  }

  /// A rule, or a code, that stopped steps; one refused step may meet several.
  struct Stop: Hashable {
    let what: String
    let articles: String
  }

  let lines: [Line]
  let stops: [Stop: Int]

  /// Asks the services about all projects of the division.
  init(_ office: Office) async throws {
    var lines: [Line] = []
    var stops: [Stop: Int] = [:]
    var after: ProjectID?
    while true {
      let page = try await office.ask(ProjectsQuery(division: TiexiStory.division, after: after)).projects
      for project in page {
        let given = try await ProgrammeReport.refusals(of: project.project, office)
        for stop in given.flatMap(ProgrammeReport.stops) { stops[stop, default: 0] += 1 }
        lines.append(try await ProgrammeReport.line(project, refused: given.count, office))
      }
      guard let last = page.last else { break }
      after = last.project
    }
    self.lines = lines
    self.stops = stops
  }

  private static func line(_ project: ProjectList.Line, refused: Int, _ office: Office) async throws -> Line {
    let report = try await office.ask(ProjectReportQuery(project: project.project))
    let community = try await office.ask(CommunityQuery(community: report.community))
    guard let survey = community.survey else { throw StoryFault("\(project.project) has no survey") }
    return Line(
      project: project.project, name: community.name.value,
      totals: ProgrammeTotals(
        communities: 1, buildings: survey.buildings, households: survey.households, area: survey.survey.totalFloorArea),
      stage: project.stage, refused: refused,
      sources: try await office.ask(SourcesQuery(project: project.project), as: .finance))
  }

  private static func refusals(of project: ProjectID, _ office: Office) async throws -> [Problem] {
    var problems = try await office.ask(RefusalsQuery<IntakeContract>(project: project)).refusals.map(\.problem)
    problems += try await office.ask(RefusalsQuery<VotingContract>(project: project)).refusals.map(\.problem)
    problems += try await office.ask(RefusalsQuery<FundingContract>(project: project)).refusals.map(\.problem)
    problems += try await office.ask(RefusalsQuery<ApprovalsContract>(project: project)).refusals.map(\.problem)
    problems += try await office.ask(RefusalsQuery<SupervisionContract>(project: project)).refusals.map(\.problem)
    return problems
  }

  private static func stops(of problem: Problem) -> [Stop] {
    let stopping = problem.findings.filter(\.stops)
    guard !stopping.isEmpty else { return [Stop(what: problem.code, articles: "")] }
    return stopping.map {
      Stop(what: $0.rule.rawValue, articles: $0.cites.map(\.description).joined(separator: ", "))
    }
  }

  /// Steps that were refused.
  var refused: Int { lines.map(\.refused).reduce(0, +) }

  /// All of it.
  func totals() throws -> ProgrammeTotals { try lines.map(\.totals).reduce(.none) { try $0.adding($1) } }

  /// What each source is to pay by the reviewed budgets.
  func budgeted() throws -> [(source: BudgetSource, amount: Money)] {
    try BudgetSource.allCases.map { source in
      (source, try Money.sum(lines.flatMap(\.sources.parts).filter { $0.source == source }.map(\.amount)))
    }
  }

  /// What cleared from each source.
  func received() throws -> [(source: DepositSource, amount: Money)] {
    try DepositSource.allCases.map { source in
      (source, try Money.sum(lines.flatMap(\.sources.received).filter { $0.source == source }.map(\.amount)))
    }
  }
}
