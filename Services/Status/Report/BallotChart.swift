import Contracts
import DomainModel

/// How many forms bear which date; weeks where there are too many days to tell apart.
struct BallotChart {
  let words: ReportWords

  private static let (width, height, left, base) = (920, 220, 46, 180)
  private static let mostColumns = 60

  struct Column: Hashable {
    let on: BusinessDate
    var willingness = 0
    var plan = 0
    var all: Int { willingness + plan }
  }

  /// Columns in order, and whether they are weeks that begin on Mondays.
  func columns(_ ballots: [ReportData.Ballots]) -> (columns: [Column], areWeeks: Bool) {
    func grouped(_ day: (BusinessDate) -> BusinessDate) -> [Column] {
      var columns: [BusinessDate: Column] = [:]
      for one in ballots {
        let on = day(one.on)
        var column = columns[on] ?? Column(on: on)
        if one.kind == .plan { column.plan += one.forms } else { column.willingness += one.forms }
        columns[on] = column
      }
      return columns.values.sorted { $0.on < $1.on }
    }
    let days = grouped { $0 }
    guard days.count > BallotChart.mostColumns else { return (days, false) }
    return (grouped { $0.adding(days: 1 - $0.weekday) }, true)
  }

  func drawing(_ ballots: [ReportData.Ballots]) -> SVG? {
    let (columns, areWeeks) = columns(ballots)
    guard let most = columns.map(\.all).max(), most > 0 else { return nil }
    var drawing = SVG(
      width: BallotChart.width, height: BallotChart.height,
      title: areWeeks
        ? words.say("每周表决票", "Forms by week") : words.say("每日表决票", "Forms by day"))
    let (left, base) = (BallotChart.left, BallotChart.base)
    let top = rounded(most)
    for part in 0...4 {
      let y = base - 150 * part / 4
      drawing.line(left, y, BallotChart.width - 8, y, "grid")
      drawing.text(left - 6, y + 4, "\(top * part / 4)", "q", anchor: .end)
    }
    let room = BallotChart.width - left - 16
    let pitch = min(48, max(4, room / columns.count))
    let every = max(1, 64 / pitch)
    for (place, column) in columns.enumerated() {
      let x = left + 6 + place * pitch
      let (plan, willingness) = (150 * column.plan / top, 150 * column.willingness / top)
      let tip = words.say(
        "\(column.on)：意愿 \(column.willingness)，方案 \(column.plan)",
        "\(column.on): willingness \(column.willingness), plan \(column.plan)")
      let bar = max(2, pitch - 3)
      drawing.rectangle(x, base - willingness, bar, willingness, "m0", tip: tip, radius: 0)
      drawing.rectangle(x, base - willingness - plan, bar, plan, "m1", tip: tip, radius: 0)
      if place.isMultiple(of: every) {
        drawing.text(x + bar / 2, base + 16, String(column.on.description.dropFirst(5)), "q", anchor: .middle)
      }
      let isNewYear = place == 0 || columns[place - 1].on.year != column.on.year
      if isNewYear { drawing.text(x, base + 32, "\(column.on.year)", "q") }
    }
    return drawing
  }

  /// The next figure that divides well by four.
  private func rounded(_ most: Int) -> Int {
    var step = 4
    while step * 10 < most { step *= 10 }
    return (most + step - 1) / step * step
  }
}
