/// A value that states its own shape and can show one sample of itself.
public protocol SchemaDescribing: Codable, Hashable, Sendable {
  static var schema: Schema { get }
  /// Any valid value: what the schema recorder hands out where a type asks for one.
  static var sample: Self { get }
}

/// A value whose wire form is one string.
public protocol WireText: SchemaDescribing, CustomStringConvertible {
  init(_ text: String) throws(ValueFault)
}

extension WireText {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do { try self.init(text) } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A closed list of words on the wire.
public protocol WireEnum: SchemaDescribing, CaseIterable, RawRepresentable where RawValue == String {}

extension WireEnum {
  public static var schema: Schema { .string(values: allCases.map(\.rawValue)) }

  public static var sample: Self {
    guard let first = allCases.first else { preconditionFailure("\(Self.self) has no case") }
    return first
  }
}

extension Bool: SchemaDescribing {
  public static var schema: Schema { .boolean }
  public static var sample: Bool { true }
}
