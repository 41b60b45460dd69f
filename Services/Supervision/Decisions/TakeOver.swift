import Contracts
import DomainModel
import Policy
import ServiceKit

enum TakeOverDecision: Decision {
  struct Sight {
    let works: Works
    let handover: Handover
  }

  static func look(_ command: TakeOver, at view: any EntityView) throws -> Sight {
    guard command.handover.project() == command.project,
      let handover = try view.get(Handover.self, command.handover.rawValue)
    else { throw Refusal(.handoverUnknown, pointers: ["/handover"]) }
    return Sight(works: try Works.of(command.project, in: view), handover: handover)
  }

  static func decide(_ command: TakeOver, seeing sight: Sight, under ruling: Ruling) throws -> Outcome<TakeOverReport> {
    guard sight.handover.takenOverOn == nil else { throw Refusal(.handoverTaken, pointers: ["/handover"]) }
    guard ruling.principal.organisation == sight.handover.receiver || command.receipt != nil else {
      throw Refusal(.receiptMissing, pointers: ["/receipt"])
    }
    try ruling.requireNotBefore(sight.handover.arrangedOn)
    try ruling.passGate()
    let law = try ruling.law()
    var after = sight.works
    after.classes[sight.handover.asset.rawValue]?.pending -= 1
    let left = after.assetsLeft(under: law)
    let isComplete = sight.works.handedOverOn == nil && left.isEmpty
    return Outcome(
      [
        AssetsTakenOver(
          project: command.project, handover: command.handover, receipt: command.receipt, handoverComplete: isComplete)
      ],
      reply: TakeOverReport(handoverComplete: isComplete, left: left))
  }
}
