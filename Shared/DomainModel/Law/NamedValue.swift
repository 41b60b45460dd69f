/// A value with the name under which a rule or a refusal speaks of it. Typed, so that texts are chosen when shown.
public struct NamedValue: Codable, Hashable, Sendable {
  public let name: Identifier<SlugKind>
  public let value: FactValue

  public init(_ name: Identifier<SlugKind>, _ value: FactValue) {
    self.name = name
    self.value = value
  }
}
