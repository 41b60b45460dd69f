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
  /// The last day of one part's warranty: by the contractor's own term where there is one, else by what the pack states or
  /// our default. Nil where the period has no number of years.
  public static func last(
    of part: Identifier<SlugKind>, contractorYears: Int?, from accepted: BusinessDate, under edition: Edition?
  ) -> BusinessDate? {
    if let contractorYears { return last(years: contractorYears, from: accepted) }
    return edition?.settled(\.handover.warrantyPeriods).value?.first { $0.item.code == part }?.item.lastDay(from: accepted)
  }

  /// The last day of `years` years from `accepted`; nil beyond the calendar's range.
  public static func last(years: Int, from accepted: BusinessDate) -> BusinessDate? {
    try? accepted.adding(years: years)
  }
}
