import DomainModel

/// Where the rules ask for a covenant of the owners, the management mode is not fixed without one.
public enum CovenantTest {
  /// Nil where they ask for none.
  public static func finding(isMade: Bool, under edition: Edition) -> Finding? {
    guard case .stated(.required, let cites) = edition.stated(\.longTerm.covenant) else { return nil }
    return Finding("management.covenant-made", isMade ? .satisfied : .violated, cites: cites)
  }
}
