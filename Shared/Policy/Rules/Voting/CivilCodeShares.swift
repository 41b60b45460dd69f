import DomainModel

/// What a round comes to by article 278 of the Civil Code, shown beside a city's own rule where its pack notes that the
/// two differ (domain §18.3). It decides nothing.
public enum CivilCodeShares {
  public static let rule: RuleID = "voting.civil-code-shares"

  /// Two thirds take part and three quarters of them agree, by area and by owners; a form without an opinion takes part
  /// and does not agree.
  public static func finding(of figures: VoteFigures) -> Finding? {
    guard let two = try? Share(2, of: 3), let three = try? Share(3, of: 4) else { return nil }
    let cites: [Citation] = [.choice("civil-code-beside")]
    let result = VoteThresholds(
      quorum: .stated(Quorum(area: two, heads: two), cites),
      approval: .stated(Approval(area: three, heads: three, of: .participating), cites), heads: .owner, blank: .open
    ).result(of: figures, blankRulePrinted: false)
    return Finding(
      rule, result.isCarried ? .satisfied : .violated, force: .advises, origin: .recommended, cites: cites,
      values: result.tests.map { NamedValue(Identifier(stringLiteral: $0.name.rawValue), .flag($0.isReached)) })
  }
}
