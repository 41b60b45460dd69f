import Contracts
import DomainModel
import Policy
import ServiceKit

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
