extension Finding {
  /// A finding that stops nothing: shown in the receipt, so that the office knows.
  public static func advice(
    _ rule: RuleID, _ holds: Bool, cites: [Citation] = [], origin: Origin = .document, values: [NamedValue] = [],
    sources: [SourceRef] = []
  ) -> Finding {
    Finding(
      rule, holds ? .satisfied : .violated, force: .advises, origin: cites.isEmpty ? .recommended : origin,
      cites: cites, values: values, sources: sources)
  }
}
