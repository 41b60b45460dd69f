import Contracts
import DomainModel

/// A day that matters, as one service told it.
public struct DeadlineLine: Hashable, Sendable {
  public let service: ServiceName
  public let deadline: Deadline
  public let asOf: BusinessDate

  /// Calendar days to the last day; 0 on the day itself, negative after it, nil while the day is not known.
  public var daysLeft: Int? { deadline.day.map { $0.days(since: asOf) } }

  /// The working days that were counted, in order; empty where none were.
  public var counted: [BusinessDate] {
    guard deadline.basis == .workingDays, let start = deadline.startedOn, let count = deadline.workingDays,
      deadline.unknownYear == nil, count > 0
    else { return [] }
    let off = Set((deadline.skipped ?? []).map(\.on))
    var days: [BusinessDate] = []
    var day = start.adding(days: 1)
    // What is skipped came with the answer; the bound only keeps a wrong answer from going on for ever.
    while days.count < count, day.days(since: start) < 400 {
      if !off.contains(day) { days.append(day) }
      day = day.adding(days: 1)
    }
    return days
  }
}

/// The days that matter, of all services, the earliest first.
public struct DeadlineAnswers: Hashable, Sendable {
  /// A service that did not tell, and why.
  public struct Gap: Hashable, Sendable {
    public let service: ServiceName
    public let silence: Silence
  }

  public let asOf: BusinessDate
  public let lines: [DeadlineLine]
  public let gaps: [Gap]
  /// Whether there are more than were taken.
  public let isCut: Bool

  public init(asOf: BusinessDate, lines: [DeadlineLine] = [], gaps: [Gap] = [], isCut: Bool = false) {
    self.asOf = asOf
    self.lines = lines.sorted { DeadlineAnswers.key($0) < DeadlineAnswers.key($1) }
    self.gaps = gaps
    self.isCut = isCut
  }

  public var overdue: [DeadlineLine] { lines.filter(\.deadline.overdue) }

  /// Those due within so many days of the day asked about, the overdue too.
  public func within(_ days: Int) -> [DeadlineLine] {
    lines.filter { line in line.deadline.overdue || line.daysLeft.map { (0...days).contains($0) } ?? false }
  }

  private static func key(_ line: DeadlineLine) -> String {
    let deadline = line.deadline
    return [
      deadline.day?.description ?? "9999", deadline.project?.rawValue ?? "", deadline.kind.rawValue, deadline.name,
      deadline.organisation?.rawValue ?? "",
    ].joined(separator: "\u{1}")
  }
}
