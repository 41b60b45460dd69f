import Contracts
import DomainModel
import ServiceKit

/// Records that the institution watches the works from now on.
enum RegisterQualitySupervisionDecision: Decision {
  static func look(_ command: RegisterQualitySupervision, at view: any EntityView) throws {}

  static func decide(
    _ command: RegisterQualitySupervision, seeing: Void, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    try ruling.passGate()
    return Outcome([
      QualitySupervisionRegistered(
        project: command.project, institution: command.institution, document: command.document)
    ])
  }
}
