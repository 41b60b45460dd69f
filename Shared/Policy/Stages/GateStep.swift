import DomainModel

/// A step and the rules that guard it (domain §17.2).
public struct GateStep: Decodable, Hashable, Sendable {
  /// The command that takes the step.
  public let step: WireName
  /// Which of the step's cases, where one command serves several: `willingness`, `plan`.
  public let `case`: Identifier<SlugKind>?
  public let gate: [GateRule]
}
