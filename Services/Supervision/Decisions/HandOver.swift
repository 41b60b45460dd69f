import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

enum HandOverDecision: Decision {
  static func look(_ command: HandOver, at view: any EntityView) throws -> Works {
    try Works.of(command.project, in: view)
  }

  static func decide(_ command: HandOver, seeing works: Works, under ruling: Ruling) throws -> Outcome<HandoverReport> {
    try ruling.requireNotHalted()
    try ruling.requireNotBefore(works.acceptancePassedOn)
    let law = try ruling.law()
    guard let (_, terms, citations) = law.edition.assets.first(where: { $0.kind == command.asset }),
      works.assetKinds(under: law).contains(command.asset)
    else { throw Refusal(.assetNotOffered, pointers: ["/asset"]) }
    guard terms.receivers.isEmpty || terms.receivers.contains(command.receiverRole) else {
      throw Refusal(.receiverNotAllowed, pointers: ["/receiverRole"])
    }
    let upkeep = upkeepFrom(terms, works, law)
    try ruling.passGate(
      judging: ["handover.jointly-accepted": { jointly(accepted: command, terms, $0, ruling) }],
      adding: [upkeepFinding(upkeep, law), arranged(command, terms, citations)].compactMap { $0 })
    let handover = HandoverID(command.project, works.handovers + 1)
    return Outcome(
      [
        HandoverArranged(
          project: command.project, handover: handover, asset: command.asset, part: command.part, giver: command.giver,
          receiver: command.receiver, receiverRole: command.receiverRole, lastOfClass: command.lastOfClass,
          upkeepFrom: upkeep, jointAcceptance: command.jointAcceptance, papers: command.papers)
      ],
      reply: HandoverReport(handover: handover, upkeepFrom: upkeep))
  }

  /// Utilities go over only after they and the construction unit accepted together (plan 3.8, G-HO); other classes need
  /// none.
  private static func jointly(
    accepted command: HandOver, _ terms: AssetClass, _ rule: GateRule, _ ruling: Ruling
  ) -> Finding {
    guard terms.condition == .jointAcceptance else {
      return rule.finding(.satisfied, [NamedValue("needed", .flag(false))])
    }
    guard let joint = command.jointAcceptance else {
      return rule.finding(.violated, [NamedValue("held", .flag(false))])
    }
    let holds = joint.passed && joint.heldOn <= ruling.effectiveOn && joint.utility == command.receiver
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("passed", .flag(joint.passed)), NamedValue("held-on", .date(joint.heldOn)),
        NamedValue("utility", .code(joint.utility.rawValue)), NamedValue("receiver", .code(command.receiver.rawValue)),
      ])
  }

  /// What remains goes to the owners at hand-over, but its upkeep and repair only after the warranty (plan 3.8): the
  /// day after the last period that has a date.
  private static func upkeepFrom(_ terms: AssetClass, _ works: Works, _ law: Law) -> BusinessDate? {
    guard terms.condition == .afterWarranty, let accepted = works.acceptancePassedOn else { return nil }
    return RunningWarranty.all(from: accepted, terms: works.warranty, under: law).compactMap(\.lastDay).max()?
      .adding(days: 1)
  }

  /// The lead department of special works arranges hand-over and upkeep (plan 3.8): an arrangement left out is told.
  private static func arranged(_ command: HandOver, _ terms: AssetClass, _ citations: [Citation]) -> Finding? {
    guard terms.condition == .leadDepartment else { return nil }
    return .advice("handover.lead-department-arranged", !command.papers.isEmpty, cites: citations)
  }

  private static func upkeepFinding(_ day: BusinessDate?, _ law: Law) -> Finding? {
    day.map { day in
      let periods = law.edition.settled(\.handover.warrantyPeriods)
      return .advice(
        "handover.upkeep-after-warranty", true, cites: periods.citations, origin: periods.origin,
        values: [NamedValue("upkeep-from", .date(day))])
    }
  }
}
