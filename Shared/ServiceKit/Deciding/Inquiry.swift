import DomainModel
import Policy

/// What a query is answered under: who asks, and the laws to look articles up in.
public struct Inquiry: Sendable {
  public let principal: Principal
  /// The office's day today, for queries that leave `asOf` out.
  public let today: BusinessDate
  let laws: @Sendable (PackEdition) -> Law?
  /// The law of a pack with our defaults now in force.
  var latest: @Sendable (PackEdition) -> Law? = { _ in nil }

  /// The law of a project, if this service knows the project and has its edition.
  public func law(of project: ProjectID, in view: any EntityView) throws -> Law? {
    try view.get(ProjectRecord.self, project.rawValue)?.edition.flatMap(laws)
  }

  /// The same with our defaults now in force: for duties of whoever holds data, which no project's pin should freeze.
  func presentLaw(of project: ProjectID, in view: any EntityView) throws -> Law? {
    try view.get(ProjectRecord.self, project.rawValue)?.edition.flatMap { latest($0) ?? laws($0) }
  }
}
