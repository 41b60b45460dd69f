/// Why a request has no answer.
public enum RequestFailure: Error, Sendable, Equatable {
  /// Nobody answered before the deadline. Whether the request was carried out is *unknown*: ask again with the same id.
  case noAnswer(attempts: Int, connection: ConnectionState)
  /// The task was cancelled; if the request had been sent, its outcome is unknown too.
  case cancelled
  /// The client was closed; if the request had been sent, its outcome is unknown too.
  case closed
  /// More requests wait in this client than it holds; nothing was sent.
  case overloaded
  /// A request with this id is under way already; nothing was sent.
  case idInUse
  /// A frame is larger than the wire allows; nothing was sent.
  case tooLarge(FrameFault)
}

extension RequestFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noAnswer(let attempts, let connection):
      "No answer after \(attempts) attempts. \(connection.explanation) Whether the request was carried out is not known; send it again with the same id."
    case .cancelled: "The request was cancelled; whether it was carried out is not known if it had been sent."
    case .closed: "The client was closed before an answer came; whether the request was carried out is not known."
    case .overloaded: "Too many requests wait in this client; this one was not sent."
    case .idInUse: "A request with the same id is under way; this one was not sent."
    case .tooLarge(let fault): "\(fault) The request was not sent."
    }
  }
}
