import DomainModel

/// How much of the residents' money is there, as events state it (plan 3.1, 3.4; domain §9.6).
public struct FundsStanding: Codable, Hashable, Sendable {
  /// What residents are to pay in; nil before there is an estimate: the ratio is then unknown (domain §18.4).
  public let planned: Money?
  /// What a gate may count: up to the day of completion when the money is complete, so that a later surplus does not
  /// make an earlier day look incomplete; else all that has cleared.
  public let cleared: Money
  /// The clearing day of the last deposit in `cleared`; nil when nothing has cleared.
  public let asOf: BusinessDate?
  /// The clearing day of the deposit that completed the planned money; nil while something is missing.
  public let completeSince: BusinessDate?

  public init(planned: Money?, cleared: Money, asOf: BusinessDate?, completeSince: BusinessDate?) {
    self.planned = planned
    self.cleared = cleared
    self.asOf = asOf
    self.completeSince = completeSince
  }

  /// Cleared fen of planned fen.
  public var ratio: Share? {
    guard let planned, planned > .zero else { return nil }
    return try? Share(cleared.fen, of: planned.fen)
  }

  /// The facts, each with the clearing day from which it holds: money never counts for a day before it was there.
  public var facts: [FactStatement] {
    var facts = [FactStatement(.residentFundsCleared, .money(cleared), on: asOf)]
    if let ratio { facts.append(FactStatement(.inPlaceRatio, .share(ratio), on: asOf)) }
    let complete = completeSince.map { FactValue.date($0) } ?? .flag(false)
    facts.append(FactStatement(.fundsCompleteSince, complete, on: completeSince ?? asOf))
    return facts
  }

  public static let example = FundsStanding(
    planned: .sample, cleared: .sample, asOf: .sample, completeSince: .sample)
}
