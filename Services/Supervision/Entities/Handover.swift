import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// One hand-over of assets to one receiver.
struct Handover: Entity {
  static let kind = "handover"
  let id: HandoverID
  let asset: AssetKind
  let part: String
  let receiver: OrganisationID
  let arrangedOn: BusinessDate
  let upkeepFrom: BusinessDate?
  var takenOverOn: BusinessDate?

  var key: String { id.rawValue }

  static let folds: [Fold] = [
    .on(AssetClassesDeclared.self) { event, stamp, entities in
      try Works.change(event.project, entities) {
        $0.assets = event.classes.items
        if event.handoverComplete { $0.handedOverOn = stamp.effectiveOn }
      }
    },
    .on(HandoverArranged.self) { event, stamp, entities in
      try entities.put(
        Handover(
          id: event.handover, asset: event.asset, part: event.part.value, receiver: event.receiver,
          arrangedOn: stamp.effectiveOn, upkeepFrom: event.upkeepFrom))
      try Works.change(event.project, entities) {
        $0.handovers += 1
        $0.classes[event.asset.rawValue, default: .init()].pending += 1
        if event.lastOfClass { $0.classes[event.asset.rawValue]?.lastArranged = true }
      }
    },
    .on(AssetsTakenOver.self) { event, stamp, entities in
      guard let handover = try entities.get(Handover.self, event.handover.rawValue) else {
        throw FoldFault.missingEntity(kind: Handover.kind, key: event.handover.rawValue)
      }
      try entities.update(Handover.self, event.handover.rawValue) { $0.takenOverOn = stamp.effectiveOn }
      try Works.change(event.project, entities) {
        $0.classes[handover.asset.rawValue]?.pending -= 1
        if event.handoverComplete { $0.handedOverOn = stamp.effectiveOn }
      }
    },
  ]
}

extension Works {
  /// The classes of assets that this project has.
  func assetKinds(under law: Law) -> [AssetKind] { assets ?? law.edition.assets.map(\.kind) }

  /// The classes of which something is left to hand over or to take over. The documents are not done before the archive
  /// has them as the pack asks.
  func assetsLeft(under law: Law) -> [AssetKind] {
    let archived = law.edition.assets.first { $0.kind == .completionDocuments }?.terms.receivers.contains(.archive) != true
      || archiveSuffices
    return assetKinds(under: law).filter { kind in
      guard let progress = classes[kind.rawValue], progress.lastArranged, progress.pending == 0 else { return true }
      return kind == .completionDocuments && !archived
    }
  }
}
