import DomainModel

/// A file of the working-day calendar: one or more years.
struct CalendarFile: Decodable {
  let calendar: Identifier<SlugKind>
  let years: [String: CalendarYear]
}

/// What the State Council's notice changes about one year's Mondays to Fridays.
public struct CalendarYear: Decodable, Hashable, Sendable {
  /// The paper that the arrangement rests on; a second one where the first was changed.
  public struct Notice: Decodable, Hashable, Sendable {
    /// 国办发明电号.
    public let number: String
    public let dated: BusinessDate
  }

  /// Consecutive days off, weekends among them included. A New Year's holiday may begin in the December before.
  public struct Holiday: Decodable, Hashable, Sendable {
    public let from: BusinessDate
    public let until: BusinessDate
    public let zh: String
    public let en: String
  }

  public let notices: [Notice]
  public let holidays: [Holiday]
  /// Saturdays and Sundays that are worked (调休上班).
  public let makeUpWorkdays: [BusinessDate]
}
