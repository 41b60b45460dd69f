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
