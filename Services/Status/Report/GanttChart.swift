import Contracts
import DomainModel

/// The course of each project over the months: between one stage and the next the colour of what was worked towards.
struct GanttChart {
  let words: ReportWords

  /// Projects drawn at most: what a sheet of paper holds.
  static let mostRows = 60
  private static let (width, label, row, head) = (920, 230, 22, 24)
  /// How wide a digit of the axis is at most.
  private static let digit = 7

  /// A project with its stages by day, the open end, and the days on which something became overdue.
  struct Row {
    let title: String
    let course: [Course.Reached]
    /// Whether it goes on after its last stage.
    let isOpen: Bool
    let overdue: [DeadlineLine]
  }

  func drawing(_ rows: [Row], asOf day: BusinessDate) -> SVG? {
    let rows = rows.filter { !$0.course.isEmpty }.prefix(GanttChart.mostRows)
    let days = rows.flatMap { $0.course.map(\.on) }
    guard let first = days.min(), let last = days.max() else { return nil }
    let end = rows.contains(where: \.isOpen) ? max(last, day) : last
    let scale = Scale(
      first: first, last: max(end, first.adding(days: 30)), from: GanttChart.label, to: GanttChart.width - 12)
    var drawing = SVG(
      width: GanttChart.width, height: GanttChart.head + rows.count * GanttChart.row + 8,
      title: words.say("各项目进程", "The course of each project"))
    axis(scale, rows.count, &drawing)
    for (place, row) in rows.enumerated() {
      bars(row, y: GanttChart.head + place * GanttChart.row, scale, asOf: day, &drawing)
    }
    return drawing
  }

  private func axis(_ scale: Scale, _ rows: Int, _ drawing: inout SVG) {
    let bottom = GanttChart.head + rows * GanttChart.row + 4
    for (tick, label) in GanttChart.labels(scale) {
      let x = scale.x(tick)
      drawing.line(x, GanttChart.head - 6, x, bottom, "grid")
      if let label { drawing.text(x + 3, 13, label, "q") }
    }
  }

  /// What stands at each tick: month, with the year where it is needed; nothing where it would run into the label before it
  /// or off the sheet.
  static func labels(_ scale: Scale) -> [(tick: BusinessDate, label: String?)] {
    let ticks = scale.ticks
    var free = 0
    return ticks.map { tick in
      let month = tick.month < 10 ? "0\(tick.month)" : "\(tick.month)"
      let label = tick.month == 1 || tick == ticks.first ? "\(tick.year)-\(month)" : month
      let (start, length) = (scale.x(tick) + 3, label.count * GanttChart.digit)
      guard start >= free, start + length <= GanttChart.width else { return (tick, nil) }
      free = start + length + GanttChart.digit
      return (tick, label)
    }
  }

  private func bars(_ row: Row, y: Int, _ scale: Scale, asOf day: BusinessDate, _ drawing: inout SVG) {
    drawing.text(GanttChart.label - 10, y + 14, short(row.title), "t", anchor: .end)
    let course = row.course.sorted { ($0.on, $0.order) < ($1.on, $1.order) }
    for (from, to) in zip(course, course.dropFirst()) where from.on < to.on {
      let name = words.say(to.stage.zh, to.stage.en)
      drawing.rectangle(
        scale.x(from.on), y + 4, max(1, scale.x(to.on) - scale.x(from.on)), 13, CoursePhase(to.stage.code).style,
        tip: "\(row.title)  \(from.on) → \(to.on)  \(name)", radius: 0)
    }
    if let last = course.last, row.isOpen, last.on < day {
      drawing.rectangle(
        scale.x(last.on), y + 8, max(1, scale.x(day) - scale.x(last.on)), 5, "open",
        tip: words.say("自 \(last.on) 停在\(last.stage.zh)", "since \(last.on) at \(last.stage.en)"), radius: 0)
    } else if let last = course.last {
      drawing.circle(scale.x(last.on), y + 10, 4, "done", tip: "\(last.on) \(words.say(last.stage.zh, last.stage.en))")
    }
    for line in row.overdue {
      guard let due = line.deadline.day, due >= scale.first, due <= scale.last else { continue }
      drawing.circle(
        scale.x(due), y + 10, 4, "late", tip: "\(due) \(DeadlineWords(language: words.language).title(line.deadline))")
    }
  }

  private func short(_ text: String) -> String { text.count > 15 ? String(text.prefix(14)) + "…" : text }

  /// Days along the axis.
  struct Scale {
    let first: BusinessDate
    let last: BusinessDate
    let from: Int
    let to: Int

    func x(_ day: BusinessDate) -> Int {
      let span = max(1, last.days(since: first))
      return from + (to - from) * max(0, min(span, day.days(since: first))) / span
    }

    /// First days of months, as many as read well: of every month, quarter, half-year or year.
    var ticks: [BusinessDate] {
      let months = last.days(since: first) / 30
      let step = months <= 16 ? 1 : months <= 40 ? 3 : months <= 80 ? 6 : 12
      var ticks: [BusinessDate] = []
      for year in first.year...last.year {
        for month in stride(from: 1, through: 12, by: step) {
          guard let day = try? BusinessDate(year: year, month: month, day: 1), day >= first, day <= last else {
            continue
          }
          ticks.append(day)
        }
      }
      return ticks
    }
  }
}
