import Contracts
import DomainModel
import Policy
import ServiceKit

/// Warranty and evaluation.
enum LongTermQueries {
  static let handlers: [QueryHandler] = [
    .to(WarrantyQuery.self) { query, view, inquiry in
      try warranty(query, view, inquiry, try inquiry.law(of: query.project, in: view))
    },
    .to(EvaluationQuery.self) { query, view, _ in try evaluation(query, view) },
  ]

  private static func warranty(
    _ query: WarrantyQuery, _ view: any EntityView, _ inquiry: Inquiry, _ law: Law?
  ) throws -> WarrantyOverview {
    let day = query.asOf ?? inquiry.today
    let works = try Works.of(query.project, in: view)
    let periods =
      works.acceptancePassedOn.map { RunningWarranty.all(from: $0, terms: works.warranty, under: law) } ?? []
    let claims = try view.all(WarrantyClaim.self, prefix: "\(query.project)/")
      .sorted { WorksQueries.number($0.id) < WorksQueries.number($1.id) }
    return WarrantyOverview(
      asOf: day, from: works.acceptancePassedOn,
      periods: periods.map { period in
        WarrantyPeriodLine(
          category: period.category, lastDay: period.lastDay,
          running: period.lastDay.map { last in
            works.acceptancePassedOn.map { $0 <= day } == true && day <= last
          },
          origin: period.origin)
      },
      claims: claims.map {
        WarrantyClaimLine(
          claim: $0.id, category: $0.category, what: $0.what, on: $0.on, standing: $0.standing, fixedOn: $0.fixedOn)
      })
  }

  private static func evaluation(_ query: EvaluationQuery, _ view: any EntityView) throws -> EvaluationOverview {
    let works = try Works.of(query.project, in: view)
    let poll = try view.get(Poll.self, query.project.rawValue) ?? Poll(project: query.project)
    let evaluations = try view.all(Evaluation.self, prefix: "\(query.project)/")
    return EvaluationOverview(
      questionnaires: poll.forms,
      questions: questions.map { question, options in
        QuestionTally(
          question: question, answered: poll.answered["q\(question)", default: 0],
          options: options.map { OptionTally(option: $0, count: poll.count(question, [$0])) })
      },
      satisfied: poll.satisfied, improved: poll.improved, ratesOrigin: .recommended,
      evaluations: evaluations.map {
        EvaluationLine(on: $0.on, evaluator: $0.evaluator, works: $0.works, management: $0.management)
      },
      managementMode: works.mode)
  }

  /// The closed questions and their options, in the order of the form (domain §14).
  private static let questions: [(Int, [String])] = [
    (1, Sex.allCases.map(\.rawValue)), (2, AgeBand.allCases.map(\.rawValue)), (3, Education.allCases.map(\.rawValue)),
    (4, Awareness.allCases.map(\.rawValue)), (5, Involvement.allCases.map(\.rawValue)),
    (6, RenovatedAspect.allCases.map(\.rawValue)), (7, Improvement.allCases.map(\.rawValue)),
    (8, Satisfaction.allCases.map(\.rawValue)),
  ]
}
