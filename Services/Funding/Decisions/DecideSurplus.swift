import Contracts
import DomainModel
import Policy
import ServiceKit

/// A person decides what becomes of money beyond the need, on the verified accounts where there are any, else on the
/// estimate. Nothing is moved by itself (AMB-21).
enum DecideSurplusDecision: Decision {
  struct Sight {
    let funds: ProjectFunds
    let final: FinalAccounts?
  }

  static func look(_ command: DecideSurplus, at view: any EntityView) throws -> Sight {
    Sight(
      funds: try view.funds(of: command.project), final: try view.get(FinalAccounts.self, command.project.rawValue))
  }

  static func decide(_ command: DecideSurplus, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<Accepted> {
    let edition = try ruling.law().edition
    try ruling.requireNotHalted()
    guard let figures = sight.final?.figures ?? sight.funds.estimate?.figures else { throw Refusal(.estimateMissing) }
    guard figures.overfunded > .zero else { throw Refusal(.nothingOverfunded) }
    try ruling.requireNotBefore(sight.final?.on ?? sight.funds.estimate?.on)
    let settled = edition.settled(\.funding.overfunded)
    return Outcome(
      [
        SurplusDecided(
          project: command.project, outcome: command.outcome, amount: figures.overfunded, reason: command.reason,
          document: command.document, by: ruling.taker)
      ],
      findings: [
        Finding(
          "funding.surplus-decided", .satisfied, force: .advises, origin: settled.origin, cites: settled.citations,
          values: [
            NamedValue("overfunded", .money(figures.overfunded)), NamedValue("outcome", .code(command.outcome.rawValue)),
          ], sources: [sight.final?.source ?? sight.funds.estimate?.source].compactMap { $0 })
      ])
  }
}
