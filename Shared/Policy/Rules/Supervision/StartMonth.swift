import DomainModel

/// In which month of the plan year works begin, where a city lays it down: pilot communities first, the others after
/// (Tiexi 6.5). A start before that month is for the gate; one after it is only told, since works begin one by one.
public struct StartMonth: Hashable, Sendable {
  public static let reached: RuleID = "start.month-reached"
  public static let kept: RuleID = "start.month-kept"

  /// The month's first and last day; nil where the pack says nothing or no plan year is known.
  public let days: ClosedRange<BusinessDate>?
  private let isPilot: Bool
  private let listed: Fact?
  private let citations: [Citation]
  private let isStated: Bool

  public init(_ edition: Edition, facts: ProjectFacts?, isPilot: Bool) {
    self.isPilot = isPilot
    listed = facts?[.annualPlanListed]
    let months = edition.stated(\.construction.startMonths)
    citations = months.citations
    isStated = !months.isSilent
    days = months.value.flatMap { months in
      guard case .count(let year)? = facts?[.annualPlanListed]?.value else { return nil }
      return StartMonth.days(of: isPilot ? months.pilot : months.other, in: Int(year))
    }
  }

  private static func days(of month: Int, in year: Int) -> ClosedRange<BusinessDate>? {
    guard let first = try? BusinessDate(year: year, month: month, day: 1),
      let next = try? month == 12
        ? BusinessDate(year: year + 1, month: 1, day: 1) : BusinessDate(year: year, month: month + 1, day: 1)
    else { return nil }
    return first...next.adding(days: -1)
  }

  /// Whether the month has come.
  public func reached(on day: BusinessDate, under rule: GateRule) -> Finding {
    guard isStated else { return rule.finding(.satisfied) }
    guard let days else { return rule.unknown(.annualPlanListed) }
    return rule.finding(day >= days.lowerBound ? .satisfied : .violated, values(day, days), sources)
  }

  /// Whether it is not over; nil where the pack says nothing or no plan year is known.
  public func kept(on day: BusinessDate) -> Finding? {
    days.map { days in
      Finding(
        StartMonth.kept, day <= days.upperBound ? .satisfied : .violated, force: .advises, cites: citations,
        values: values(day, days), sources: sources)
    }
  }

  private func values(_ day: BusinessDate, _ days: ClosedRange<BusinessDate>) -> [NamedValue] {
    [
      NamedValue("pilot", .flag(isPilot)), NamedValue("from", .date(days.lowerBound)),
      NamedValue("until", .date(days.upperBound)), NamedValue("on", .date(day)),
    ]
  }

  private var sources: [SourceRef] { [listed?.source].compactMap { $0 } }
}
