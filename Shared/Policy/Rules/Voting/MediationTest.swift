import DomainModel

/// Mediation comes after negotiation. Where the rules want it asked for in writing, both bind; elsewhere the order is told
/// only (domain §5.2).
public enum MediationTest {
  /// Nil where the rules give no path.
  public static func finding(
    _ path: Settled<ObjectionPath>, wasNegotiated: Bool, wasRequestedInWriting: Bool
  ) -> Finding? {
    guard let steps = path.value?.steps else { return nil }
    let needsWriting = steps.contains(.writtenMediation)
    let isNegotiated = !steps.contains(.negotiation) || wasNegotiated
    let isRequested = !needsWriting || wasRequestedInWriting
    return Finding(
      "objection.path-followed", isNegotiated && isRequested ? .satisfied : .violated,
      force: needsWriting ? .blocks : .advises, origin: path.origin, cites: path.citations,
      values: [
        NamedValue("negotiated", .flag(isNegotiated)), NamedValue("requested-in-writing", .flag(isRequested)),
      ])
  }
}
