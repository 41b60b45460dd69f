import Contracts
import DomainModel
import ServiceKit

/// The number hangs on the site when a photograph shows it.
enum PostHotlineDecision: Decision {
  static func look(_ command: PostHotline, at view: any EntityView) throws {}

  static func decide(_ command: PostHotline, seeing: Void, under ruling: Ruling) throws -> Outcome<Accepted> {
    try ruling.requireNotHalted()
    guard !command.photos.isEmpty else { throw Refusal(.boardNotShown, pointers: ["/photos"]) }
    try ruling.passGate()
    return Outcome([
      HotlinePosted(
        project: command.project, number: command.number, answeredBy: command.answeredBy, photos: command.photos)
    ])
  }
}
