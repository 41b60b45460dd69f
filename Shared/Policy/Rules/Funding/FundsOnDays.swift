import DomainModel

/// What cleared on one day, all deposits of that day together.
public struct ClearedOn: Hashable, Sendable {
  public let day: BusinessDate
  public let amount: Money

  public init(_ day: BusinessDate, _ amount: Money) {
    self.day = day
    self.amount = amount
  }
}

/// Resident money over time, so that a gate can be judged for the day of its step and not for the day of entry.
///
/// Money counts from the day on which it cleared. What is entered late is put in its place, and the day on which the
/// money was complete moves with it; what was reversed stands on no day any more.
public struct FundsOnDays: Hashable, Sendable {
  /// In the order of days.
  private let days: [ClearedOn]
  public let planned: Money?

  public init(_ days: [ClearedOn], planned: Money?) {
    self.days = days.filter { $0.amount > .zero }.sorted { $0.day < $1.day }
    self.planned = planned
  }

  /// All that has cleared.
  public func total() throws(ArithmeticFault) -> Money {
    try Money.sum(days.map(\.amount))
  }

  /// The first day at whose end the planned money was there in full; nil while something is missing, or where nothing
  /// is planned or known.
  public func completeSince() throws(ArithmeticFault) -> BusinessDate? {
    guard let planned, planned > .zero else { return nil }
    var sum = Money.zero
    for day in days {
      sum = try sum.adding(day.amount)
      if sum >= planned { return day.day }
    }
    return nil
  }

  /// The amount that a gate may count, with the day from which it may: up to the day of completion when the money is
  /// complete, so that a later surplus does not make an earlier day look incomplete; else all of it, with the day of
  /// the last part.
  public func standing() throws(ArithmeticFault) -> (cleared: Money, since: BusinessDate?) {
    guard let complete = try completeSince() else { return (try total(), days.last?.day) }
    return (try cleared(by: complete), complete)
  }

  /// What had cleared at the end of `day`.
  public func cleared(by day: BusinessDate) throws(ArithmeticFault) -> Money {
    try Money.sum(days.filter { $0.day <= day }.map(\.amount))
  }
}
