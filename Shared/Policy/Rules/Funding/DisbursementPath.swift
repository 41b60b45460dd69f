import DomainModel

/// The states a payment out of the project's account goes through, in order and none skipped. How government money comes
/// into that account is `GovernmentPath` (Ziyang 3.5, domain §9.7).
public struct DisbursementPath: Hashable, Sendable {
  /// The states from the request to the last payment.
  public let states: [Identifier<SlugKind>]

  /// Request, check by housing, approval by finance, payment: what applies where a document names no states (REC).
  public static let usual = DisbursementPath(["requested", "checked", "approved", "paid"])

  public init(_ states: [Identifier<SlugKind>]) {
    precondition(!states.isEmpty, "a path has at least one state")
    self.states = states
  }

  public var first: Identifier<SlugKind> { states[0] }

  /// The state that follows; nil after the last, and for a state that is not on the path.
  public func next(after state: Identifier<SlugKind>) -> Identifier<SlugKind>? {
    guard let place = states.firstIndex(of: state), place + 1 < states.count else { return nil }
    return states[place + 1]
  }

  /// Whether `next` is the very next state.
  public func mayEnter(_ next: Identifier<SlugKind>, from state: Identifier<SlugKind>) -> Bool {
    self.next(after: state) == next
  }
}
