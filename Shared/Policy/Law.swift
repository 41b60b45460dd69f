import DomainModel

/// The rules that judge a project: one edition of its city's pack.
public struct Law: Sendable {
  public let reference: PackEdition
  private let gates: [WireName: [GateRule]]

  public init(reference: PackEdition, gates: [WireName: [GateRule]]) {
    self.reference = reference
    self.gates = gates
  }

  /// The rules that guard a step; none when the pack guards it by none.
  public func gate(_ step: WireName) -> [GateRule] { gates[step] ?? [] }
}
