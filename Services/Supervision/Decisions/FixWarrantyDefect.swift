import Contracts
import DomainModel
import ServiceKit

enum FixWarrantyDefectDecision: Decision {
  static func look(_ command: FixWarrantyDefect, at view: any EntityView) throws -> WarrantyClaim {
    guard command.claim.project() == command.project,
      let claim = try view.get(WarrantyClaim.self, command.claim.rawValue)
    else { throw Refusal(.claimUnknown, pointers: ["/claim"]) }
    return claim
  }

  static func decide(_ command: FixWarrantyDefect, seeing claim: WarrantyClaim, under ruling: Ruling) throws
    -> Outcome<Accepted>
  {
    guard claim.fixedOn == nil else { throw Refusal(.claimFixed, pointers: ["/claim"]) }
    try ruling.requireNotBefore(claim.on)
    return Outcome([
      WarrantyDefectFixed(project: command.project, claim: command.claim, by: command.by, photos: command.photos)
    ])
  }
}
