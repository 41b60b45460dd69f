import Contracts
import DomainModel
import Policy
import Terminal

/// The forecasts of all cities in one table, a column for each.
struct CityForecastText {
  let language: Language
  let width: Int

  init(_ language: Language, width: Int = TerminalSize.columns) {
    self.language = language
    self.width = width
  }

  private func say(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  /// As many cities beside each other as the terminal holds, the others below.
  func text(_ forecasts: [CityForecast]) -> String {
    guard !forecasts.isEmpty else { return say("没有策略包。", "There is no pack.") }
    let beside = max(1, (width - heading) / (narrowest + 2))
    return stride(from: 0, to: forecasts.count, by: beside).map { first in
      table(Array(forecasts[first..<min(first + beside, forecasts.count)]), among: forecasts)
    }.joined(separator: "\n\n")
  }

  /// The columns of the headings on the left, and the fewest that a city needs.
  private var heading: Int { language == .zh ? 10 : 15 }
  private let narrowest = 19

  private func table(_ forecasts: [CityForecast], among all: [CityForecast]) -> String {
    let column = max(narrowest, (width - heading) / forecasts.count - 2)
    var table = Table([.init("")] + forecasts.map { .init(name($0)) })
    func row(_ zh: String, _ en: String, _ cell: (CityForecast) -> String) {
      table.add(
        [.init(say(zh, en), .heading)]
          + forecasts.map { .init(TextWidth.lines(cell($0), width: column).joined(separator: "\n")) })
    }
    row("意愿表决", "Willingness") { vote($0.willingness) }
    row("方案表决", "Plan vote") { vote($0.plan) }
    row("居民出资", "Residents pay") { bill($0, residents: true) }
    row("财政补助", "Treasury pays") { bill($0, residents: false) }
    row("方案公示", "Plan notice") { notice($0) }
    row("工作日", "Working days") { days($0) }
    row("资金门槛", "Money gates") { gates($0) }
    row("目录之外", "Not listed") { outside($0, all) }
    return table.text(width: width)
  }

  /// The items that the city's catalogue does not hold, by the names that another's gives them.
  private func outside(_ forecast: CityForecast, _ all: [CityForecast]) -> String {
    if forecast.edition.file.catalogue.isSilent { return say("无改造内容目录", "no catalogue") }
    guard !forecast.outsideCatalogue.isEmpty else { return "—" }
    let names = forecast.outsideCatalogue.map { key -> String in
      let item = all.lazy.compactMap { $0.edition.file.catalogue.item(key) }.first
      return item.map { say($0.zh, $0.en) } ?? key.rawValue
    }
    return say("\(names.count)项：", "\(names.count) items: ") + names.joined(separator: say("、", ", "))
  }

  private var silent: String { say("未规定", "silent") }

  private func name(_ forecast: CityForecast) -> String {
    "\(forecast.edition.identity.pack)\(forecast.isDraft ? say("（征求意见稿）", " (draft)") : "")"
  }

  private func vote(_ vote: CityForecast.Vote) -> String {
    switch vote {
    case .silent: return silent
    case .otherwise(let mode, let cites): return "\(self.mode(mode))\(cited(cites))"
    case .held(let result):
      let word = result.isCarried ? say("✓ 通过", "✓ carries") : say("✗ 不通过", "✗ fails")
      let shown = result.isCarried ? result.tests : result.tests.filter { !$0.isReached }
      return ([word] + shown.map(test)).joined(separator: "\n")
    }
  }

  private func mode(_ mode: RoundMode) -> String {
    switch mode {
    case .none: say("不要求表决", "no vote asked for")
    case .vote: say("表决", "vote")
    case .signature: say("签字确认", "signature instead")
    case .consultation: say("征求意见", "consultation instead")
    case .twoConsultations: say("两轮征求意见", "two consultations instead")
    }
  }

  private func test(_ test: VoteResult.Test) -> String {
    let name =
      switch test.name {
      case .quorumArea: say("参与面积", "area taking part")
      case .quorumHeads: say("参与人（户）数", "heads taking part")
      case .approveArea: say("同意面积", "agreeing area")
      case .approveHeads: say("同意人（户）数", "agreeing heads")
      }
    return "\(name) \(CityForecastText.figure(test)) \(test.isReached ? "≥" : "<") \(test.required)\(cited(test.cites))"
  }

  /// Areas come in hundredths.
  static func figure(_ test: VoteResult.Test) -> String {
    switch test.name {
    case .quorumHeads, .approveHeads: "\(test.part)/\(test.of)"
    case .quorumArea, .approveArea: "\(area(test.part))/\(area(test.of))"
    }
  }

  private static func area(_ hundredths: Int64) -> String { (try? Area(hundredths: hundredths))?.description ?? "\(hundredths)" }

  private func bill(_ forecast: CityForecast, residents: Bool) -> String {
    switch forecast.bill {
    case .silent: return silent
    case .noBase: return say("无可计算的费用", "nothing to compute")
    case .computed(let bill):
      let amount = residents ? bill.residentsTotal : bill.subsidy
      let cites = bill.findings(resting: []).first.map { Array($0.cites) } ?? []
      return "\(amount) \(say("元", "yuan"))\(cited(cites))"
    }
  }

  private func notice(_ forecast: CityForecast) -> String {
    guard let notice = forecast.notice else { return silent }
    let due = notice.period.earliestLastDay.map { say("至 \($0)", "to \($0)") } ?? say("到期日未知", "last day not known")
    return "\(notice.minimum) \(say("个工作日", "working days")) \(due)\(cited(notice.cites))"
  }

  private func days(_ forecast: CityForecast) -> String {
    guard let total = forecast.workingDays else { return silent }
    let parts = forecast.deadlines.map { "\(say($0.what.zh, $0.what.en)) \($0.workingDays)\(cited($0.cites))" }
    return (["\(total)"] + parts).joined(separator: "\n")
  }

  private func gates(_ forecast: CityForecast) -> String {
    guard !forecast.moneyGates.isEmpty else { return silent }
    return forecast.moneyGates.map { "\(step($0.step)) ≥ \($0.ratio)\(cited($0.cites))" }.joined(separator: "\n")
  }

  /// What the step's message does; its name in English, which commands are sent by.
  private func step(_ name: WireName) -> String {
    language == .zh ? MessageSummary.of(name)?.zh ?? name.rawValue : name.rawValue
  }

  private func cited(_ cites: [Citation]) -> String {
    cites.isEmpty ? "" : " [\(cites.map(\.description).joined(separator: ", "))]"
  }
}
