import DomainModel

/// A parameter that a pack must state or leave silent, and how it may be stated: what an author of a pack is told. Derived
/// from the very types that the loader reads, so that it cannot say otherwise than the loader does.
public struct ParameterForm: Hashable, Sendable {
  /// `rounds.plan.quorum`
  public let path: String
  /// A value as it stands in a pack, the words of closed lists between bars: `{area: 2/3, of: participating | all, cites: […]}`.
  public let allowed: String

  /// Every parameter of the format, in its order.
  public static let all: [ParameterForm] = {
    let notes = ShapeNotes()
    read(Terms.self, noting: notes)
    return notes.keys.compactMap { key in
      (key.type as? any MayBeSilent.Type).map { ParameterForm(path: key.path, allowed: ShapeText.stated($0.stated)) }
    }
  }()

  private static func read<Value: Decodable>(_ type: Value.Type, noting notes: ShapeNotes) {
    _ = try? NodeDecoder(session: LoadSession(noting: notes), spot: .nothing).value(type)
  }
}

/// How a value of a type is written in a pack.
enum ShapeText {
  /// The value of a parameter with what it rests on.
  static func stated(_ type: Any.Type) -> String {
    if let list = type as? any ListShape.Type, let item = (list.element as? any CitedShape.Type)?.citedItem {
      return "[\(members(of: item, more: ["cites: […]"]))]"
    }
    if type is any SchemaDescribing.Type || type is any PlainValue.Type {
      return "{value: \(text(type)), cites: […]}"
    }
    return members(of: type, more: ["cites: […]"])
  }

  static func text(_ type: Any.Type) -> String {
    if type == Role.self { return "role" }
    if let words = type as? any WireEnum.Type { return allCases(words).joined(separator: " | ") }
    if type == Bool.self { return "yes | no" }
    if type == Int.self { return "7" }
    if type == String.self { return "…" }
    if let list = type as? any ListShape.Type { return "[\(text(list.element))]" }
    if let cited = type as? any CitedShape.Type { return members(of: cited.citedItem, more: ["cites: […]"]) }
    if let described = type as? any SchemaDescribing.Type { return sample(described) }
    return members(of: type, more: [])
  }

  /// A structure's own keys, one level after the other; a key that may be left out ends in a question mark.
  private static func members(of type: Any.Type, more: [String]) -> String {
    guard let type = type as? any Decodable.Type else { return "…" }
    let notes = ShapeNotes()
    read(type, notes)
    let keys = notes.keys.filter { !$0.path.contains(".") }.map { key in
      "\(key.path)\(key.isOptional ? "?" : ""): \(text(key.type))"
    }
    return "{\((keys + more).joined(separator: ", "))}"
  }

  private static func read<Value: Decodable>(_ type: Value.Type, _ notes: ShapeNotes) {
    _ = try? NodeDecoder(session: LoadSession(noting: notes), spot: .nothing).value(type)
  }

  private static func allCases<Word: WireEnum>(_ type: Word.Type) -> [String] { type.allCases.map(\.rawValue) }

  private static func sample<Value: SchemaDescribing>(_ type: Value.Type) -> String { "\(type.sample)" }
}

/// A list, whatever its elements.
protocol ListShape {
  static var element: Any.Type { get }
}

extension Array: ListShape {
  static var element: Any.Type { Element.self }
}

/// An entry with articles of its own.
protocol CitedShape {
  static var citedItem: Any.Type { get }
}

extension Cited: CitedShape {
  static var citedItem: Any.Type { Item.self }
}
