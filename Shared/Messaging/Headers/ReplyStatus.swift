/// How a request ended.
public enum ReplyStatus: String, Codable, Sendable {
  /// It was done, or the question is answered.
  case ok
  /// The law or the state says no; the receipt is in the body.
  case refused
  /// It could not be dealt with; `code` says why.
  case error
}
