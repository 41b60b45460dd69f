import DomainModel
import Foundation
import Messaging

/// A command on its way from the front door to the loop, where it waits for its batch. A class, since it is handed from
/// step to step: copying a value of so many parts would touch each of them at every hand.
final class WaitingCommand: Sendable {
  let header: RequestHeader
  let request: CommandRequest
  let routingID: Data

  init(header: RequestHeader, request: CommandRequest, routingID: Data) {
    self.header = header
    self.request = request
    self.routingID = routingID
  }
}
