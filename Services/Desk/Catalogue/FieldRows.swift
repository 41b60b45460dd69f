import Contracts

/// A JSON Schema as the rows of a table: one for each member, those of objects and arrays below it.
struct FieldRows {
  struct Row {
    /// `buildings[].completionYear`
    let path: String
    let isRequired: Bool
    /// `string`, `integer`, one of the values.
    let shape: String
    /// Its bounds in words.
    let bounds: String
  }

  private(set) var rows: [Row] = []

  init(_ schema: JSONValue) { add(schema, prefix: "") }

  private mutating func add(_ schema: JSONValue, prefix: String) {
    guard case .object(let properties)? = schema["properties"] else { return }
    var required: Set<String> = []
    if case .array(let names)? = schema["required"] {
      for case .string(let name) in names { required.insert(name) }
    }
    for member in properties {
      let path = prefix + member.name
      rows.append(
        Row(
          path: path, isRequired: required.contains(member.name), shape: Self.shape(member.value),
          bounds: Self.bounds(member.value)))
      nested(member.value, path)
    }
  }

  private mutating func nested(_ schema: JSONValue, _ path: String) {
    if let items = schema["items"] {
      nested(items, path + "[]")
    } else if case .array(let shapes)? = schema["oneOf"] {
      for shape in shapes { add(shape, prefix: path + ".") }
    } else {
      add(schema, prefix: path + ".")
    }
  }

  private static func shape(_ schema: JSONValue) -> String {
    if case .array(let values)? = schema["enum"] {
      return values.compactMap { if case .string(let text) = $0 { text } else { nil } }.joined(separator: " | ")
    }
    if case .string(let constant)? = schema["const"] { return "\"\(constant)\"" }
    if schema["oneOf"] != nil { return "one of" }
    if let items = schema["items"] { return "list of \(shape(items))" }
    if case .string(let format)? = schema["format"] { return format }
    if case .string(let type)? = schema["type"] { return type }
    return ""
  }

  private static func bounds(_ schema: JSONValue) -> String {
    var parts: [String] = []
    if case .integer(let least)? = schema["minimum"] { parts.append("≥ \(least)") }
    if case .integer(let most)? = schema["maximum"] { parts.append("≤ \(most)") }
    if case .integer(let most)? = schema["maxLength"] { parts.append("≤ \(most) characters") }
    if case .integer(let most)? = schema["maxItems"] { parts.append("≤ \(most) items") }
    if case .string(let pattern)? = schema["pattern"] { parts.append(pattern) }
    if case .string(let description)? = schema["description"] { parts.append(description) }
    return parts.joined(separator: "; ")
  }
}
