import Contracts
import DomainModel
import Policy
import ServiceKit

/// What was seen on site is recorded whatever the rules say; what was lacking that day goes with it.
enum RecordUnpermittedStartDecision: Decision {
  static func look(_ command: RecordUnpermittedStart, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: RecordUnpermittedStart, seeing works: Works, under ruling: Ruling) throws
    -> Outcome<UnpermittedStartReport>
  {
    let month = ruling.knownLaw.map { StartMonth($0.edition, facts: ruling.facts, isPilot: works.isPilot) }
    let gate =
      try month.map { month in
        try ruling.judge(
          StartConstruction.name, judging: [StartMonth.reached: { month.reached(on: ruling.effectiveOn, under: $0) }])
      } ?? []
    let lacking = gate.filter { $0.result != .satisfied }.map(\.rule)
    return Outcome(
      [
        UnpermittedStartRecorded(
          project: command.project, place: command.place, lacking: Listing(capped: lacking), report: command.report,
          photos: command.photos)
      ],
      reply: UnpermittedStartReport(lacking: lacking))
  }
}
