import Contracts
import DomainModel
import Policy
import ServiceKit

/// Opens a project under the edition in force, with the next number of its division and year, and tells it what is
/// known of its community.
enum OpenProjectDecision: Decision {
  struct Sight {
    let standing: CommunityStanding
    /// The last number given, by year: which year counts depends on the command's date.
    let numbers: [Int: Int]
  }

  static func look(_ command: OpenProject, at view: any EntityView) throws -> Sight {
    let standing = try CommunityStanding(of: command.community, at: view)
    let division = standing.community.division
    var numbers: [Int: Int] = [:]
    for series in try view.all(NumberSeries.self, prefix: "projects/\(division)/") {
      if let year = series.key.split(separator: "/").last.flatMap({ Int($0) }) { numbers[year] = series.last }
    }
    return Sight(standing: standing, numbers: numbers)
  }

  static func decide(
    _ command: OpenProject, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<ProjectOpening> {
    let standing = sight.standing
    if let active = standing.project {
      throw Refusal(
        .projectActive, values: [NamedValue("project", .code(active.project.rawValue))], pointers: ["/community"])
    }
    guard let survey = standing.survey else { throw Refusal(.surveyMissing, pointers: ["/community"]) }
    try ruling.requireNotBefore(survey.recordedOn)
    let law = try ruling.editionInForce(command.edition, in: standing.community.division)

    let year = ruling.effectiveOn.year
    let digits = String((sight.numbers[year] ?? 0) + 1)
    let project = try ProjectID(
      "\(standing.community.division)-\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    try ruling.require(entry(to: project, standing, law, ruling))
    let opened = ProjectOpened(
      project: project, community: command.community, edition: command.edition, title: command.title,
      households: try Whole(survey.survey.households), buildings: try Whole(survey.survey.buildings.count))
    let told = CommunityStandingTold(
      project: project, community: command.community, statements: Listing(capped: standing.statements))
    return Outcome([opened, told], reply: ProjectOpening(project: project, edition: command.edition))
  }

  /// The pack's gate of this step, over what is known of the community: the project whose facts it would be is opened by
  /// this very command (G-SURV).
  private static func entry(
    to project: ProjectID, _ standing: CommunityStanding, _ law: Law, _ ruling: Ruling
  ) -> [Finding] {
    var facts = ProjectFacts(project: project)
    for statement in standing.statements {
      facts.state(
        statement.key,
        Fact(
          value: statement.value, on: statement.on ?? ruling.effectiveOn,
          source: SourceRef(feed: .intake, epoch: "0", sequence: 0)))
    }
    let circumstances = Circumstances(facts: facts, on: ruling.effectiveOn)
    return law.gate(ruling.step).map { rule in
      let finding = RuleRegistry.finding(under: rule, in: circumstances)
      // What the facts rest on is the community's stream, which no doubt about a project reaches.
      return Finding(
        finding.rule, finding.result, force: finding.force, origin: finding.origin, cites: finding.cites.items,
        values: finding.values.items, awaits: finding.awaits)
    }
  }
}
