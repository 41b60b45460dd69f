import Contracts
import DomainModel
import ServiceKit

/// Gives the land approval to works that were declared to change who owns the land; others need none (Sichuan 5.1).
enum ApproveLandDecision: Decision {
  static func look(_ command: ApproveLand, at view: any EntityView) throws -> ApprovalFile {
    try view.approvalFile(command.project)
  }

  static func decide(
    _ command: ApproveLand, seeing file: ApprovalFile, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard let land = file.land, land.changesOwnership else { throw Refusal(.landNotAsked) }
    if land.isApproved { throw Refusal(.landApprovedAlready) }
    try ruling.requireNotBefore(land.on)
    try ruling.passGate()
    return Outcome([LandApproved(project: command.project, number: command.number, document: command.document)])
  }
}
