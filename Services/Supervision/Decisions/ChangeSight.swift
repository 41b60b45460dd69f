import Contracts
import DomainModel
import Policy
import ServiceKit

/// A design change as its next stage sees it, with the one rule that all stages share: their order.
struct ChangeSight {
  let change: Change
  let approval: HeardApproval?

  static func of(_ id: ChangeID, in project: ProjectID, at view: any EntityView) throws -> ChangeSight {
    guard id.project() == project, let change = try view.get(Change.self, id.rawValue) else {
      throw Refusal(.changeUnknown, pointers: ["/change"])
    }
    return ChangeSight(change: change, approval: try view.get(HeardApproval.self, id.rawValue))
  }

  /// Whether the change may take the stage. Where the pack fixes the order a stage out of it is refused; where it is
  /// silent, as Yueqing's is, the stages skipped are told (domain §11, CST-07).
  ///
  /// - Returns: the stages that were skipped.
  @discardableResult
  func take(_ stage: ChangeStage, under ruling: Ruling) throws -> [ChangeStage] {
    guard !change.isClosed else { throw Refusal(.changeClosed, pointers: ["/change"]) }
    guard !change.taken.contains(stage) else { throw Refusal(.changeStageTaken, pointers: ["/change"]) }
    try ruling.requireNotBefore(change.lastOn)
    let order = try ruling.law().changeOrder
    let isApproved = approval.map { $0.on <= ruling.effectiveOn } ?? false
    let missing = change.missing(before: stage, approved: isApproved)
    let values =
      [NamedValue("stage", .code(stage.rawValue))] + missing.map { NamedValue("missing", .code($0.rawValue)) }
    let sources = [approval?.source].compactMap { $0 }
    let result: Finding.Result = missing.isEmpty ? .satisfied : .violated
    // The pack's own gate speaks where it guards this stage (G-CHG); the order binds at the others all the same.
    var findings = try ruling.judge(
      ruling.step, judging: ["change.order-kept": { $0.finding(result, values, sources) }])
    if !findings.contains(where: { $0.rule == "change.order-kept" }) {
      findings.append(
        Finding(
          "change.order-kept", result, force: order == nil ? .advises : .blocks,
          origin: order == nil ? .recommended : .document, cites: order?.citations ?? [], values: values,
          sources: sources))
    }
    try ruling.require(findings, orRefuse: .changeOutOfOrder)
    return missing
  }

  func standing(_ stage: ChangeStage, classed: ChangeClass? = nil) -> ChangeStanding {
    ChangeStanding(change: change.id, stage: stage, classed: classed ?? change.classed)
  }
}
