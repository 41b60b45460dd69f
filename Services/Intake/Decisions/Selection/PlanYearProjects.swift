import Contracts
import DomainModel
import Policy
import ServiceKit

/// The projects that a plan year's command names, with what a gate needs of each: one command, many projects, each
/// judged by its own edition.
struct PlanYearProjects {
  struct Member {
    let project: ProjectCase
    let facts: ProjectFacts
  }

  let plan: YearPlan?
  let members: [Member]

  /// - Throws: `Refusal` for a project that is unknown, of another division, or listed twice in the command.
  static func look(
    _ planYear: PlanYear, _ projects: [ProjectID], pointer: (Int) -> String, at view: any EntityView
  ) throws -> PlanYearProjects {
    var seen: Set<ProjectID> = []
    var members: [Member] = []
    for (place, id) in projects.enumerated() {
      guard seen.insert(id).inserted else {
        throw Refusal(
          .projectRepeated, values: [NamedValue("project", .code(id.rawValue))], pointers: [pointer(place)])
      }
      guard id.rawValue.hasPrefix("\(planYear.division)-") else {
        throw Refusal(
          .projectOfOtherPlace, values: [NamedValue("project", .code(id.rawValue))], pointers: [pointer(place)])
      }
      guard let project = try view.get(ProjectCase.self, id.rawValue) else {
        throw Refusal(.projectUnknown, pointers: [pointer(place)])
      }
      members.append(Member(project: project, facts: try view.facts(of: id)))
    }
    return PlanYearProjects(plan: try view.get(YearPlan.self, planYear.id), members: members)
  }

  /// The findings of the step's gate for every project; each value list names its project.
  ///
  /// - Parameter judging: how to judge the gate's rules that look at the command itself.
  func judged(
    under ruling: Ruling, judging: (GateRule, Law, Member) -> Finding? = { _, _, _ in nil }
  ) throws -> Judgement {
    var judgement = Judgement()
    for member in members {
      guard member.project.suspendedOn == nil, !member.project.isWithdrawn else { throw Refusal(.projectHalted) }
      guard let law = ruling.installed(member.project.edition) else { throw Refusal(.editionMissing) }
      let circumstances = Circumstances(facts: member.facts, on: ruling.effectiveOn)
      for rule in law.gate(ruling.step) {
        let finding =
          judging(rule, law, member) ?? RuleRegistry.finding(under: rule, in: circumstances)
        judgement.byProject[member.project.project, default: []].append(finding)
        judgement.all.append(finding.about(member.project.project))
      }
    }
    return judgement
  }

  /// What the gate found.
  struct Judgement {
    /// For each project's own receipt.
    var byProject: [ProjectID: [Finding]] = [:]
    /// Of all projects, each finding naming its own.
    fileprivate(set) var all: [Finding] = []

    /// As many as the plan's own receipt holds. A plan of many projects would bury what stops it under what does not.
    var told: [Finding] { Array((all.filter(\.stops) + all.filter { !$0.stops }).prefix(Judgement.mostTold)) }

    /// With room for the step's own.
    private static let mostTold = 60
  }
}

extension Finding {
  /// The same finding, saying which project it is about.
  func about(_ project: ProjectID) -> Finding {
    Finding(
      rule, result, force: force, origin: origin, cites: cites.items,
      values: [NamedValue("project", .code(project.rawValue))] + values.items, sources: sources.items, awaits: awaits)
  }
}
