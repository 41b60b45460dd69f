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
    try ruling.require(
      [
        Finding(
          "change.order-kept", missing.isEmpty ? .satisfied : .violated, force: order == nil ? .advises : .blocks,
          origin: order == nil ? .recommended : .document, cites: order?.citations ?? [],
          values: [NamedValue("stage", .code(stage.rawValue))]
            + missing.map { NamedValue("missing", .code($0.rawValue)) },
          sources: [approval?.source].compactMap { $0 })
      ], orRefuse: .changeOutOfOrder)
    return missing
  }

  func standing(_ stage: ChangeStage, classed: ChangeClass? = nil) -> ChangeStanding {
    ChangeStanding(change: change.id, stage: stage, classed: classed ?? change.classed)
  }
}
