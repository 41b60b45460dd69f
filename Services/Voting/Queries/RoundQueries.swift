import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Rounds, their running tallies and their minutes.
enum RoundQueries {
  static let handlers: [QueryHandler] = [
    .to(RoundsQuery.self) { query, view, _ in
      Rounds(rounds: try view.all(Round.self, prefix: "\(query.project)/").map(line))
    },
    .to(RoundReportQuery.self) { query, view, _ in
      RoundReportAnswer(report: try round(query.round, query.project, view)?.report)
    },
    .to(TallyQuery.self) { query, view, inquiry in
      TallyAnswer(standing: try standing(query, view, inquiry))
    },
    .to(BallotsByDayQuery.self) { query, view, _ in try byDay(query.round, query.project, view) },
    .to(BallotsQuery.self) { query, view, _ in
      guard query.round.project() == query.project else { return BallotNumbers(numbers: [], hasMore: false) }
      let page = try view.all(
        EnteredBallot.self, prefix: "\(query.round)/", after: query.after.map { EnteredBallot.key(query.round, $0) },
        limit: pageSize + 1)
      return BallotNumbers(numbers: page.prefix(pageSize).map(\.ballotNo), hasMore: page.count > pageSize)
    },
  ]

  private static let pageSize = 500

  /// A page at a time: a round may have as many units as a small town.
  private static func byDay(_ id: RoundID, _ project: ProjectID, _ view: any EntityView) throws -> BallotsByDay {
    guard try round(id, project, view) != nil else { return BallotsByDay(days: []) }
    var counts: [BusinessDate: Int] = [:]
    var last: String?
    while true {
      let page = try view.all(UnitForms.self, prefix: "\(id)/", after: last, limit: pageSize)
      for form in page.flatMap(\.forms) { counts[form.signedOn, default: 0] += 1 }
      guard page.count == pageSize else { break }
      last = page.last?.key
    }
    return BallotsByDay(days: counts.sorted { $0.key < $1.key }.map { BallotsByDay.Day(on: $0.key, forms: $0.value) })
  }

  private static func round(_ id: RoundID, _ project: ProjectID, _ view: any EntityView) throws -> Round? {
    guard id.project() == project else { return nil }
    return try view.get(Round.self, id.rawValue)
  }

  private static func line(_ round: Round) -> Rounds.Line {
    Rounds.Line(
      round: round.id, kind: round.kind, roll: round.roll, planVersion: round.planVersion, opensOn: round.opensOn,
      closesOn: round.closesOn, closedOn: round.report?.closedOn, isCarried: round.report?.isCarried)
  }

  private static func standing(
    _ query: TallyQuery, _ view: any EntityView, _ inquiry: Inquiry
  ) throws -> TallyAnswer.Standing? {
    guard let round = try round(query.round, query.project, view), let tally = try view.get(Tally.self, round.key)
    else { return nil }
    let thresholds = try inquiry.law(of: query.project, in: view).flatMap {
      VoteThresholds($0.edition, round.kind.terms)
    }
    let tests = thresholds?.result(of: tally.figures, blankRulePrinted: round.blankRulePrinted).tests ?? []
    return TallyAnswer.Standing(
      round: round.id, isOpen: round.isOpen, forms: try FormCount(tally, issued: round.formsIssued),
      area: try tally.area, heads: try tally.heads, households: try tally.households,
      ratios: tests.map(VoteRatio.init))
  }
}
