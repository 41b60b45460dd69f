import Contracts
import DomainModel
import Policy
import ServiceKit

/// Minor or major is computed. An office may take a minor change as major, never the reverse.
enum ClassifyChangeDecision: Decision {
  static func look(_ command: ClassifyChange, at view: any EntityView) throws -> ChangeSight {
    try ChangeSight.of(command.change, in: command.project, at: view)
  }

  static func decide(_ command: ClassifyChange, seeing sight: ChangeSight, under ruling: Ruling) throws
    -> Outcome<ChangeStanding>
  {
    try sight.take(.classified, under: ruling)
    let investment = ruling.facts?[.planInvestment]
    let (isMajor, finding) = try materiality(sight.change, investment, ruling)
    guard let isMajor = command.treatAsMajor ? true : isMajor else {
      throw Refusal(.investmentUnknown, findings: [finding])
    }
    let classed = isMajor ? ChangeClass.major : .minor
    return Outcome(
      [
        ChangeClassified(
          project: command.project, change: command.change, classed: classed,
          approvedInvestment: investment.flatMap { if case .money(let amount) = $0.value { amount } else { nil } })
      ],
      reply: sight.standing(.classified, classed: classed), findings: [finding])
  }

  /// Whether the change is material; nil when that cannot be said without the approved investment.
  private static func materiality(
    _ change: Change, _ investment: Fact?, _ ruling: Ruling
  ) throws -> (Bool?, Finding) {
    let settled = try ruling.law().edition.settled(\.construction.majorChange)
    var isMajor: Bool?
    var values = [
      NamedValue("difference", .money(change.difference)), NamedValue("items-changed", .flag(change.itemsChanged)),
    ]
    if let terms = settled.value {
      values.append(NamedValue("bound", .share(terms.investmentOver)))
      if case .money(let amount) = investment?.value {
        values.append(NamedValue("investment", .money(amount)))
        isMajor = terms.isMajor(difference: change.difference, approved: amount, itemsChanged: change.itemsChanged)
      } else if change.difference == .zero || (terms.anyItemAddedOrRemoved && change.itemsChanged) {
        isMajor = terms.isMajor(difference: change.difference, approved: .zero, itemsChanged: change.itemsChanged)
      }
    }
    let result: Finding.Result = isMajor.map { $0 ? .violated : .satisfied } ?? .unknown
    return (
      isMajor,
      Finding(
        "change.not-material", result, force: .advises, origin: settled.origin, cites: settled.citations,
        values: values, sources: [investment?.source].compactMap { $0 }, awaits: isMajor == nil ? .intake : nil)
    )
  }
}
