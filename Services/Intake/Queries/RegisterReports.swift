import Contracts
import DomainModel
import ServiceKit

/// The register of a division: what was entered and what was struck off.
enum RegisterReports {
  static let handler = QueryHandler.to(RegisterQuery.self) { query, view, _ in
    let projects = try view.all(
      ProjectCase.self, prefix: "\(query.division)-", after: query.after?.rawValue, limit: page)
    return RegisterReport(
      projects: projects.map {
        RegisterReport.Line(
          project: $0.project, title: $0.title, enteredOn: $0.openedOn, writtenOffOn: $0.writtenOffOn,
          isWithdrawn: $0.isWithdrawn)
      })
  }

  private static let page = 200
}
