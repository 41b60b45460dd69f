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
    let edition = try ruling.editionInForce(command.edition, in: standing.community.division).reference

    let year = ruling.effectiveOn.year
    let digits = String((sight.numbers[year] ?? 0) + 1)
    let project = try ProjectID(
      "\(standing.community.division)-\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    let opened = ProjectOpened(
      project: project, community: command.community, edition: edition, title: command.title,
      households: try Whole(survey.survey.households), buildings: try Whole(survey.survey.buildings.count))
    let told = CommunityStandingTold(
      project: project, community: command.community, statements: Listing(capped: standing.statements))
    return Outcome([opened, told], reply: ProjectOpening(project: project, edition: edition))
  }
}
