import Contracts
import DomainModel
import Terminal

extension ProgrammeReport {
  /// The closing report: communities by stage, every community, money by source, refused steps.
  func text(steps: Int, took: String) throws -> String {
    let totals = try totals()
    var parts: [String] = []
    parts.append(try stages(totals))
    parts.append(communities())
    parts.append(try money())
    parts.append(refusals())
    parts.append(
      "\(totals.communities) 个小区、\(totals.buildings) 栋、\(totals.households) 户、\(totals.area) ㎡；\(steps) 步，用时 \(took)；"
        + "以上数字均由五个服务给出。规则为征求意见稿，未正式施行。")
    return parts.joined(separator: "\n\n")
  }

  private func stages(_ totals: ProgrammeTotals) throws -> String {
    var table = Table([
      .init("阶段"), .init("小区", isNumeric: true), .init("栋", isNumeric: true), .init("户", isNumeric: true),
      .init("建筑面积 ㎡", isNumeric: true),
    ])
    let byStage = Dictionary(grouping: lines) { $0.stage.map { "\($0.code) \($0.zh)" } ?? "—" }
    for (stage, lines) in byStage.sorted(by: { $0.key < $1.key }) {
      table.add([.init(stage)] + figures(try lines.map(\.totals).reduce(.none) { try $0.adding($1) }))
    }
    table.add([.init("合计", .heading)] + figures(totals))
    return Style.heading.paint("各阶段的小区") + "\n" + table.text()
  }

  private func figures(_ totals: ProgrammeTotals) -> [Table.Cell] {
    [
      .init("\(totals.communities)"), .init("\(totals.buildings)"), .init("\(totals.households)"),
      .init(totals.area.description),
    ]
  }

  private func communities() -> String {
    var table = Table([
      .init("项目"), .init("小区"), .init("栋", isNumeric: true), .init("户", isNumeric: true), .init("面积 ㎡", isNumeric: true),
      .init("审定预算 元", isNumeric: true), .init("不予办理", isNumeric: true), .init("阶段"),
    ])
    for line in lines {
      table.add([
        .init(line.project.rawValue), .init(line.name), .init("\(line.totals.buildings)"), .init("\(line.totals.households)"),
        .init(line.totals.area.description), .init(line.sources.budget?.description ?? "—"), .init("\(line.refused)"),
        .init(line.stage.map { "\($0.code) \($0.zh)" } ?? "—"),
      ])
    }
    return Style.heading.paint("小区") + "\n" + table.text(width: 160)
  }

  private func money() throws -> String {
    var table = Table([.init("资金来源"), .init("审定预算 元", isNumeric: true), .init("到账 元", isNumeric: true)])
    let received = Dictionary(uniqueKeysWithValues: try received().map { ($0.source, $0.amount) })
    var treasury = Money.zero
    for (source, amount) in try budgeted() where amount > .zero {
      let cleared = source.deposit.map { received[$0] ?? .zero }
      table.add([.init(source.zh), .init(amount.description), .init(cleared?.description ?? "")])
      if source.deposit == nil { treasury = try treasury.adding(amount) }
    }
    table.add(["财政各级合计", .init(treasury.description), .init((received[.fiscal] ?? .zero).description)])
    table.add([
      .init("合计", .heading), .init(try Money.sum(budgeted().map(\.amount)).description),
      .init(try Money.sum(received.values.map { $0 }).description),
    ])
    let paid = try Money.sum(lines.map(\.sources.rewardPaid))
    return Style.heading.paint("资金") + "\n" + table.text() + "\n其中考评后以奖代补 \(paid) 元"
  }

  private func refusals() -> String {
    var table = Table([.init("依据"), .init("次数", isNumeric: true), .init("规则")])
    for (stop, count) in stops.sorted(by: { ($1.value, $0.key.what) < ($0.value, $1.key.what) }) {
      table.add([.init(stop.articles.isEmpty ? "—" : stop.articles), .init("\(count)"), .init(stop.what)])
    }
    return Style.heading.paint("不予办理 \(refused) 次（一次可有几条不满足）") + "\n" + table.text()
  }
}

extension BudgetSource {
  /// The deposits that pay for it; nil for the treasuries, whose money arrives as one kind.
  fileprivate var deposit: DepositSource? {
    switch self {
    case .central, .provincial, .city, .district: nil
    case .residents: .personal
    case .originalOwner: .originalOwner
    case .utilityOperator: .utilityOperator
    case .socialCapital: .socialCapital
    }
  }

  /// What the office calls it.
  fileprivate var zh: String {
    switch self {
    case .central: "中央财政"
    case .provincial: "省级财政"
    case .city: "市级财政（以奖代补）"
    case .district: "区级财政"
    case .residents: "居民出资"
    case .originalOwner: "原产权单位"
    case .utilityOperator: "管线经营单位"
    case .socialCapital: "社会资本"
    }
  }
}
