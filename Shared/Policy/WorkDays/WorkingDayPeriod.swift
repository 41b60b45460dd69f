import DomainModel

/// A counted period with the way it was counted, so that a due date can be checked by hand.
public struct WorkingDayPeriod: Hashable, Sendable {
  /// A day that was passed over, and why.
  public struct Skipped: Hashable, Sendable {
    public let day: BusinessDate
    public let kind: WorkCalendar.DayKind

    /// The holiday's name, or that it is a weekend.
    public var name: (zh: String, en: String) {
      if case .holiday(let holiday) = kind { (holiday.zh, holiday.en) } else { ("周末", "weekend") }
    }

    /// `2024-10-01 国庆节`.
    public var zh: String { "\(day) \(name.zh)" }

    /// `2024-10-01 National Day`.
    public var en: String { "\(day) \(name.en)" }
  }

  public let posting: BusinessDate
  /// The period is complete at the end of this day.
  public let last: BusinessDate
  public let counted: [BusinessDate]
  public let skipped: [Skipped]
  /// Those of the counted days that are worked weekends.
  public let madeUp: [BusinessDate]

  /// The first day on which the next step may be taken (domain §18.4).
  public var opensOn: BusinessDate { last.adding(days: 1) }

  /// Calendar days from posting to the end, as the printed notice states them (AMB-10).
  public var calendarDays: Int { last.days(since: posting) }
}
