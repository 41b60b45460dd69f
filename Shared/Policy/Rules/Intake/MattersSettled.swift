import DomainModel

/// What the pack wants settled together with the vote: each matter with a paper that says so (G-V1, Wenzhou 3.1).
public enum MattersSettled {
  /// One finding for each matter.
  public static func findings(_ settled: Set<Identifier<SlugKind>>, under edition: Edition) -> [Finding] {
    guard case .stated(let matters, _) = edition.stated(\.rounds.willingness.mustSettle) else { return [] }
    return matters.map { matter in
      Finding(
        "application.matters-settled", settled.contains(matter.item.code) ? .satisfied : .violated,
        cites: matter.citations, values: [NamedValue("matter", .code(matter.item.code.rawValue))])
    }
  }
}
