import Contracts
import DomainModel
import Policy
import ServiceKit

/// Who still owes comments or an opinion on a day, and the permits that end.
enum ApprovalsDeadlines {
  static let reader = DeadlineReader { sight, view in
    let surveys = try view.all(SiteSurvey.self, prefix: "\(sight.project)/").flatMap { survey in
      seats(survey.seats, askedOn: survey.heldOn, sight).map { feedback($0, survey, sight) }
    }
    let opinions = try view.all(Consultation.self, prefix: "\(sight.project)/").flatMap { consultation -> [Deadline] in
      // Once the opinion was formed nobody is waited for; who was silent stands in the consultation.
      if let opinion = consultation.opinion, opinion.formedOn <= sight.asOf { return [] }
      return seats(consultation.seats, askedOn: consultation.calledOn, sight).map { seat in
        sight.fixed(
          .consultationOpinion, consultation.id.rawValue, on: seat.deadline, .recorded, from: consultation.calledOn,
          organisation: seat.organisation, roles: [seat.role])
      }
    }
    return surveys + opinions + (try permits(sight, view))
  }

  /// Who was asked by that day and had not answered at its end.
  private static func seats(_ seats: [Seat], askedOn day: BusinessDate, _ sight: DeadlineReader.Sight) -> [Seat] {
    guard day <= sight.asOf else { return [] }
    return seats.filter { seat in seat.answer.map { $0.on > sight.asOf } ?? true }
  }

  private static func feedback(_ seat: Seat, _ survey: SiteSurvey, _ sight: DeadlineReader.Sight) -> Deadline {
    let terms = sight.law?.edition.stated(\.planning.siteSurvey)
    guard let law = sight.law, let days = terms?.value?.feedbackWorkingDays else {
      return sight.fixed(
        .siteFeedback, survey.id.rawValue, on: seat.deadline, .recorded, from: survey.heldOn,
        organisation: seat.organisation, roles: [seat.role])
    }
    return sight.counted(
      .siteFeedback, survey.id.rawValue, days, after: survey.heldOn, under: law.calendar, due: seat.deadline,
      organisation: seat.organisation, roles: [seat.role], cites: terms?.citations ?? [])
  }

  /// Once the works are accepted nothing is dug any more.
  private static func permits(_ sight: DeadlineReader.Sight, _ view: any EntityView) throws -> [Deadline] {
    if let accepted = sight.facts[.acceptancePassed], accepted.on <= sight.asOf { return [] }
    return try view.permitFile(sight.project).worksPermits.filter { $0.permit.on <= sight.asOf }.map { permit in
      sight.fixed(.permitEnds, permit.kind.rawValue, on: permit.until, .recorded, from: permit.permit.on)
    }
  }
}
