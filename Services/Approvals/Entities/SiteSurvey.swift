import Contracts
import DomainModel
import ServiceKit

/// A site survey by the departments, and their comments.
struct SiteSurvey: Entity {
  static let kind = "site-survey"
  let id: SiteSurveyID
  let project: ProjectID
  let heldOn: BusinessDate
  var seats: [Seat]
  /// The last day on which overdue departments were reminded.
  var remindedOn: BusinessDate?

  var key: String { id.rawValue }
}

extension EntityView {
  /// - Throws: `Refusal` when there is no such survey in the project.
  func siteSurvey(_ id: SiteSurveyID, of project: ProjectID) throws -> SiteSurvey {
    guard let known = try get(SiteSurvey.self, id.rawValue), known.project == project else {
      throw Refusal(.surveyUnknown, pointers: ["/survey"])
    }
    return known
  }
}

extension SiteSurvey {
  static let folds: [Fold] = [
    .on(SiteSurveyHeld.self) { event, stamp, entities in
      try entities.countUp("\(event.project)/\(SiteSurveyItem.letter)")
      try entities.put(
        SiteSurvey(
          id: event.survey, project: event.project, heldOn: stamp.effectiveOn, seats: event.invitations.map(Seat.init)))
    },
    .on(SiteFeedbackGiven.self) { event, stamp, entities in
      try entities.update(SiteSurvey.self, event.survey.rawValue) {
        $0.seats.answer(
          Seat.Answer(
            stance: nil, text: event.text, document: event.document, planning: nil, on: stamp.effectiveOn,
            isLate: event.isLate, source: stamp.source),
          by: event.organisation)
      }
    },
    .on(SiteFeedbackOverdue.self) { event, stamp, entities in
      try entities.update(SiteSurvey.self, event.survey.rawValue) { $0.remindedOn = stamp.effectiveOn }
    },
  ]
}
