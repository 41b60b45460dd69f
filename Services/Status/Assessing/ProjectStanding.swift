import Contracts
import DomainModel
import Policy

/// How far a project is and what it waits for.
public struct ProjectStanding: Hashable, Sendable {
  /// Something that the next step needs and that is not there yet.
  public struct Missing: Hashable, Sendable {
    public let rule: RuleID
    /// False: what was recorded does not satisfy. True: it is not recorded yet.
    public let isUnknown: Bool
    /// The service whose word is awaited.
    public let awaits: ServiceName?
    /// The figures of the rule, for its sentence.
    public let values: [NamedValue]
  }

  /// The step that comes next.
  public struct Next: Hashable, Sendable {
    /// The stage that it reaches; nil when only the list told.
    public let stage: StageName?
    public let step: WireName
    /// Who may take it: whom the pack names, else whom the contract lets send it.
    public let takenBy: [Role]
    /// Empty: nothing that is known stops it, so it waits for the office to take it.
    public let missing: [Missing]
  }

  public let project: ProjectID
  public let title: String
  public let community: String?
  public let stage: StageName?
  public let isSuspended: Bool
  public let isWithdrawn: Bool
  /// Listed in its annual plan after the day for that; nil when not known.
  public let isLate: Bool?
  /// Nil when the course is run, or nothing more will come.
  public let next: Next?

  init(_ known: ProjectAnswers.Known) {
    let line = known.line
    project = line.project
    title = line.title.value
    community = line.communityName?.value
    stage = line.stage
    isSuspended = line.isHalted
    isWithdrawn = line.isWithdrawn
    isLate = known.report?.isPlanLate
    if line.isWithdrawn {
      next = nil
    } else if let outlook = known.outlook {
      next = ProjectStanding.next(in: outlook)
    } else {
      next = ProjectStanding.next(in: line)
    }
  }

  /// The first step ahead. Rules that only the step itself can judge are not missing beforehand.
  private static func next(in outlook: Outlook) -> Next? {
    let coming = outlook.stages.filter { $0.step != nil }
    guard let ahead = coming.first, let step = ahead.step else { return nil }
    let missing = ahead.findings.filter { $0.stops && !RuleRegistry.judgedByStep.contains($0.rule) }.map {
      Missing(rule: $0.rule, isUnknown: $0.result == .unknown, awaits: $0.awaits, values: $0.values.items)
    }
    return Next(stage: ahead.stage, step: step, takenBy: takers(of: step, ahead.takenBy), missing: missing)
  }

  private static func next(in line: ProjectList.Line) -> Next? {
    guard let step = line.next else { return nil }
    let missing = line.waitingFor.filter { !RuleRegistry.judgedByStep.contains($0) }
    // The list names rules and services apart: who is awaited for what is clear only where one is.
    let awaited = line.awaits.count == 1 ? line.awaits.first : nil
    return Next(
      stage: nil, step: step, takenBy: takers(of: step, line.takenBy),
      missing: missing.map { Missing(rule: $0, isUnknown: true, awaits: awaited, values: []) })
  }

  /// Whom the pack names, else whom the contract lets send the step.
  static func takers(of step: WireName, _ named: [Role]?) -> [Role] {
    if let named, !named.isEmpty { return named }
    return (Catalogue.command(step.rawValue)?.senders ?? []).sorted { $0.rawValue < $1.rawValue }
  }
}
