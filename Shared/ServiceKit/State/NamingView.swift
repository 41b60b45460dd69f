import DomainModel

/// What a query sees beside entities: names, but only masked. So no answer can hold a whole one by mistake.
protocol NamingView: EntityView {
  /// Nil when the vault holds no name of the person, or no longer.
  func maskedName(of person: PersonID) throws -> MaskedName?
}

extension EntityView {
  /// A person's name as it may hang on a wall (domain §5.3); for queries only. Nil when the vault holds none.
  public func maskedName(of person: PersonID) throws -> MaskedName? {
    guard let view = self as? any NamingView else { preconditionFailure("names are looked at by queries only") }
    return try view.maskedName(of: person)
  }
}
