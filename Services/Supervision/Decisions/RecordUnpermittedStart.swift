import Contracts
import DomainModel
import Policy
import ServiceKit

/// What was seen on site is recorded whatever the rules say; what was lacking that day goes with it.
enum RecordUnpermittedStartDecision: Decision {
  static func look(_ command: RecordUnpermittedStart, at view: any EntityView) throws {}

  static func decide(_ command: RecordUnpermittedStart, seeing: Void, under ruling: Ruling) throws
    -> Outcome<UnpermittedStartReport>
  {
    let gate = ruling.knownLaw == nil ? [] : try ruling.judge(StartConstruction.name)
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
