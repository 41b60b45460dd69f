import ClientKit
import Contracts
import DomainModel

extension Inquirer {
  /// Rows listed at most: an operator with more asks by division.
  private static let mostListed = 1000
  /// Projects whose outlook is asked for at most; of the others the list itself says what comes next.
  private static let mostDetailed = 200
  /// Projects asked about side by side, two queries each: within what a service grants one connection.
  private static let sideBySide = 12

  /// A county's projects are told with its prefecture's.
  var outermost: [DivisionCode] {
    divisions.filter { division in !divisions.contains { $0 != division && $0.contains(division) } }
  }

  func projects() async -> ProjectAnswers {
    guard !divisions.isEmpty else { return ProjectAnswers(gap: .noDivision) }
    var answers = ProjectAnswers(divisions: divisions)
    var lines: [ProjectList.Line] = []
    do {
      for division in outermost { lines += try await list(of: division) }
    } catch {
      answers.gap = .silent(silence(of: .intake, error))
    }
    if lines.count > Inquirer.mostListed {
      answers.gap = answers.gap ?? .cut
      lines = Array(lines.prefix(Inquirer.mostListed))
    }
    answers.known = await details(of: lines)
    return answers
  }

  /// Page by page, one row beyond the most at least where there are more.
  private func list(of division: DivisionCode) async throws -> [ProjectList.Line] {
    var lines: [ProjectList.Line] = []
    while lines.count <= Inquirer.mostListed {
      let page = try await office.ask(ProjectsQuery(division: division, after: lines.last?.project), as: role)
      if page.projects.isEmpty { break }
      lines += page.projects
    }
    return lines
  }

  private func details(of lines: [ProjectList.Line]) async -> [ProjectAnswers.Known] {
    var known = lines.map { ProjectAnswers.Known(line: $0) }
    await withTaskGroup(of: (Int, ProjectAnswers.Known).self) { group in
      var next = 0
      func start() {
        guard next < min(lines.count, Inquirer.mostDetailed) else { return }
        let (place, line) = (next, lines[next])
        next += 1
        group.addTask { (place, await detail(of: line)) }
      }
      for _ in 0..<Inquirer.sideBySide { start() }
      while let (place, one) = await group.next() {
        known[place] = one
        start()
      }
    }
    return known
  }

  private func detail(of line: ProjectList.Line) async -> ProjectAnswers.Known {
    async let report = try? office.ask(ProjectReportQuery(project: line.project), as: role)
    guard !line.isWithdrawn else { return ProjectAnswers.Known(line: line, report: await report) }
    async let outlook = try? office.ask(OutlookQuery(project: line.project, asOf: nil), as: role)
    return ProjectAnswers.Known(line: line, report: await report, outlook: await outlook)
  }
}
