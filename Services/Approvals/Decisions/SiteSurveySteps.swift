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

/// An organisation that was asked comments; late is recorded as late.
enum GiveSiteFeedbackDecision: Decision {
  static func look(_ command: GiveSiteFeedback, at view: any EntityView) throws -> SiteSurvey {
    guard let known = try view.get(SiteSurvey.self, command.survey.rawValue), known.project == command.project else {
      throw Refusal(.surveyUnknown, pointers: ["/survey"])
    }
    return known
  }

  static func decide(
    _ command: GiveSiteFeedback, seeing survey: SiteSurvey, under ruling: Ruling
  ) throws -> Outcome<OpinionReceipt> {
    try ruling.requireNotBefore(survey.heldOn)
    let organisation = ruling.principal.organisation
    let seats = survey.seats.filter { $0.organisation == organisation && ruling.principal.roles.contains($0.role) }
    guard let deadline = seats.map(\.deadline).max() else { throw Refusal(.notInvited) }
    guard command.text != nil || command.document != nil else {
      throw Refusal(.opinionWithoutText, pointers: ["/text", "/document"])
    }
    let isLate = ruling.effectiveOn > deadline
    let isLast = survey.seats.allSatisfy { $0.answer != nil || $0.organisation == organisation }
    return Outcome(
      [
        SiteFeedbackGiven(
          project: command.project, survey: command.survey, organisation: organisation, text: command.text,
          document: command.document, isLate: isLate, isLast: isLast)
      ],
      reply: OpinionReceipt(isLate: isLate),
      findings: [
        Finding(
          "site-survey.feedback-in-time", isLate ? .violated : .satisfied, force: .advises, origin: .recommended, cites: [],
          values: [NamedValue("deadline", .date(deadline)), NamedValue("on", .date(ruling.effectiveOn))])
      ])
  }
}
