import Contracts
import DomainModel
import Policy

/// The tests of a round as printed: part, whole, percentage, what is required, and whether it is reached.
struct RoundFigures {
  let report: RoundReport
  private let terms: RoundTerms

  init(_ report: RoundReport, under edition: Edition) {
    self.report = report
    terms = report.kind == .willingness ? edition.terms.rounds.willingness : edition.terms.rounds.plan
  }

  /// 户 where households are counted, 人 where owners are.
  var headUnit: String { countsHouseholds ? "户" : "人" }

  private var countsHouseholds: Bool {
    terms.headBasis.value == .household || terms.counts.value == .areaAndHouseholds
  }

  private var isOfAll: Bool { terms.approval.value?.of == .all }

  /// A line for each test.
  var rows: FormValue {
    .list(report.ratios.map { row($0, isLast: $0.test == report.ratios.last?.test) })
  }

  /// The same tests counting explicit opinions only; nothing where that is no different.
  var explicitRows: FormValue { .list(report.explicitRatios.map { row($0) }) }

  private func row(_ ratio: VoteRatio, isLast: Bool = false) -> FormValue {
    let isArea = ratio.test == .quorumArea || ratio.test == .approveArea
    let unit = isArea ? "㎡" : headUnit
    return [
      "label": .text(label(ratio.test)), "part": .text(ratio.counted.map { figure($0.numerator, isArea) } ?? "—"),
      "whole": .text(ratio.counted.map { figure($0.denominator, isArea) } ?? "—"), "unit": .text(unit),
      "percent": .text(ratio.counted.map(FormText.percent) ?? "—"),
      "required": .text(FormText.required(ratio.required)), "reached": .text(FormText.reached(ratio.isReached)),
      "isReached": .flag(ratio.isReached), "isLast": .flag(isLast),
    ]
  }

  private func figure(_ value: Int64, _ isArea: Bool) -> String {
    isArea ? FormText.hundredths(value) : FormText.grouped(value)
  }

  private func label(_ test: VoteRatio.Test) -> String {
    let heads = countsHouseholds ? "户数" : "人数"
    return switch test {
    case .quorumArea: "参与表决的专有部分面积占专有部分总面积"
    case .quorumHeads: "参与表决的\(heads)占总\(heads)"
    case .approveArea: isOfAll ? "同意的专有部分面积占专有部分总面积" : "同意的专有部分面积占参与表决面积"
    case .approveHeads: isOfAll ? "同意的\(heads)占总\(heads)" : "同意的\(heads)占参与表决\(heads)"
    }
  }

  private func share(_ test: VoteRatio.Test) -> Share? { report.ratios.first { $0.test == test }?.counted }

  /// The fields of a sentence on the round: who agreed, of how many, and what per cent that is. HTML.
  var sentence: [String: FormValue] {
    let heads = share(.approveHeads)
    let area = share(.approveArea)
    let takingPart = share(.quorumHeads)
    let takingPartArea = share(.quorumArea)
    return [
      "headUnit": .text(headUnit), "headWord": .text(countsHouseholds ? "户数" : "人数"),
      "hasQuorum": .flag(takingPart != nil || takingPartArea != nil),
      "partHeads": FormText.fill(takingPart.map { FormText.grouped($0.numerator) }, 3),
      "partHeadsPercent": FormText.fill(takingPart.map(FormText.percent), 4),
      "partArea": FormText.fill(takingPartArea.map { FormText.hundredths($0.numerator) }, 5),
      "partAreaPercent": FormText.fill(takingPartArea.map(FormText.percent), 4),
      "heads": FormText.fill(heads.map { FormText.grouped($0.numerator) }, 3),
      "headsPercent": FormText.fill(heads.map(FormText.percent), 4),
      "area": FormText.fill(area.map { FormText.hundredths($0.numerator) }, 5),
      "areaPercent": FormText.fill(area.map(FormText.percent), 4),
      "hasArea": .flag(area != nil), "ofWhat": .text(isOfAll ? "总" : "参与表决"),
      "from": .text(FormText.date(report.opensOn)), "to": .text(FormText.date(report.closedOn)),
      "round": .text(report.round.rawValue), "isCarried": .flag(report.isCarried),
      "result": .text(report.isCarried ? "通过" : "未通过"),
      "rows": rows,
    ]
  }
}
