import Contracts
import DomainModel
import Policy
import ServiceKit

/// The days of works: the project's own, the month in which a city lets works begin, and warranty's.
enum SupervisionDeadlines {
  static let reader = DeadlineReader { sight, view in
    let works = try Works.of(sight.project, in: view)
    return start(works, sight) + (try works.isAccepted(by: sight.asOf) ? [] : site(works, sight, view))
      + warranty(works, sight)
  }

  /// A start in another month is told, not refused (Tiexi 6.5).
  private static func start(_ works: Works, _ sight: DeadlineReader.Sight) -> [Deadline] {
    guard works.startedOn.map({ $0 > sight.asOf }) ?? true, let law = sight.law,
      let days = StartMonth(law.edition, facts: sight.facts, isPilot: works.isPilot).days
    else { return [] }
    return [
      sight.fixed(
        .start, String(days.lowerBound.year), on: days.upperBound, .fixedDay, roles: roles(StartConstruction.self, law),
        cites: law.edition.stated(\.construction.startMonths).citations)
    ]
  }

  private static func site(_ works: Works, _ sight: DeadlineReader.Sight, _ view: any EntityView) throws -> [Deadline] {
    var lines: [Deadline] = []
    if let finish = works.plannedFinish, let started = works.startedOn, started <= sight.asOf {
      lines.append(sight.fixed(.plannedFinish, "planned-finish", on: finish, .recorded, from: started))
    }
    for milestone in try view.all(WorksMilestone.self, prefix: "\(sight.project)/") {
      guard milestone.reached.map({ $0 > sight.asOf }) ?? true, let planned = milestone.planned else { continue }
      lines.append(sight.fixed(.milestone, milestone.name, on: planned, .recorded, from: works.startedOn))
    }
    return lines
  }

  private static func warranty(_ works: Works, _ sight: DeadlineReader.Sight) -> [Deadline] {
    guard let accepted = works.acceptancePassedOn, accepted <= sight.asOf else { return [] }
    return RunningWarranty.all(from: accepted, terms: works.warranty, under: sight.law).compactMap { period in
      guard let last = period.lastDay else { return nil }
      return sight.fixed(
        .warrantyEnd, period.category.rawValue, on: last, .years, from: accepted, years: last.year - accepted.year,
        cites: period.citations)
    }
  }

  private static func roles<C: Command>(_ command: C.Type, _ law: Law) -> [Role] {
    (law.edition.senders(of: C.name) ?? C.senders).sorted { $0.rawValue < $1.rawValue }
  }
}

extension Works {
  fileprivate func isAccepted(by day: BusinessDate) -> Bool { acceptancePassedOn.map { $0 <= day } ?? false }
}
