import DomainModel

/// By when the plan of a year must be fixed: in Yueqing on 31 May of the year before, that day included (plan 3.4).
public enum AnnualPlanDeadline {
  public static let rule: RuleID = "plan.deadline"

  /// The last day for a plan year; nil where the pack names none.
  public static func lastDay(forPlanYear year: Int, under edition: Edition) -> BusinessDate? {
    guard let deadline = edition.stated(\.annualPlan.deadline).value else { return nil }
    return try? deadline.monthDay.date(in: deadline.planYear == .next ? year - 1 : year)
  }

  /// - Parameter isExcused: the city government gave a reason why it may be late.
  public static func finding(
    forPlanYear year: Int, on day: BusinessDate, under edition: Edition, isExcused: Bool
  ) -> Finding {
    let provision = edition.stated(\.annualPlan.deadline)
    guard let last = lastDay(forPlanYear: year, under: edition) else {
      return Finding(rule, .satisfied, force: .overridable, cites: provision.citations)
    }
    let result: Finding.Result = day <= last ? .satisfied : isExcused ? .overridden : .violated
    return Finding(
      rule, result, force: .overridable, cites: provision.citations,
      values: [
        NamedValue("plan-year", .count(Int64(year))), NamedValue("deadline", .date(last)), NamedValue("on", .date(day)),
      ])
  }
}
