import Foundation
import Messaging

extension OutboundRequest {
  /// A ping with a small body.
  static func sample(
    _ id: String, body: String = "{}", attempt: Duration? = nil, deadline: Duration? = .seconds(10)
  ) -> OutboundRequest {
    OutboundRequest(
      kind: .ping, header: RequestHeader(id: id, source: "urn:test", type: "jiugai.test.ping.v1"), body: Data(body.utf8),
      attempt: attempt, deadline: deadline)
  }
}
