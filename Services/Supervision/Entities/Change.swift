import Contracts
import DomainModel
import ServiceKit

/// A design change (设计变更) on its way: proposed, justified in writing, classified, approved, published, executed.
struct Change: Entity {
  static let kind = "change"
  let id: ChangeID
  let title: String
  let itemsChanged: Bool
  let direction: CostDirection
  let difference: Money
  let proposedOn: BusinessDate
  /// The stages taken, in their order.
  var taken: [ChangeStage] = [.proposed]
  var classed: ChangeClass?
  var lastOn: BusinessDate
  var skipped: [ChangeStage] = []

  var key: String { id.rawValue }
  var stage: ChangeStage { taken.last ?? .proposed }
  var executedOn: BusinessDate? { stage == .executed ? lastOn : nil }
  var isClosed: Bool { stage == .executed || stage == .turnedDown }

  /// The stages that the order asks for before another one and that were not taken. A minor change needs only the
  /// written explanation; what is not classified yet is not known to be minor (domain §11).
  func missing(before stage: ChangeStage, approved: Bool) -> [ChangeStage] {
    let needed: [ChangeStage]
    switch stage {
    case .proposed, .justified, .turnedDown: needed = []
    case .classified: needed = [.justified]
    case .approved: needed = [.justified, .classified]
    case .published: needed = classed == .minor ? [.justified, .classified] : [.justified, .classified, .approved]
    case .executed:
      needed = classed == .minor ? [.justified, .classified] : [.justified, .classified, .approved, .published]
    }
    return needed.filter { !taken.contains($0) && !($0 == .approved && approved) }
  }

  static let folds: [Fold] = [
    .on(ChangeProposed.self) { event, stamp, entities in
      try entities.put(
        Change(
          id: event.change, title: event.title.value, itemsChanged: !event.added.isEmpty || !event.removed.isEmpty,
          direction: event.direction, difference: event.difference, proposedOn: stamp.effectiveOn,
          lastOn: stamp.effectiveOn))
      try Works.change(event.project, entities) { $0.changes += 1 }
    },
    .on(ChangeJustified.self) { event, stamp, entities in try take(.justified, event.change, stamp, entities) },
    .on(ChangeClassified.self) { event, stamp, entities in
      try take(.classified, event.change, stamp, entities) { $0.classed = event.classed }
    },
    .on(ChangeDecided.self) { event, stamp, entities in
      try take(event.approved ? .approved : .turnedDown, event.change, stamp, entities)
    },
    .on(ChangePublished.self) { event, stamp, entities in try take(.published, event.change, stamp, entities) },
    .on(ChangeExecuted.self) { event, stamp, entities in
      try take(.executed, event.change, stamp, entities) { $0.skipped = event.skipped.items }
    },
  ]

  private static func take(
    _ stage: ChangeStage, _ change: ChangeID, _ stamp: EventStamp, _ entities: any EntityEditor,
    and more: (inout Change) -> Void = { _ in }
  ) throws {
    try entities.update(Change.self, change.rawValue) {
      $0.taken.append(stage)
      $0.lastOn = stamp.effectiveOn
      more(&$0)
    }
  }
}

/// An approval that was heard from approvals. Kept apart from the change: the two may arrive in either order.
struct HeardApproval: Entity {
  static let kind = "heard-approval"
  let change: ChangeID
  let source: SourceRef
  let on: BusinessDate

  var key: String { change.rawValue }

  static let folds: [Fold] = [
    .on(ChangeApprovalHeard.self) { event, _, entities in
      try entities.put(HeardApproval(change: event.change, source: event.source, on: event.approvedOn))
    }
  ]
}
