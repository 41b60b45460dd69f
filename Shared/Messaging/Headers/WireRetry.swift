/// What a sender may do after an answer.
public enum WireRetry: String, Codable, Sendable {
  /// Send the same message again, with the same id.
  case sameID
  /// Sending it again gives the same answer.
  case never
  /// Stop reading this source and tell an operator: its past is not what was read before.
  case stop
}
