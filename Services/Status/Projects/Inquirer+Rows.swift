import ClientKit
import Contracts
import DomainModel

extension Inquirer {
  /// Rows listed at most: an operator with more asks by division.
  private static let mostRows = 5000

  /// The projects of the divisions with their duties, and what did not come.
  func rows(asOf day: BusinessDate) async -> (rows: [ProjectRow], gap: ProjectAnswers.Gap?, deadlines: DeadlineAnswers)
  {
    guard !divisions.isEmpty else { return ([], .noDivision, DeadlineAnswers(asOf: day)) }
    async let deadlines = deadlines(asOf: day)
    var lines: [ProjectList.Line] = []
    var gap: ProjectAnswers.Gap?
    do { lines = try await listed(in: outermost) } catch { gap = .silent(silence(of: .intake, error)) }
    if lines.count > Inquirer.mostRows {
      gap = .cut
      lines = Array(lines.prefix(Inquirer.mostRows))
    }
    let told = await deadlines
    let duties = Dictionary(grouping: told.lines.filter(\.deadline.kind.isDuty)) { $0.deadline.project }
    return (lines.map { ProjectRow($0, duties: duties[$0.project] ?? []) }, gap, told)
  }

  /// What intake tells of these projects, by number; nothing where it does not answer.
  func names(of projects: [ProjectID]) async -> [ProjectID: ProjectList.Line] {
    let divisions = Set(projects.compactMap { try? DivisionCode(String($0.rawValue.prefix(6))) })
    let lines = try? await listed(in: divisions.sorted { $0.rawValue < $1.rawValue })
    return Dictionary((lines ?? []).map { ($0.project, $0) }) { first, _ in first }
  }

  private func listed(in divisions: [DivisionCode]) async throws -> [ProjectList.Line] {
    var lines: [ProjectList.Line] = []
    for division in divisions {
      var last: ProjectID?
      while lines.count <= Inquirer.mostRows {
        let page = try await office.ask(ProjectsQuery(division: division, after: last), as: role)
        guard let end = page.projects.last else { break }
        lines += page.projects
        last = end.project
      }
    }
    return lines
  }
}
