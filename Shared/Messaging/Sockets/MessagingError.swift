import CZeroMQ
import Foundation

/// What can go wrong below the messages: the library, a key, a certificate file.
///
/// A client's bad input is never one of these; it is a `FrameFault` or a `StrictJSONError` and gets an answer.
public enum MessagingError: Error, Sendable, Equatable {
  /// A call of libzmq or of the system failed; `code` is its `errno`, `reason` the library's words for it.
  case failed(call: String, code: Int32, reason: String)
  /// The context was shut down while the call was under way: the owner should close its sockets and return.
  case terminated
  /// A text that should be a Z85 CURVE key of 40 characters is none. The text is left out: it may be a secret.
  case badKey
  /// A certificate file cannot be used; `reason` says why in one sentence, without its content.
  case badCertificate(file: String, reason: String)
  /// The first sentence of what the self-probe found: this endpoint must not serve.
  case unsafeEndpoint(String)

  /// The error behind the `errno` that the last call of libzmq left on this thread.
  static func last(_ call: String) -> MessagingError {
    let code = zmq_errno()
    if code == ETERM { return .terminated }
    return .failed(call: call, code: code, reason: String(cString: zmq_strerror(code)))
  }
}

extension MessagingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .failed(let call, let code, let reason): "\(call) failed: \(reason) (\(code))"
    case .terminated: "the messaging context was shut down"
    case .badKey: "this is not a CURVE key: 40 characters of Z85 are needed"
    case .badCertificate(let file, let reason): "certificate \(file): \(reason)"
    case .unsafeEndpoint(let reason): "the endpoint must not serve: \(reason)"
    }
  }
}
