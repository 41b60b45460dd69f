/// The shape of a value on the wire, as much of JSON Schema as our messages need.
public indirect enum Schema: Hashable, Sendable {
  case string(
    pattern: String? = nil, minLength: Int? = nil, maxLength: Int? = nil, values: [String]? = nil, format: String? = nil,
    description: String? = nil)
  case integer(least: Int, most: Int)
  case boolean
  case array(of: Schema, most: Int)
  case object([Property])
  /// One of several shapes; used only by `FactValue`.
  case oneOf([Schema])

  /// A field of an object.
  public struct Property: Hashable, Sendable {
    public let name: String
    public let schema: Schema
    public let isRequired: Bool

    public init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
      self.name = name
      self.schema = schema
      self.isRequired = isRequired
    }
  }

  /// The shape of a type: its own word if it describes itself, else what its `init(from:)` asks a decoder for.
  ///
  /// A type that can do neither (a payload enum, a dictionary, a bare `String`) is a fault of the program, found by the
  /// test that derives every message; here it is an unbounded string so that the finding names the field.
  public static func of<Value: Decodable>(_ type: Value.Type) -> Schema {
    if let describing = type as? any SchemaDescribing.Type { return describing.schema }
    let recorder = SchemaRecorder()
    _ = try? Value(from: recorder)
    return recorder.schema
  }
}
