import DomainModel

/// What a holder of a key has after it was given a new one.
struct RenewedKey: Equatable {
  let publicKey: String
  /// The first day on which the old key is refused; nil when it is refused already, revoked or expired.
  let oldExpires: BusinessDate?
}
