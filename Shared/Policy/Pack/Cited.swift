import DomainModel

/// One entry of a list whose entries rest on articles of their own.
public struct Cited<Item: Sendable & Hashable>: Hashable, Sendable {
  public let item: Item
  /// At least one.
  public let citations: [Citation]

  public init(_ item: Item, _ citations: [Citation]) {
    self.item = item
    self.citations = citations
  }
}

extension Cited: CitesForItself {}

extension Cited: Decodable where Item: Decodable {
  /// Reads the entry's own keys beside `cites`.
  public init(from decoder: any Decoder) throws {
    let decoder = NodeDecoder.reading(decoder)
    citations = try BasisReader.read(decoder)
    item = try decoder.insideValue.value(Item.self)
  }
}
