import DomainModel

/// How long a notice must hang, and how that was counted (domain §5.1).
///
/// Working days after the posting day, which is not counted itself; the period is complete at the end of its last day.
public struct NoticePeriod: Hashable, Sendable {
  /// How long a notice stands.
  public enum Length: Hashable, Sendable {
    /// The city's rules set no minimum.
    case free
    case counted(WorkingDayPeriod)
    /// The days of a year are needed whose holidays are not published yet.
    case unknown(year: Int)
  }

  public let postedOn: BusinessDate
  /// In working days; nil where the rules set none.
  public let minimum: Int?
  public let length: Length

  public init(postedOn: BusinessDate, minimum: Int?, calendar: WorkCalendar) {
    self.postedOn = postedOn
    self.minimum = minimum
    guard let minimum else {
      length = .free
      return
    }
    do throws(CalendarNotKnown) {
      length = .counted(try calendar.period(of: minimum, after: postedOn))
    } catch {
      length = .unknown(year: error.year)
    }
  }

  /// The last of the minimum's days; nil while nobody can tell, or where there is no minimum.
  public var earliestLastDay: BusinessDate? {
    if case .counted(let period) = length { period.last } else { nil }
  }

  public var countedDays: [BusinessDate] {
    if case .counted(let period) = length { period.counted } else { [] }
  }

  public var unknownYear: Int? {
    if case .unknown(let year) = length { year } else { nil }
  }

  /// The days for a receipt, so that the period can be checked with a calendar in hand.
  public var arithmetic: [NamedValue] {
    var values = [NamedValue("posted-on", .date(postedOn))]
    if let minimum { values.append(NamedValue("working-days", .count(Int64(minimum)))) }
    switch length {
    case .free: break
    case .unknown(let year): values.append(NamedValue("unknown-year", .count(Int64(year))))
    case .counted(let period):
      for (place, day) in period.counted.enumerated() {
        guard let name = try? Identifier<SlugKind>("day-\(place + 1)") else { continue }
        values.append(NamedValue(name, .date(day)))
      }
      values.append(NamedValue("days-off-passed-over", .count(Int64(period.skipped.count))))
      values.append(NamedValue("earliest-last-day", .date(period.last)))
    }
    return values
  }

  /// Whether a notice that ended with `lastDay` hung long enough (plan 3.3).
  public func minimumReached(by lastDay: BusinessDate, under rule: GateRule) -> Finding {
    let values = arithmetic + [NamedValue("last-day", .date(lastDay))]
    return switch length {
    case .free: rule.finding(.satisfied, values)
    case .counted(let period): rule.finding(lastDay >= period.last ? .satisfied : .violated, values)
    case .unknown: rule.finding(.unknown, values)
    }
  }
}
