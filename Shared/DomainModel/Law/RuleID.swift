/// The id of a rule, `area.what-must-hold`: `voting.participation-quorum`.
public typealias RuleID = Identifier<RuleKind>

public enum RuleKind: IdentifierKind {
  public static let pattern = "^[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*$"
  public static let longest = 80
  public static let example = "voting.participation-quorum"
  public static func accepts(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { IdentifierText.isSlug(String($0), count: 1...40) }
  }
}

/// The name of a message, `service.kebab-case`: `voting.close-round`.
public typealias WireName = Identifier<RuleKind>
