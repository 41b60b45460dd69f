import Contracts
import DomainModel
import ServiceKit

enum SetUpSitePlatformDecision: Decision {
  static func look(_ command: SetUpSitePlatform, at view: any EntityView) throws {}

  static func decide(_ command: SetUpSitePlatform, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard !command.channels.isEmpty else { throw Refusal(.channelMissing, pointers: ["/channels"]) }
    try ruling.passGate()
    return Outcome([
      SitePlatformSetUp(
        project: command.project, channels: command.channels, participants: command.participants,
        photos: command.photos)
    ])
  }
}
