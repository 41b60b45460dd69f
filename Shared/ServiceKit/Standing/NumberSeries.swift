import DomainModel

/// A running number that never repeats: projects of a division and year, rounds of a project.
public struct NumberSeries: Entity {
  public static let kind = "series"
  public static let belongsToStream = false
  public let key: String
  public var last: Int

  public init(_ key: String, last: Int = 0) {
    self.key = key
    self.last = last
  }
}
