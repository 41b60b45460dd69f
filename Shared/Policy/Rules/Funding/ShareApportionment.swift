import DomainModel

/// Divides an amount among the units of a roll so that the parts sum to it to the fen: the whole part for each, the fen
/// left over to the largest remainders, ties in the order of the roll (domain §18.4). By which key, the documents do
/// not say: the fund-raising plan that the residents vote on does (domain §9.2).
public struct ShareApportionment: Hashable, Sendable {
  public static let rule: RuleID = "funding.apportionment"
  public static let keyRule: RuleID = "funding.apportionment-key"

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
  ///
  /// - Parameter building: the weight that the plan gives the unit's building; 1 where it gives none.
  public func weight(area: Area, countsAsHousehold: Bool, building: Int64 = 1) throws(ArithmeticFault) -> Int64 {
    let own: Int64 =
      switch key {
      case .exclusiveArea: area.hundredths
      case .perHousehold: countsAsHousehold ? 1 : 0
      }
    let (weight, overflow) = own.multipliedReportingOverflow(by: building)
    guard !overflow else { throw .overflow }
    return weight
  }

  /// Whether the plan's key is one that may be chosen, and what leaves the choice to the plan: the city's own article
  /// where it has one.
  public func findings(under edition: Edition) -> [Finding] {
    let allowed = edition.settled(\.funding.apportionmentKey)
    let word = key == .exclusiveArea ? ApportionmentKey.area : .household
    var findings = [
      Finding(
        Self.keyRule, allowed.value?.contains(word) ?? true ? .satisfied : .violated, origin: allowed.origin,
        cites: allowed.citations,
        values: [NamedValue("key", .code(word.rawValue))]
          + (allowed.value ?? []).map { NamedValue("allowed", .code($0.rawValue)) })
    ]
    if case .stated(let source, let cites) = edition.stated(\.funding.apportionmentLeftTo) {
      findings.append(
        Finding(
          "funding.apportionment-left-to-plan", .satisfied, force: .advises, cites: cites,
          values: [NamedValue("left-to", .code(source.rawValue)), NamedValue("key", .code(word.rawValue))]))
    }
    return findings
  }

  /// - Throws: `NobodyPays` when all weights are zero.
  public func parts(of amount: Money, weights: [Int64]) throws -> [Money] {
    guard weights.contains(where: { $0 > 0 }) else { throw NobodyPays() }
    return try amount.apportioned(byWeights: weights)
  }
}
