import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Notices and the objections to them.
enum NoticeQueries {
  static let handlers: [QueryHandler] = [
    .to(NoticeQuery.self) { query, view, inquiry in
      NoticeAnswer(notice: try standing(query, view, inquiry))
    },
    .to(ObjectionsQuery.self) { query, view, _ in
      Objections(
        objections: try view.all(Objection.self, prefix: "\(query.project)/").map(\.standing),
        open: try view.docket(of: query.project).objectionsOpen)
    },
  ]

  private static func standing(
    _ query: NoticeQuery, _ view: any EntityView, _ inquiry: Inquiry
  ) throws -> NoticeAnswer.Standing? {
    let last = try view.docket(of: query.project).notices
    guard let id = query.notice ?? (last > 0 ? NoticeID(query.project, last) : nil), id.project() == query.project,
      let notice = try view.get(Notice.self, id.rawValue), let law = try inquiry.law(of: query.project, in: view)
    else { return nil }
    let terms = law.edition.file.terms.notices[keyPath: notice.kind.terms]
    let period = NoticePeriod(
      postedOn: notice.postedOn, minimum: terms.minimum.value?.workingDays, calendar: law.calendar)
    // A day counts once it is over: of the day asked about, the one before.
    let through = min(notice.lastDay ?? .distantFuture, (query.asOf ?? inquiry.today).adding(days: -1))
    return NoticeAnswer.Standing(
      kind: notice.kind, planVersion: notice.planVersion, schedule: NoticeSchedule(notice.id, period),
      summaryAttachedOn: notice.summaryAttachedOn, lastDay: notice.lastDay,
      workingDaysComplete: try? law.calendar.workingDays(after: notice.postedOn, through: through),
      isSuperseded: notice.isSuperseded)
  }
}

extension BusinessDate {
  fileprivate static let distantFuture: BusinessDate = "2199-12-31"
}
