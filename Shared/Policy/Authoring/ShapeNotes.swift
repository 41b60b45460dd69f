/// Writes down, when a type is read from nothing, which keys it asks for and of which types.
final class ShapeNotes {
  struct Key {
    let path: String
    let type: Any.Type
    let isOptional: Bool
  }

  private(set) var keys: [Key] = []
  private var optional: Set<String> = []

  /// A type that may be left out asks first whether it is there.
  func askedWhether(_ path: String) { optional.insert(path) }

  func note(_ type: Any.Type, at path: String) {
    keys.append(Key(path: path, type: type, isOptional: optional.contains(path)))
  }
}
