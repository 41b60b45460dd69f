import DomainModel

/// The days on which rules are in force, both ends included.
public struct Validity: Decodable, Hashable, Sendable {
  public let from: BusinessDate
  /// The last day; none where the document names no end.
  public let until: BusinessDate?

  public init(from: BusinessDate, until: BusinessDate?) {
    self.from = from
    self.until = until
  }

  /// Whether the instrument was in force on that day, both ends included.
  public func contains(_ day: BusinessDate) -> Bool { day >= from && until.map { day <= $0 } ?? true }

  /// Whether a day lies in both.
  public func overlaps(_ other: Validity) -> Bool {
    (until.map { $0 >= other.from } ?? true) && (other.until.map { $0 >= from } ?? true)
  }
}
