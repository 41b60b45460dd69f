import Contracts
import DomainModel
import Policy
import ServiceKit

/// An organisation that was asked comments; late is recorded as late.
enum GiveSiteFeedbackDecision: Decision {
  static func look(_ command: GiveSiteFeedback, at view: any EntityView) throws -> SiteSurvey {
    try view.siteSurvey(command.survey, of: command.project)
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
    let terms = try ruling.edition().stated(\.planning.siteSurvey)
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
          "site-survey.feedback-in-time", isLate ? .violated : .satisfied, force: .advises,
          origin: terms.isSilent ? .recommended : .document, cites: terms.citations,
          values: [NamedValue("deadline", .date(deadline)), NamedValue("on", .date(ruling.effectiveOn))])
      ])
  }
}
