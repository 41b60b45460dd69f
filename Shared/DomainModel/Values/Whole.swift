/// A whole number between `least` and `most`, both included.
public struct Whole<let least: Int, let most: Int>: Hashable, Comparable, Sendable {
  public let value: Int

  /// - Throws: `ValueFault` that names both bounds.
  public init(_ value: Int) throws(ValueFault) {
    guard value >= least, value <= most else {
      throw ValueFault(expected: "a whole number from \(least) to \(most)")
    }
    self.value = value
  }

  public static func < (left: Whole, right: Whole) -> Bool { left.value < right.value }
}

extension Whole: ExpressibleByIntegerLiteral {
  /// For numbers written in the program; one outside the bounds is a fault of the program.
  public init(integerLiteral value: Int) {
    precondition(value >= least && value <= most, "a literal number breaks its bounds")
    self.value = value
  }
}

extension Whole: CustomStringConvertible {
  public var description: String { String(value) }
}

extension Whole: Codable, SchemaDescribing {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do { try self.init(try container.decode(Int.self)) } catch let fault as ValueFault {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: fault.description)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  public static var schema: Schema { .integer(least: least, most: most) }
  public static var sample: Whole { Whole(integerLiteral: least) }
}
