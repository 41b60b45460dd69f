import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// The periods of notices and rounds that run on a day. Nobody is late when one ends: the next step opens.
enum VotingDeadlines {
  static let reader = DeadlineReader { sight, view in
    try view.all(Notice.self, prefix: "\(sight.project)/").flatMap { periods(of: $0, sight) }
      + view.all(Round.self, prefix: "\(sight.project)/").compactMap { round in
        guard round.opensOn <= sight.asOf, round.report.map({ $0.closedOn > sight.asOf }) ?? true,
          let closes = round.closesOn
        else { return nil }
        return sight.fixed(.roundCloses, round.id.rawValue, on: closes, .recorded, from: round.opensOn)
      }
  }

  private static func periods(of notice: Notice, _ sight: DeadlineReader.Sight) -> [Deadline] {
    guard notice.postedOn <= sight.asOf, !notice.isSuperseded, notice.lastDay.map({ $0 >= sight.asOf }) ?? true
    else { return [] }
    var periods: [Deadline] = []
    if let law = sight.law {
      let minimum = law.edition.file.terms.notices[keyPath: notice.kind.terms].minimum
      if let days = minimum.value?.workingDays {
        periods.append(
          sight.counted(
            .noticePeriod, notice.id.rawValue, days, after: notice.postedOn, under: law.calendar,
            cites: minimum.citations))
      }
    }
    if let until = notice.objectionsUntil {
      periods.append(sight.fixed(.objections, notice.id.rawValue, on: until, .recorded, from: notice.postedOn))
    }
    return periods
  }
}
