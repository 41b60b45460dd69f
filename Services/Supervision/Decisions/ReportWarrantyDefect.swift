import Contracts
import DomainModel
import Policy
import ServiceKit

/// A defect that showed itself is recorded whether the warranty covers it or not; which of the two is computed.
enum ReportWarrantyDefectDecision: Decision {
  static func look(_ command: ReportWarrantyDefect, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: ReportWarrantyDefect, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<WarrantyClaimReport>
  {
    let claim = WarrantyID(command.project, works.claims + 1)
    let running = works.acceptancePassedOn.map {
      RunningWarranty.of(command.category, from: $0, terms: works.warranty, under: ruling.knownLaw)
    }
    let standing = standing(running, on: ruling.effectiveOn)
    return Outcome(
      [
        WarrantyDefectReported(
          project: command.project, claim: claim, category: command.category, building: command.building,
          what: command.what, photos: command.photos, standing: standing, lastDay: running?.lastDay,
          reporter: command.reporter)
      ],
      reply: WarrantyClaimReport(
        claim: claim, standing: standing, lastDay: running?.lastDay, origin: running?.origin ?? .recommended),
      findings: running.map { [finding($0, standing)] } ?? [],
      persons: [
        VaultWords.person(command.reporter, for: .complaint, name: command.reporterName, phone: command.reporterPhone)
      ]
        .compactMap { $0 })
  }

  private static func standing(_ running: RunningWarranty?, on day: BusinessDate) -> WarrantyStanding {
    guard let running else { return .notAccepted }
    guard let lastDay = running.lastDay else { return .notDated }
    return day <= lastDay ? .within : .after
  }

  private static func finding(_ running: RunningWarranty, _ standing: WarrantyStanding) -> Finding {
    let result: Finding.Result = standing == .after ? .violated : standing == .notDated ? .unknown : .satisfied
    return Finding(
      "warranty.covers", result, force: .advises, origin: running.origin, cites: running.citations,
      values: [NamedValue("category", .code(running.category.rawValue))]
        + (running.lastDay.map { [NamedValue("last-day", .date($0))] } ?? []))
  }
}
