/// Why a message was not taken, before a byte of its JSON was looked at.
public enum FrameFault: Error, Sendable, Equatable {
  /// More than five frames; none of them was kept.
  case tooManyFrames
  /// The frame of that name is larger than the wire allows; `limit` in bytes.
  case oversizedFrame(name: String, limit: Int)
  /// The second frame names no request of `JG1`.
  case unsupportedProtocol
  /// Frames are missing, or the first is not the empty delimiter.
  case malformed

  /// The code to answer with.
  public var code: WireCode {
    switch self {
    case .tooManyFrames, .malformed: .malformed
    case .oversizedFrame: .tooLarge
    case .unsupportedProtocol: .unsupportedProtocol
    }
  }
}

extension FrameFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooManyFrames: "The message has more than four frames. Send: an empty one, the protocol, a header and a body."
    case .oversizedFrame(let name, let limit): "The \(name) is larger than the \(limit) bytes that are allowed."
    case .unsupportedProtocol: "The second frame is not JG1/ followed by H, C, Q, F, D or P."
    case .malformed: "The message is not made of four frames: an empty one, the protocol, a header and a body."
    }
  }
}
