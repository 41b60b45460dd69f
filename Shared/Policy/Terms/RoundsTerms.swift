/// The rounds in which residents decide (domain §4.1).
public struct RoundsTerms: Hashable, Sendable, Decodable {
  /// Whether to renovate (意愿).
  public let willingness: RoundTerms
  /// Whether to carry out this plan (改造方案).
  public let plan: RoundTerms
}
