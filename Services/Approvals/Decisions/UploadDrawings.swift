import Contracts
import DomainModel
import ServiceKit

/// Drawings with their designer's statement; their review is exempt, they are not (AMB-30).
enum UploadDrawingsDecision: Decision {
  static func look(_ command: UploadDrawings, at view: any EntityView) throws -> PermitFile {
    try view.permitFile(command.project)
  }

  static func decide(
    _ command: UploadDrawings, seeing file: PermitFile, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard !command.drawings.isEmpty, Set(command.drawings).count == command.drawings.count else {
      throw Refusal(.documentsEmpty, pointers: ["/drawings"])
    }
    try ruling.requireNotBefore(file.drawings?.on)
    try ruling.passGate()
    return Outcome([
      DrawingsUploaded(
        project: command.project, drawings: command.drawings, designer: command.designer,
        complianceStatement: command.complianceStatement)
    ])
  }
}
