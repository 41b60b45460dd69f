import DomainModel

extension WarrantyPeriod {
  /// The last day of the period, itself included, counted from the day on which acceptance was passed: the same day of
  /// the year, and 28 February after a 29th where the year has none (domain §12; GK 质量管理条例 art. 40, Civil Code art. 202).
  ///
  /// None for periods without a number of years: seasons, and the service life in the design.
  public func lastDay(from accepted: BusinessDate) -> BusinessDate? {
    years.flatMap { WarrantyDays.last(years: $0, from: accepted) }
  }
}

/// Counting of warranty periods.
public enum WarrantyDays {
  /// The last day of `years` years from `accepted`; nil beyond the calendar's range.
  public static func last(years: Int, from accepted: BusinessDate) -> BusinessDate? {
    try? accepted.adding(years: years)
  }
}
