import DomainModel

/// Divides an amount among the units of a roll so that the parts sum to it to the fen: the whole part for each, the fen
/// left over to the largest remainders, ties in the order of the roll (domain §18.4). By which key, the documents do
/// not say: the fund-raising plan that the residents vote on does (domain §9.2).
public struct ShareApportionment: Hashable, Sendable {
  public static let rule: RuleID = "funding.apportionment"

  /// By what the residents' money is divided.
  public enum Key: String, Hashable, Sendable {
    /// By exclusive area, whatever the unit is used for.
    case exclusiveArea
    /// The same for each unit that counts as a household.
    case perHousehold
  }

  /// Nobody to pay: no unit has an area, or none counts as a household.
  public struct NobodyPays: Error, Hashable, Sendable {
    public init() {}
  }

  public let key: Key

  public init(by key: Key) {
    self.key = key
  }

  /// What a unit weighs under the key.
  public func weight(area: Area, countsAsHousehold: Bool) -> Int64 {
    switch key {
    case .exclusiveArea: area.hundredths
    case .perHousehold: countsAsHousehold ? 1 : 0
    }
  }

  /// - Throws: `NobodyPays` when all weights are zero.
  public func parts(of amount: Money, weights: [Int64]) throws -> [Money] {
    guard weights.contains(where: { $0 > 0 }) else { throw NobodyPays() }
    return try amount.apportioned(byWeights: weights)
  }
}
