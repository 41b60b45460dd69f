import Contracts
import DomainModel
import Policy
import ServiceKit

/// A later figure. What is not approved yet follows it; what is approved is shown and checked again, never reversed
/// here.
enum RedeclareInvestmentDecision: Decision {
  struct Sight {
    let initiation: Initiation
    let route: ApprovalFile.Route?
  }

  static func look(_ command: RedeclareInvestment, at view: any EntityView) throws -> Sight {
    Sight(
      initiation: try view.initiation(of: command.project), route: try view.approvalFile(command.project).route)
  }

  static func decide(
    _ command: RedeclareInvestment, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<InvestmentReview> {
    let edition = try ruling.edition()
    let initiation = sight.initiation
    try ruling.requireNotBefore(initiation.openedOn)
    guard command.figureDate <= ruling.effectiveOn else {
      throw Refusal(.figureDatedAhead, pointers: ["/figureDate"])
    }
    let bands = DocumentBands(edition)
    let figures = initiation.figures(sight.route, investment: command.investment)
    let rechecks = initiation.recheck(under: bands, on: figures).map(\.finding)
    let packaging = command.packaging ?? initiation.packaging
    // A choice made now must be allowed; one made before only shows that it no longer is.
    let open = packaging.merges.filter { initiation.approved.isDisjoint(with: $0) }
    let choices = open.map {
      bands.finding(merging: $0.map(\.code), on: figures, force: command.packaging == nil ? .advises : .blocks)
    }
    try ruling.passGate(adding: choices + rechecks)
    let needsRecheck = rechecks.contains { $0.result == .violated }
    return Outcome(
      [
        InvestmentRedeclared(
          project: command.project, investment: command.investment, figureDate: command.figureDate,
          packaging: packaging, reason: command.reason, needsRecheck: needsRecheck)
      ],
      reply: InvestmentReview(needsRecheck: needsRecheck))
  }
}
