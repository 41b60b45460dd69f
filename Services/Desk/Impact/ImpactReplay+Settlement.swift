import Contracts
import DomainModel
import Policy

extension ImpactReplay {
  /// Against what was asked and received as it happened: the treasury's balance, the residents', and each unit's.
  mutating func settlement(_ body: SettlementComputed, _ told: ReplayedEvent, _ edition: Edition) throws {
    guard let accounts = money.accounts(of: body.project) else { return }
    replayed += 1
    let (before, after) = (try ImpactReplay.bill(accounts, edition), try ImpactReplay.bill(accounts, new.edition))
    let cites = [before, after].map { ImpactReplay.cites($0) }
    let sides: [(String, Money, (SubsidyComputation) -> Money)] = [
      ("settlement-fiscal", body.subsidyReceived, \.subsidy),
      ("settlement-resident", body.residentsEstimated, \.residentsTotal),
    ]
    for (what, asked, comesTo) in sides {
      differ(
        .amount, told, Settle.name, what, ImpactReplay.balance(asked, before.map(comesTo)),
        ImpactReplay.balance(asked, after.map(comesTo)), cites[0], cites[1])
    }
    try units(of: body.project, told, before, after, cites)
  }

  /// What each unit would still owe or get back. One line for all of them: how many would differ, and the one by most.
  private mutating func units(
    of project: ProjectID, _ told: ReplayedEvent, _ before: SubsidyComputation?, _ after: SubsidyComputation?,
    _ cites: [[Citation]]
  ) throws {
    let parts = money.parts(of: project)
    let weights = parts.map { Int64($0.weight.value) }
    guard let before, weights.contains(where: { $0 > 0 }) else { return }
    let was = try before.residentsTotal.apportioned(byWeights: weights)
    let would = try after.map { try $0.residentsTotal.apportioned(byWeights: weights) }
    let changed = parts.indices.filter { was[$0] != would?[$0] }
    guard let widest = changed.max(by: { gap(was[$0], would?[$0]) < gap(was[$1], would?[$1]) }) else { return }
    let (unit, asked) = (parts[widest].unit, parts[widest].amount)
    let count = "\(changed.count)/\(parts.count): \(unit)"
    differ(
      .amount, told, Settle.name, "settlement-units", "\(count) \(ImpactReplay.balance(asked, was[widest]))",
      "\(count) \(ImpactReplay.balance(asked, would?[widest]))", cites[0], cites[1])
  }

  private func gap(_ one: Money, _ other: Money?) -> Int64 {
    let other = other ?? .zero
    return max(one.reduced(by: other).fen, other.reduced(by: one).fen)
  }

  /// `due 60000.00`, `refund 30000.00`, `even`.
  private static func balance(_ asked: Money, _ comesTo: Money?) -> String {
    guard let comesTo else { return "silent" }
    if asked == comesTo { return "even" }
    return asked < comesTo ? "due \(comesTo.reduced(by: asked))" : "refund \(asked.reduced(by: comesTo))"
  }
}
