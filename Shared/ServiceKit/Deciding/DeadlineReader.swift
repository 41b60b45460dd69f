import Contracts
import DomainModel
import Policy

/// How a service tells the days that matter in its part of one project. Paging, the order and the day asked about are
/// the same for all five.
public struct DeadlineReader: Sendable {
  /// Under what the days of a project are looked up.
  public struct Sight: Sendable {
    public let project: ProjectID
    /// The day at whose end is looked.
    public let asOf: BusinessDate
    /// Nil where the edition is not installed here.
    public let law: Law?
    public let facts: ProjectFacts
  }

  private let read: @Sendable (Sight, any EntityView) throws -> [Deadline]

  /// - Parameter read: gives what is open on the day asked about, in any order.
  public init(_ read: @escaping @Sendable (Sight, any EntityView) throws -> [Deadline]) {
    self.read = read
  }

  /// Projects looked at for one page, and deadlines on one page at most: an answer must fit into a frame.
  private static let (projectsAPage, deadlinesAPage) = (200, 300)

  func answer(
    of project: ProjectID?, in division: DivisionCode?, after: ProjectID?, asOf day: BusinessDate,
    until: BusinessDate?, _ view: any EntityView, _ inquiry: Inquiry
  ) throws -> Deadlines {
    if let project {
      let record = try view.get(ProjectRecord.self, project.rawValue)
      let found = try record.map { try deadlines(of: $0, asOf: day, view, inquiry) } ?? []
      return Deadlines(asOf: day, deadlines: DeadlineReader.sorted(found, until))
    }
    let records = try view.all(
      ProjectRecord.self, prefix: division?.stem ?? "", after: after?.rawValue, limit: DeadlineReader.projectsAPage)
    var found: [Deadline] = []
    var last: ProjectID?
    for record in records {
      last = record.project
      // A question about the whole service is answered for what the key may see.
      let reach = inquiry.principal.reach(to: record.project.rawValue) { _ in record.community }
      guard reach == .within else { continue }
      found += DeadlineReader.sorted(try deadlines(of: record, asOf: day, view, inquiry), until)
      if found.count >= DeadlineReader.deadlinesAPage { break }
    }
    let isWhole = records.count < DeadlineReader.projectsAPage && last == records.last?.project
    return Deadlines(asOf: day, deadlines: DeadlineReader.sorted(found, until), next: isWhole ? nil : last)
  }

  private func deadlines(
    of record: ProjectRecord, asOf day: BusinessDate, _ view: any EntityView, _ inquiry: Inquiry
  ) throws -> [Deadline] {
    // Nothing is owed any more for a project that was given up.
    let isOver = [FactKey.projectWithdrawn, .writtenOff].contains { key in
      record.facts.holds(key) && record.facts[key].map { $0.on <= day } == true
    }
    guard !isOver else { return [] }
    return try read(
      Sight(
        project: record.project, asOf: day, law: try inquiry.law(of: record.project, in: view), facts: record.facts),
      view)
  }

  /// The earliest first; what cannot be counted yet at the end.
  private static func sorted(_ deadlines: [Deadline], _ until: BusinessDate?) -> [Deadline] {
    deadlines.filter { deadline in
      guard let until, let day = deadline.day else { return true }
      return day <= until
    }.sorted { ($0.key, $0.name) < ($1.key, $1.name) }
  }
}

extension Deadline {
  fileprivate var key: String { "\(day?.description ?? "9999") \(project?.rawValue ?? "") \(kind.rawValue)" }
}

extension DeadlineReader.Sight {
  /// A day that stands: laid down by a document, or set when the matter was recorded.
  public func fixed(
    _ kind: DeadlineKind, _ name: String, on due: BusinessDate, _ basis: DeadlineBasis, from start: BusinessDate? = nil,
    years: Int? = nil, organisation: OrganisationID? = nil, roles: [Role]? = nil, cites: [Citation] = []
  ) -> Deadline {
    Deadline(
      kind: kind, name: name, project: project, day: due, past: due < asOf, overdue: kind.isDuty && due < asOf,
      basis: basis, startedOn: start, years: years, organisation: organisation, roles: roles, cites: cites)
  }

  /// Working days counted from a day on; not known while a year that they reach into is not published.
  ///
  /// - Parameter due: the day that was recorded, where the matter itself names one.
  public func counted(
    _ kind: DeadlineKind, _ name: String, _ days: Int, after start: BusinessDate, under calendar: WorkCalendar,
    due: BusinessDate? = nil, organisation: OrganisationID? = nil, roles: [Role]? = nil, cites: [Citation]
  ) -> Deadline {
    var period: WorkingDayPeriod?
    var unknownYear: Int?
    do throws(CalendarNotKnown) { period = try calendar.period(of: days, after: start) } catch {
      unknownYear = error.year
    }
    let day = due ?? period?.last
    let isPast = day.map { $0 < asOf } ?? false
    return Deadline(
      kind: kind, name: name, project: project, day: day, past: isPast, overdue: kind.isDuty && isPast,
      basis: .workingDays, startedOn: start, workingDays: days,
      skipped: period?.skipped.map { Deadline.DayOff(on: $0.day, zh: $0.name.zh, en: $0.name.en) } ?? [],
      madeUp: period?.madeUp ?? [], unknownYear: unknownYear, organisation: organisation, roles: roles, cites: cites)
  }
}
