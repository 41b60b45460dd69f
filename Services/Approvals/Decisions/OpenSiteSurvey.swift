import Contracts
import DomainModel
import Policy
import ServiceKit

/// The departments surveyed the site and are asked for written comments, by the day that the city's rules give them.
enum OpenSiteSurveyDecision: Decision {
  static func look(_ command: OpenSiteSurvey, at view: any EntityView) throws -> Int {
    try view.nextNumber("\(command.project)/\(SiteSurveyItem.letter)")
  }

  static func decide(
    _ command: OpenSiteSurvey, seeing number: Int, under ruling: Ruling
  ) throws -> Outcome<SiteSurveyOpened> {
    try ruling.requireNotHalted()
    try command.invitations.check(on: ruling.effectiveOn)
    let rules = SiteSurveyInvitations(try ruling.law(), heldOn: ruling.effectiveOn)
    if let year = rules.unknownYear {
      throw Refusal(.siteDeadlineUnknown, values: [NamedValue("year", .count(Int64(year)))])
    }
    try ruling.passGate(
      adding: rules.findings(
        of: command.invitations.map {
          .init(role: $0.role, kind: $0.utility.map { Identifier(stringLiteral: $0.rawValue) }, deadline: $0.deadline)
        }))
    let id = SiteSurveyID(command.project, number)
    return Outcome(
      [
        SiteSurveyHeld(
          project: command.project, survey: id, invitations: command.invitations, record: command.record)
      ],
      reply: SiteSurveyOpened(survey: id, deadline: rules.deadline))
  }
}
