import Contracts
import DomainModel
import ServiceKit

/// Takes the declaration on land. Where ownership does not change nothing more is needed.
enum DeclareLandDecision: Decision {
  static func look(_ command: DeclareLand, at view: any EntityView) throws -> ApprovalFile {
    try view.approvalFile(command.project)
  }

  static func decide(
    _ command: DeclareLand, seeing file: ApprovalFile, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(file.land?.on)
    try ruling.passGate()
    return Outcome([
      LandDeclared(
        project: command.project, changesOwnership: command.changesOwnership, evidence: command.evidence)
    ])
  }
}
