/// A list of at most `max` elements, so that no message can carry an unbounded one.
public struct Listing<Element: Codable & Hashable & Sendable, let max: Int>: Hashable, Sendable {
  public let items: [Element]

  /// - Throws: `ValueFault` that names the bound.
  public init(_ items: [Element]) throws(ValueFault) {
    guard items.count <= max else { throw ValueFault(expected: "at most \(max) elements") }
    self.items = items
  }
}

extension Listing: ExpressibleByArrayLiteral {
  /// For lists written in the program; one beyond the bound is a fault of the program.
  public init(arrayLiteral elements: Element...) {
    precondition(elements.count <= max, "a literal list breaks its bound of \(max)")
    items = elements
  }
}

extension Listing: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { items.count }
  public subscript(position: Int) -> Element { items[position] }
}

extension Listing: Codable, SchemaDescribing {
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    if let count = container.count, count > max {
      // Not the container's own error, which would point to its first element.
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "expected at most \(max) elements"))
    }
    var items: [Element] = []
    while !container.isAtEnd { items.append(try container.decode(Element.self)) }
    self.items = items
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for item in items { try container.encode(item) }
  }

  public static var schema: Schema { .array(of: Schema.of(Element.self), most: max) }
  public static var sample: Listing { [] }
}
