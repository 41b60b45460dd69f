import Contracts
import DomainModel
import Policy
import ServiceKit

/// A signed pledge in place of a paper, on the simplified route alone.
enum SubmitPledgeDecision: Decision {
  static func look(_ command: SubmitPledge, at view: any EntityView) throws -> PermitMaterialSight {
    try PermitMaterialSight(command.project, view)
  }

  static func decide(
    _ command: SubmitPledge, seeing sight: PermitMaterialSight, under ruling: Ruling
  ) throws -> Outcome<PermitReadiness> {
    let papers = PermitPapers(try ruling.edition())
    let isSimplified = sight.file.route?.isSimplified
    let allowed = papers.pledge(for: command.material.code, isSimplified: isSimplified, sources: sight.routeSources)
    try ruling.passGate(adding: [allowed])
    let missing = sight.missing(under: papers, with: command.material, isPledge: true)
    return Outcome(
      [
        PledgeSubmitted(
          project: command.project, material: command.material, document: command.document,
          areMaterialsReady: missing.isEmpty)
      ],
      reply: PermitReadiness(areMaterialsReady: missing.isEmpty, missing: Listing(capped: missing)))
  }
}

/// The paper itself, on either route.
enum SubmitPermitEvidenceDecision: Decision {
  static func look(_ command: SubmitPermitEvidence, at view: any EntityView) throws -> PermitMaterialSight {
    try PermitMaterialSight(command.project, view)
  }

  static func decide(
    _ command: SubmitPermitEvidence, seeing sight: PermitMaterialSight, under ruling: Ruling
  ) throws -> Outcome<PermitReadiness> {
    let papers = PermitPapers(try ruling.edition())
    try ruling.passGate()
    let missing = sight.missing(under: papers, with: command.material, isPledge: false)
    return Outcome(
      [
        PermitEvidenceSubmitted(
          project: command.project, material: command.material, number: command.number, document: command.document,
          areMaterialsReady: missing.isEmpty)
      ],
      reply: PermitReadiness(areMaterialsReady: missing.isEmpty, missing: Listing(capped: missing)))
  }
}

/// What both look at.
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
