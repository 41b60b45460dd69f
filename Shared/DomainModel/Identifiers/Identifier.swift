/// What an identifier names, and the form that its text must have.
public protocol IdentifierKind: Sendable {
  /// An anchored regular expression, published in the schemas.
  static var pattern: String { get }
  static var longest: Int { get }
  static var example: String { get }
  /// The same test as `pattern`, written out because it runs for every message.
  static func accepts(_ text: String) -> Bool
}

/// A name of one kind of thing; identifiers of different kinds cannot be exchanged.
public struct Identifier<Kind: IdentifierKind>: Hashable, Comparable, Sendable {
  public let rawValue: String

  /// - Throws: `ValueFault` unless the text has the kind's form.
  public init(_ text: String) throws(ValueFault) {
    guard Kind.accepts(text) else { throw ValueFault(expected: "an id such as \(Kind.example)") }
    rawValue = text
  }

  init(unchecked text: String) {
    rawValue = text
  }

  public static func < (left: Identifier, right: Identifier) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: CustomStringConvertible {
  public var description: String { rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
  /// For ids written in the program; one of another form is a fault of the program.
  public init(stringLiteral value: String) {
    precondition(Kind.accepts(value), "not an id of this kind: \(value)")
    rawValue = value
  }
}

extension Identifier: WireText {
  public static var schema: Schema { .string(pattern: Kind.pattern, maxLength: Kind.longest) }
  public static var sample: Identifier { Identifier(unchecked: Kind.example) }
}
