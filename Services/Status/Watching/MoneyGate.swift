import Contracts
import DomainModel

/// A project that waits for residents' money: what its next step asks for, and how much of it is in.
struct MoneyGate: Hashable, Sendable {
  /// The rule that asks for money in place.
  static let rule: RuleID = "funds.in-place"

  let project: ProjectID
  let title: String
  let step: WireName
  /// Nil while it is not known, before there is an estimate.
  let planned: Money?
  let cleared: Money?
  /// What is missing to the share that the gate asks for.
  let missing: Money?
  let required: Share?

  init?(_ standing: ProjectStanding) {
    guard let next = standing.next, let gate = next.missing.first(where: { $0.rule == MoneyGate.rule }) else {
      return nil
    }
    func money(_ name: String) -> Money? {
      gate.values.first { $0.name.rawValue == name }.flatMap {
        if case .money(let money) = $0.value { money } else { nil }
      }
    }
    project = standing.project
    title = standing.title
    step = next.step
    planned = money("planned")
    cleared = money("cleared")
    missing = money("missing")
    required = gate.values.first { $0.name.rawValue == "required" }.flatMap {
      if case .share(let share) = $0.value { share } else { nil }
    }
  }

  /// Cleared of planned; nil while either is not known.
  var inPlace: Share? {
    guard let planned, let cleared, planned > .zero else { return nil }
    return try? Share(cleared.fen, of: planned.fen)
  }

  /// Ten cells, full ones for what is in.
  var bar: String {
    let full = inPlace.map { Int(min(10, $0.numerator * 10 / $0.denominator)) } ?? 0
    return String(repeating: "█", count: full) + String(repeating: "░", count: 10 - full)
  }
}
