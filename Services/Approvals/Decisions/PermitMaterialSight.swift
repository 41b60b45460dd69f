import Contracts
import DomainModel
import Policy
import ServiceKit

/// What the steps that hand in a paper for the permit look at.
struct PermitMaterialSight {
  let file: ApprovalFile
  let permits: PermitFile

  init(_ project: ProjectID, _ view: any EntityView) throws {
    file = try view.approvalFile(project)
    permits = try view.permitFile(project)
  }

  var routeSources: [SourceRef] { file.route.map { [$0.source] } ?? [] }

  /// What lacks once the paper in hand is there too.
  func missing(under papers: PermitPapers, with material: PermitMaterial, isPledge: Bool) -> [PermitMaterial] {
    var submitted = permits.submitted
    if !isPledge || submitted[material.code] == nil {
      submitted[material.code] = PermitPapers.Submitted(
        isPledge: isPledge, source: SourceRef(feed: .approvals, epoch: "0", sequence: 0))
    }
    let missing = papers.missing(submitted, isSimplified: file.route?.isSimplified)
    return PermitMaterial.allCases.filter { missing.contains($0.code) }
  }
}
