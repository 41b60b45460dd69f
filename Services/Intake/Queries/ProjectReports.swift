import Contracts
import DomainModel
import Policy
import ServiceKit

/// Projects and how far they are.
enum ProjectReports {
  static let one = QueryHandler.to(ProjectReportQuery.self) { query, view, inquiry in
    let project = try ProjectCase.of(query.project, at: view)
    let law = try inquiry.law(of: query.project, in: view)
    let facts = try view.facts(of: query.project)
    return ProjectReport(
      project: project.project, title: project.title, community: project.community,
      communityName: try view.get(Community.self, project.community.rawValue)?.name, edition: project.edition,
      openedOn: project.openedOn,
      stage: law.flatMap { StageProgress.stage(of: facts, under: $0.edition) }.map(StageName.init),
      plan: project.currentPlan, constructionUnit: project.constructionUnit, planYear: project.listed?.planYear,
      isPlanLate: project.listed?.isLate ?? false, suspendedOn: project.suspendedOn, isWithdrawn: project.isWithdrawn)
  }

  static let list = QueryHandler.to(ProjectsQuery.self) { query, view, inquiry in
    // A prefecture's are those of its counties.
    let projects = try view.all(
      ProjectCase.self, prefix: query.division.stem, after: query.after?.rawValue, limit: page)
    return ProjectList(projects: try projects.map { try line($0, view, inquiry) })
  }

  private static let page = 200

  private static func line(
    _ project: ProjectCase, _ view: any EntityView, _ inquiry: Inquiry
  ) throws -> ProjectList.Line {
    let facts = try view.facts(of: project.project)
    let law = try inquiry.law(of: project.project, in: view)
    let ahead = law.map { Outlooks.ahead(of: facts, under: $0, on: inquiry.today) } ?? []
    let waiting = ahead.first?.findings.filter(\.stops) ?? []
    var awaits: [ServiceName] = []
    for service in waiting.compactMap(\.awaits) where !awaits.contains(service) { awaits.append(service) }
    let community = try view.get(Community.self, project.community.rawValue)
    return ProjectList.Line(
      project: project.project, title: project.title, communityName: community?.name,
      stage: law.flatMap { StageProgress.stage(of: facts, under: $0.edition) }.map(StageName.init),
      isHalted: project.suspendedOn != nil, isWithdrawn: project.isWithdrawn, next: ahead.first?.step,
      waitingFor: waiting.map(\.rule), awaits: awaits, takenBy: ahead.first?.takenBy, edition: project.edition,
      subdistrict: community?.subdistrict, openedOn: project.openedOn, planYear: project.listed?.planYear,
      isPlanLate: project.listed?.isLate)
  }
}

extension StageName {
  init(_ stage: Stage) {
    self.init(code: stage.code.rawValue, zh: stage.zh, en: stage.en)
  }
}
