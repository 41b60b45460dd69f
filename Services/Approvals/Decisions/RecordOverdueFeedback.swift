import Contracts
import DomainModel
import Policy
import ServiceKit

/// Records which departments let the deadline of their written comments pass, and that they were reminded. Their silence
/// is no consent, and stops the design no longer (ours): it is shown wherever the plan is judged.
enum RecordOverdueFeedbackDecision: Decision {
  static func look(_ command: RecordOverdueFeedback, at view: any EntityView) throws -> SiteSurvey {
    try view.siteSurvey(command.survey, of: command.project)
  }

  static func decide(
    _ command: RecordOverdueFeedback, seeing survey: SiteSurvey, under ruling: Ruling
  ) throws -> Outcome<OverdueFeedbackReport> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(survey.remindedOn ?? survey.heldOn)
    let unanswered = survey.seats.filter { $0.answer == nil }
    // The last day runs to its end: overdue from the day after.
    let overdue = unanswered.filter { $0.deadline < ruling.effectiveOn }
    guard !overdue.isEmpty else { throw Refusal(.nobodyOverdue) }
    try ruling.passGate()
    let organisations = overdue.map(\.organisation).reduce(into: [OrganisationID]()) { known, next in
      if !known.contains(next) { known.append(next) }
    }
    let awaited = unanswered.count - overdue.count
    return Outcome(
      [
        SiteFeedbackOverdue(
          project: command.project, survey: command.survey, organisations: Listing(capped: organisations),
          reminder: command.reminder, nobodyElseAwaited: awaited == 0)
      ],
      reply: OverdueFeedbackReport(organisations: organisations, awaited: awaited),
      findings: [
        Finding(
          "site-survey.all-answered", .violated, force: .advises, origin: .recommended,
          cites: [.choice("site-survey-clock")],
          values: [NamedValue("overdue", .count(Int64(overdue.count))), NamedValue("awaited", .count(Int64(awaited)))])
      ])
  }
}
