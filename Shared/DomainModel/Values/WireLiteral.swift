/// A value that may be written in the program as its wire text. A literal of another form is a fault of the program.
public protocol WireLiteral: WireText, ExpressibleByStringLiteral where StringLiteralType == String {}

extension WireLiteral {
  public init(stringLiteral value: String) {
    guard let known = try? Self(value) else { preconditionFailure("not a value of \(Self.self): \(value)") }
    self = known
  }
}

extension BusinessDate: WireLiteral {}
extension Money: WireLiteral {}
extension Area: WireLiteral {}
extension Share: WireLiteral {}
extension Instant: WireLiteral {}
extension Citation: WireLiteral {}
