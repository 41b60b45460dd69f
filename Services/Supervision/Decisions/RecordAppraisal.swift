import Contracts
import DomainModel
import ServiceKit

/// Takes what a voice makes of the result, whatever it says, once the works were accepted.
enum RecordAppraisalDecision: Decision {
  static func look(_ command: RecordAppraisal, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(
    _ command: RecordAppraisal, seeing works: Works, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard let accepted = works.acceptancePassedOn else { throw Refusal(.resultNotAccepted) }
    try ruling.requireNotBefore(accepted)
    try ruling.passGate()
    return Outcome([
      AppraisalRecorded(
        project: command.project, voice: command.voice, organisation: command.organisation, works: command.works,
        management: command.management, report: command.report)
    ])
  }
}
