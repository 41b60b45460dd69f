import Contracts
import DomainModel
import Policy
import ServiceKit

/// A design change is approved once; its effect on the investment is held against the bounds of merging.
enum ApproveDesignChangeDecision: Decision {
  struct Sight {
    let initiation: Initiation
    let route: ApprovalFile.Route?
    let earlier: ApprovedChange?
  }

  static func look(_ command: ApproveDesignChange, at view: any EntityView) throws -> Sight {
    Sight(
      initiation: try view.initiation(of: command.project), route: try view.approvalFile(command.project).route,
      earlier: try view.get(ApprovedChange.self, command.change.rawValue))
  }

  static func decide(
    _ command: ApproveDesignChange, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<InvestmentReview> {
    let edition = try ruling.edition()
    let initiation = sight.initiation
    try ruling.requireNotHalted()
    guard command.change.project() == command.project else {
      throw Refusal(.changeOfOtherProject, pointers: ["/change"])
    }
    if let earlier = sight.earlier {
      throw Refusal(.changeApprovedAlready, values: [NamedValue("approved", .date(earlier.approvedOn))])
    }
    try ruling.requireNotBefore(initiation.openedOn)
    let investment = try initiation.investment.adding(command.addition).subtracting(command.reduction)
    let figures = initiation.figures(sight.route, investment: investment)
    let rechecks = initiation.recheck(under: DocumentBands(edition), on: figures).map(\.finding)
    try ruling.passGate(adding: rechecks)
    // What waits to be checked already goes on waiting unless the figure came back under the bound.
    let needsRecheck = rechecks.contains { $0.result == .violated }
    return Outcome(
      [
        DesignChangeApproved(
          project: command.project, change: command.change, addition: command.addition, reduction: command.reduction,
          investment: investment, reason: command.reason, document: command.document,
          organisation: ruling.principal.organisation, needsRecheck: needsRecheck)
      ],
      reply: InvestmentReview(needsRecheck: needsRecheck))
  }
}
