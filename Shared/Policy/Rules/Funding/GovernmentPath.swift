import DomainModel

/// The states that government money goes through on its way to a project's account, none skipped (Ziyang 3.5; domain
/// §9.7): request, check, approval, the account at the treasury, the project's account.
public struct GovernmentPath: Hashable, Sendable {
  /// All states of the city's own part.
  public let states: [Identifier<SlugKind>]

  /// The states of an edition; nil where its document names none, or fewer than a request and two payments.
  public init?(_ edition: Edition) {
    guard let states = edition.stated(\.funding.paymentPath).value, states.count >= 5 else { return nil }
    self.states = states
  }

  /// The city's part goes through all of them; central and provincial money begins with the housing bureau's opinion and
  /// is then paid (Ziyang 3.5).
  public func states(of kind: Kind) -> [Identifier<SlugKind>] {
    switch kind {
    case .cityShare: states
    case .upperSubsidy: [GovernmentPath.opinion] + states.suffix(2)
    }
  }

  public var check: Identifier<SlugKind> { states[1] }
  public var approval: Identifier<SlugKind> { states[2] }
  /// Into the account at the treasury, then into the project's.
  public var payments: Set<Identifier<SlugKind>> { Set(states.suffix(2)) }

  /// The first state of central and provincial money.
  public static let opinion: Identifier<SlugKind> = "opinion-given"

  /// Whose part it is.
  public enum Kind: Sendable {
    case cityShare, upperSubsidy
  }
}
