import Contracts
import DomainModel
import ServiceKit

/// Who had not answered at the end of a day although the deadline had passed. Silence is not consent: it is shown.
enum OverdueReading {
  static let handler = QueryHandler.to(OverdueOpinionsQuery.self) { query, view, _ in
    let project = query.project.rawValue
    var overdue: [OverdueOpinion] = []
    for consultation in try view.all(Consultation.self, prefix: "\(project)/") {
      overdue += consultation.seats.compactMap { late($0, asOf: query.asOf, consultation: consultation.id) }
    }
    for survey in try view.all(SiteSurvey.self, prefix: "\(project)/") {
      overdue += survey.seats.compactMap { late($0, asOf: query.asOf, survey: survey.id) }
    }
    return OverdueOpinions(overdue: overdue.sorted { $0.daysOverdue > $1.daysOverdue })
  }

  /// The last day ends at its end: overdue from the day after.
  private static func late(
    _ seat: Seat, asOf day: BusinessDate, consultation: ConsultationID? = nil, survey: SiteSurveyID? = nil
  ) -> OverdueOpinion? {
    guard seat.deadline < day else { return nil }
    if let answered = seat.answer?.on, answered <= day { return nil }
    return OverdueOpinion(
      consultation: consultation, survey: survey, organisation: seat.organisation, role: seat.role,
      utility: seat.utility,
      deadline: seat.deadline, daysOverdue: day.days(since: seat.deadline), answeredOn: seat.answer?.on)
  }
}
