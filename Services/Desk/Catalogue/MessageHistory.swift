import DomainModel

/// Since which release a message is spoken, and which of its versions a service takes.
enum MessageHistory {
  /// The release with which the contract began.
  static let first = "0.1.0"

  /// Messages that came later, by their wire type, `jiugai.voting.close-round.v2`. An entry is never taken out or changed.
  static let later: [String: String] = [:]

  static func since(_ wireType: String) -> String { later[wireType] ?? first }

  /// The versions of a message that are taken: the present one and the one before it.
  static func accepted(_ type: any Message.Type) -> [Int] { Array(max(1, type.version - 1)...type.version) }
}
