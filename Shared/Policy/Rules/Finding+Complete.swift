import DomainModel

extension Finding {
  /// Everything of a list is there; what is missing stands among the values.
  static func complete(
    _ rule: RuleID, _ wanted: [Identifier<SlugKind>], among given: Set<Identifier<SlugKind>>, cites: [Citation]
  ) -> Finding {
    let missing = wanted.filter { !given.contains($0) }
    return Finding(
      rule, missing.isEmpty ? .satisfied : .violated, cites: cites,
      values: missing.map { NamedValue("missing", .code($0.rawValue)) })
  }
}
