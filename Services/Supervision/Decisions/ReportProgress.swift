import Contracts
import DomainModel
import ServiceKit

enum ReportProgressDecision: Decision {
  static func look(_ command: ReportProgress, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: ReportProgress, seeing works: Works, under ruling: Ruling) throws -> Outcome<Accepted> {
    guard works.startedOn != nil || works.unpermittedStarts > 0 else { throw Refusal(.worksNotStarted) }
    try ruling.requireNotBefore([works.startedOn, works.progressOn].compactMap { $0 }.max())
    let ahead = command.milestones.enumerated().filter { _, milestone in
      milestone.reached.map { $0 > ruling.effectiveOn } ?? false
    }
    guard ahead.isEmpty else {
      throw Refusal(.dayAhead, pointers: ahead.map { "/milestones/\($0.offset)/reached" })
    }
    if let before = works.progress, command.hundredths.value < before, command.correction == nil {
      throw Refusal(
        .progressBackwards, values: [NamedValue("before", .share(try Share(Int64(before), of: 10_000)))],
        pointers: ["/hundredths", "/correction"])
    }
    return Outcome([
      ProgressReported(
        project: command.project, hundredths: command.hundredths, milestones: command.milestones,
        photos: command.photos, correction: command.correction)
    ])
  }
}
