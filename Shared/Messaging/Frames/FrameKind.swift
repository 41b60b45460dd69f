/// What a message is: the letter behind `JG1/`.
public enum FrameKind: UInt8, Sendable, CaseIterable {
  case hello = 0x48  // H
  case command = 0x43  // C
  case query = 0x51  // Q
  case feedRead = 0x46  // F
  case documentChunk = 0x44  // D
  case ping = 0x50  // P
  case reply = 0x52  // R
  case error = 0x45  // E

  /// The letter itself.
  public var letter: Character { Character(UnicodeScalar(rawValue)) }

  /// Whether a client may send it; the others are a server's answers.
  public var isRequest: Bool { self != .reply && self != .error }

  /// The whole protocol frame.
  var frame: StaticString {
    switch self {
    case .hello: "JG1/H"
    case .command: "JG1/C"
    case .query: "JG1/Q"
    case .feedRead: "JG1/F"
    case .documentChunk: "JG1/D"
    case .ping: "JG1/P"
    case .reply: "JG1/R"
    case .error: "JG1/E"
    }
  }

  /// Reads a protocol frame; `nil` for another protocol, another version of it or an unknown letter.
  init?(frame: UnsafeRawBufferPointer) {
    guard frame.count == 5, frame[0] == 0x4A, frame[1] == 0x47, frame[2] == 0x31, frame[3] == 0x2F else { return nil }
    self.init(rawValue: frame[4])
  }
}
