import DomainModel

/// Whether a filing holds every mandatory paper of its package (domain §7.2; plan 3.1, 3.4).
public struct PackageCompleteness: Hashable, Sendable {
  /// The codes of mandatory forms that are not there.
  public let missing: [Identifier<SlugKind>]
  /// One per mandatory paper; a missing one advises here and stops the review, whose gate asks for the whole package.
  public let findings: [Finding]

  public var isComplete: Bool { missing.isEmpty }

  /// - Parameter package: the code of the pack's package: `declaration`.
  public static func of(
    _ package: Identifier<SlugKind>, given: Set<Identifier<SlugKind>>, under edition: Edition
  ) -> PackageCompleteness {
    guard let cited = edition.package(package) else { return PackageCompleteness(missing: [], findings: []) }
    var missing: [Identifier<SlugKind>] = []
    var findings: [Finding] = []
    for item in cited.item.items where item.mandatory {
      guard let form = item.form else { continue }
      let isThere = given.contains(form)
      if !isThere { missing.append(form) }
      findings.append(
        Finding(
          "package.paper-filed", isThere ? .satisfied : .violated, force: .advises, cites: cited.citations,
          values: [
            NamedValue("package", .code(package.rawValue)), NamedValue("item", .count(Int64(item.number))),
            NamedValue("form", .code(form.rawValue)),
          ]))
    }
    return PackageCompleteness(missing: missing, findings: findings)
  }
}
