import DomainModel

/// The number of a withdrawn event: folding passes over it.
struct Withdrawal: Entity {
  static let kind = "withdrawal"
  static let belongsToStream = false
  let sequence: Int64

  var key: String { Withdrawal.key(sequence) }
  static func key(_ sequence: Int64) -> String { String(sequence) }
}
