import Contracts
import DomainModel
import ServiceKit

/// The permits of a project and what they rest on.
enum PermitsReading {
  static let handler = QueryHandler.to(PermitsQuery.self) { query, view, _ in
    let project = query.project.rawValue
    let file = try view.permitFile(query.project)
    var permits = file.planningPermits.map { report(Identifier(stringLiteral: $0.kind.rawValue), $0.permit) }
    if let permit = file.constructionPermit { permits.append(report("construction", permit)) }
    permits += file.worksPermits.map { report(Identifier(stringLiteral: $0.kind.rawValue), $0.permit, until: $0.until) }
    return PermitsReport(
      code: try view.approvalFile(query.project).code?.code, drawings: file.drawings?.drawings ?? [],
      drawingsOn: file.drawings?.on,
      materials: PermitMaterial.allCases.compactMap(file.material).map {
        MaterialReport(material: $0.material, isPledged: $0.isPledge, document: $0.document, submittedOn: $0.on)
      },
      permits: permits,
      arguments: try view.all(ExpertArgument.self, prefix: "\(project)/").map {
        ArgumentReport(
          argument: $0.id, clause: $0.clause, isPassed: $0.isPassed, baseline: $0.baseline,
          baselineDate: $0.baselineDate, recordedOn: $0.recordedOn)
      },
      changes: try view.all(ApprovedChange.self, prefix: "\(project)/").map {
        ChangeReport(change: $0.id, addition: $0.addition, reduction: $0.reduction, approvedOn: $0.approvedOn)
      })
  }

  private static func report(
    _ kind: Identifier<SlugKind>, _ permit: PermitFile.Permit, until: BusinessDate? = nil
  ) -> PermitReport {
    PermitReport(
      kind: kind, number: permit.number, document: permit.document, issuedBy: permit.organisation, issuedOn: permit.on,
      until: until)
  }
}
