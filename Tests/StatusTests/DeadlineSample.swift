import Contracts
import DomainModel

@testable import Status

/// Days that matter, as services would tell them.
enum DeadlineSample {
  static let asOf: BusinessDate = "2024-05-07"
  static let project: ProjectID = "330382-2024-0007"

  /// Posted on Thursday 25 April 2024 and to hang 7 working days: over a make-up Sunday and the Labour Day holiday.
  static let notice = DeadlineLine(
    service: .voting,
    deadline: Deadline(
      kind: .noticePeriod, name: "330382-2024-0007/N1", project: project, day: "2024-05-08", past: false,
      overdue: false,
      basis: .workingDays, startedOn: "2024-04-25", workingDays: 7,
      skipped: [off("2024-04-27", "周末", "weekend")]
        + ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04", "2024-05-05"].map { off($0, "劳动节", "Labour Day") },
      madeUp: ["2024-04-28"], cites: [Citation(instrument: "plan", article: "3.3")]),
    asOf: asOf)

  static func off(_ day: BusinessDate, _ zh: String, _ en: String) -> Deadline.DayOff {
    Deadline.DayOff(on: day, zh: zh, en: en)
  }

  static func line(
    _ kind: DeadlineKind, _ name: String, _ day: BusinessDate?, project: ProjectID? = project, isDuty: Bool = true,
    organisation: OrganisationID? = nil, roles: [Role]? = nil, unknownYear: Int? = nil
  ) -> DeadlineLine {
    let isPast = day.map { $0 < asOf } ?? false
    return DeadlineLine(
      service: .approvals,
      deadline: Deadline(
        kind: kind, name: name, project: project, day: day, past: isPast, overdue: isPast && kind.isDuty,
        basis: unknownYear == nil ? .recorded : .workingDays, startedOn: "2024-04-20",
        workingDays: unknownYear.map { _ in 5 },
        unknownYear: unknownYear, organisation: organisation, roles: roles),
      asOf: asOf)
  }

  static let late = line(
    .consultationOpinion, "330382-2024-0007/C1", "2024-05-05", organisation: "yueqing-fire", roles: [.fireBrigade])
  static let finish = line(.plannedFinish, "planned-finish", "2024-12-31")
  static let ended = line(.roundCloses, "330382-2024-0007/R1", "2024-05-01")
  static let answers = DeadlineAnswers(asOf: asOf, lines: [finish, notice, late, ended])
}
