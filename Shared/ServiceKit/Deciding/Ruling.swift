import Contracts
import DomainModel
import Policy

/// What a decision is made under: the day, the sender, the law and the known facts. All that a decision may know of the
/// world beside the entities it looked at.
public struct Ruling: Sendable {
  /// The business date of the command.
  public let effectiveOn: BusinessDate
  public let principal: Principal
  /// The command's id: what derived ids may be made of.
  public let commandID: String
  public let step: WireName
  /// The project's law; nil for commands that no pack governs or whose project is not known here.
  public let knownLaw: Law?
  /// What is known of the project that the command concerns.
  public let facts: ProjectFacts?
  public let overrides: [RuleOverride]
  /// Findings of the gates judged so far; they go into the receipt.
  let gathered: FindingBox
  /// The law of an edition that is not the project's own yet, if exactly that file is installed.
  public let installed: @Sendable (PackEdition) -> Law?
  /// The law of a pack edition with our defaults now in force: what a project is opened under.
  public let latest: @Sendable (PackEdition) -> Law?

  /// The law of the project.
  ///
  /// - Throws: `Refusal` (`project-unknown`) when this service has not heard of the project's opening.
  public func law() throws -> Law {
    guard let knownLaw else { throw Refusal(.projectUnknown) }
    return knownLaw
  }

  /// Judges the pack's gate of this command's own step over the known facts.
  ///
  /// - Parameters:
  ///   - case: which of the step's cases, where one command serves several.
  ///   - assuming: facts that this very command states, as if they were already known.
  ///   - judging: how to judge the gate's rules that look at the command itself, by rule.
  ///   - adding: findings of rules that the gate does not list; judged together with the gate's.
  /// - Throws: `Refusal` (`gate-closed`) with all findings when one of them stops the step.
  @discardableResult
  public func passGate(
    case name: Identifier<SlugKind>? = nil, assuming: [FactStatement] = [],
    judging: [RuleID: (GateRule) -> Finding] = [:], adding: [Finding] = []
  ) throws -> [Finding] {
    let findings = try judge(step, case: name, assuming: assuming, judging: judging) + adding
    gathered.findings += findings
    if findings.contains(where: \.stops) { throw Refusal(.gateClosed, findings: gathered.findings) }
    return findings
  }

  /// The findings of a step's gate, whatever they say. A rule that only the step can judge and did not is left unknown.
  public func judge(
    _ step: WireName, case name: Identifier<SlugKind>? = nil, assuming: [FactStatement] = [],
    judging: [RuleID: (GateRule) -> Finding] = [:]
  ) throws -> [Finding] {
    let law = try law()
    guard var facts else { throw Refusal(.projectUnknown) }
    for statement in assuming {
      facts.state(
        statement.key,
        Fact(
          value: statement.value, on: statement.on ?? effectiveOn,
          source: SourceRef(feed: statement.key.owner, epoch: "0", sequence: 0)))
    }
    let circumstances = Circumstances(facts: facts, on: effectiveOn)
    var findings: [Finding] = []
    for rule in law.gate(step, case: name) {
      if let exempt = rule.parameters.unlessBy, !principal.roles.isDisjoint(with: exempt) { continue }
      let finding = judging[rule.rule]?(rule) ?? RuleRegistry.finding(under: rule, in: circumstances)
      findings.append(overridden(finding, by: rule.parameters.overridableBy ?? []))
    }
    return findings
  }

  /// - Throws: `Refusal` (`project-halted`) for a project that is suspended or was withdrawn (REC, domain §17.1 e).
  public func requireNotHalted() throws {
    if facts?.holds(.projectSuspended) == true || facts?.holds(.projectWithdrawn) == true {
      throw Refusal(.projectHalted)
    }
  }

  /// Refuses when one of the findings stops; otherwise they go into the receipt.
  ///
  /// - Parameter code: the refusal's code, when a better one than `gate-closed` tells what is wrong.
  public func require(_ findings: [Finding], orRefuse code: RefusalCode = .gateClosed) throws {
    gathered.findings += findings
    if findings.contains(where: \.stops) { throw Refusal(code, findings: gathered.findings) }
  }

  /// - Throws: `Refusal` (`dated-before`) when the command is dated before `last`.
  public func requireNotBefore(_ last: BusinessDate?) throws {
    guard let last, effectiveOn < last else { return }
    throw Refusal(.datedBefore, values: [NamedValue("last", .date(last))], pointers: ["/effectiveon"])
  }

  /// An overridable violation, gone past when the sender may do so and named the rule with a reason.
  private func overridden(_ finding: Finding, by roles: [Role]) -> Finding {
    guard finding.force == .overridable, finding.result == .violated, !principal.roles.isDisjoint(with: roles),
      overrides.contains(where: { $0.rule == finding.rule })
    else { return finding }
    return Finding(
      finding.rule, .overridden, force: finding.force, origin: finding.origin, cites: finding.cites.items,
      values: finding.values.items, sources: finding.sources.items)
  }
}

/// Gathers the findings of one decision. A class because a ruling is handed around as a value; it never leaves the
/// decision it was made for.
final class FindingBox: Sendable {
  private let state = Locked<[Finding]>([])
  var findings: [Finding] {
    get { state.value }
    set { state.value = newValue }
  }
}
