import DomainModel

/// How much of the planned resident money is cleared: an exact fraction, never a percentage (plan 3.1, 3.4; domain
/// §9.6).
public struct InPlaceRatio: Hashable, Sendable {
  public let cleared: Money
  /// Nil before there is an estimate: the ratio is then unknown (domain §18.4).
  public let planned: Money?

  public init(cleared: Money, planned: Money?) {
    self.cleared = cleared
    self.planned = planned
  }

  /// Cleared fen of planned fen; nil when nothing is planned or the plan is unknown.
  public var share: Share? {
    guard let planned, planned > .zero else { return nil }
    return try? Share(cleared.fen, of: planned.fen)
  }

  /// Whether it is at least `required`; nil while it is unknown. Where nothing is planned the test is met (domain
  /// §18.4).
  public func reaches(_ required: Share) -> Bool? {
    guard let planned else { return nil }
    return planned == .zero || required.isReached(by: cleared.fen, of: planned.fen)
  }

  /// What is missing to reach `required`, to the fen.
  public func missing(to required: Share) -> Money? {
    guard let planned else { return nil }
    return Money.least(of: planned, reaching: required).reduced(by: cleared)
  }
}
