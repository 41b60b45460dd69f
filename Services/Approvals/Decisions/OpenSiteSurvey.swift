import Contracts
import DomainModel
import ServiceKit

/// The departments surveyed the site and are asked for written comments.
enum OpenSiteSurveyDecision: Decision {
  static func look(_ command: OpenSiteSurvey, at view: any EntityView) throws -> Int {
    try view.nextNumber("\(command.project)/\(SiteSurveyItem.letter)")
  }

  static func decide(
    _ command: OpenSiteSurvey, seeing number: Int, under ruling: Ruling
  ) throws -> Outcome<SiteSurveyOpened> {
    try ruling.requireNotHalted()
    try command.invitations.check(on: ruling.effectiveOn)
    try ruling.passGate()
    let id = SiteSurveyID(command.project, number)
    return Outcome(
      [
        SiteSurveyHeld(
          project: command.project, survey: id, invitations: command.invitations, record: command.record)
      ],
      reply: SiteSurveyOpened(survey: id))
  }
}
