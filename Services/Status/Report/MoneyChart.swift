import Contracts
import DomainModel

/// What came in from each source, the most first.
struct MoneyChart {
  let words: ReportWords

  private static let (width, label, row) = (920, 230, 28)

  func drawing(_ sources: [ReportData.Source]) -> SVG? {
    guard let most = sources.map(\.amount.fen).max(), most > 0 else { return nil }
    var drawing = SVG(
      width: MoneyChart.width, height: sources.count * MoneyChart.row + 8, title: words.say("资金来源", "Money by source"))
    let room = MoneyChart.width - MoneyChart.label - 150
    for (place, source) in sources.enumerated() {
      let y = place * MoneyChart.row + 4
      let name = words.source(source.source)
      drawing.text(MoneyChart.label - 10, y + 17, name, "t", anchor: .end)
      drawing.rectangle(MoneyChart.label, y + 3, room, 20, "track")
      // Money fits 63 bits by far; the bar is drawn in thousandths so that the product does too.
      let thousandths = Int(source.amount.fen / max(1, most / 1000))
      drawing.rectangle(
        MoneyChart.label, y + 3, max(2, room * min(1000, thousandths) / 1000), 20, style(source),
        tip: "\(name) \(source.amount)")
      drawing.text(MoneyChart.label + room + 10, y + 17, words.money(source.amount), "b")
    }
    return drawing
  }

  private func style(_ source: ReportData.Source) -> String {
    switch source.source.fund {
    case .resident: "m0"
    case .fiscal: "m1"
    case .social: "m2"
    }
  }
}
