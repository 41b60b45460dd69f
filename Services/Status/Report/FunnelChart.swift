import Contracts
import DomainModel

/// How many projects came as far as each stage, and how many stand there now.
struct FunnelChart {
  let words: ReportWords

  private static let (width, row) = (920, 22)
  /// Room for the longest name of a stage, with the code before it; the English ones are longer.
  private var label: Int { words.language == .zh ? 262 : 310 }

  func drawing(_ steps: [ReportData.Step], of all: Int) -> SVG {
    var drawing = SVG(
      width: FunnelChart.width, height: steps.count * FunnelChart.row + 8,
      title: words.say("各阶段的项目数", "Projects by stage"))
    let room = FunnelChart.width - label - 110
    let most = max(1, all)
    for (place, step) in steps.enumerated() {
      let y = place * FunnelChart.row + 4
      let name = words.say(step.stage.zh, step.stage.en)
      let phase = CoursePhase(step.stage.code)
      drawing.text(label - 10, y + 14, "\(name)", "t", anchor: .end)
      drawing.text(6, y + 14, step.stage.code, "q")
      let tip = words.say(
        "\(name)：\(step.reached) 个到达，\(step.standing) 个停在这里",
        "\(name): \(step.reached) reached it, \(step.standing) stand here")
      drawing.rectangle(label, y + 2, room, 16, "track")
      drawing.rectangle(label, y + 2, room * step.reached / most, 16, phase.style, tip: tip)
      let figure =
        step.standing > 0
        ? words.say("\(step.reached)（在此 \(step.standing)）", "\(step.reached) (\(step.standing) here)")
        : "\(step.reached)"
      drawing.text(label + room + 10, y + 14, figure, step.standing > 0 ? "b" : "t")
    }
    return drawing
  }
}
