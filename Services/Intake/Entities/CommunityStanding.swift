import Contracts
import DomainModel
import ServiceKit

/// Everything known of one community, and what it means for its project.
struct CommunityStanding {
  var community: Community
  var survey: CurrentSurvey?
  var eligibility: EligibilityCase?
  var body: OwnersBody?
  /// The community's project that was not given up.
  var project: ProjectCase?

  /// - Throws: `Refusal` (`community-unknown`).
  init(of id: CommunityID, at view: any EntityView) throws {
    guard let community = try view.get(Community.self, id.rawValue) else {
      throw Refusal(.communityUnknown, pointers: ["/community"])
    }
    self.community = community
    survey = try view.get(CurrentSurvey.self, id.rawValue)
    eligibility = try view.get(EligibilityCase.self, id.rawValue)
    body = try view.get(OwnersBody.self, id.rawValue)
    project = try view.find(ProjectCase.self, index: "community", value: id.rawValue).first { !$0.isWithdrawn }
  }

  /// The facts that gates consult, each on its own day.
  var statements: [FactStatement] {
    var statements: [FactStatement] = []
    if let survey { statements += CommunityStanding.surveyed(survey.survey, on: survey.recordedOn) }
    if let eligibility {
      statements += CommunityStanding.judged(eligibility.standing, eligibility.isEligible, on: eligibility.assessedOn)
      if let decision = eligibility.decision {
        statements[statements.count - 1] = FactStatement(.eligible, .flag(decision.isAdmitted), on: decision.on)
      }
    }
    if let body { statements += CommunityStanding.formed(on: body.formedOn) }
    return statements
  }

  static func surveyed(_ survey: Survey, on day: BusinessDate) -> [FactStatement] {
    let unreached = survey.population.householdsReached.map { max(0, survey.households - $0.value) }
    return [
      FactStatement(.surveyRecorded, .flag(true), on: day),
      FactStatement(.imagesRecorded, .flag(!survey.images.isEmpty), on: day),
    ] + (unreached.map { [FactStatement(.householdsUnreached, .count(Int64($0)), on: day)] } ?? [])
  }

  static func judged(_ standing: EligibilityStanding, _ isEligible: Bool, on day: BusinessDate) -> [FactStatement] {
    [
      FactStatement(.eligibility, .code(standing.factCode), on: day),
      FactStatement(.eligible, .flag(isEligible), on: day),
    ]
  }

  static func formed(on day: BusinessDate) -> [FactStatement] {
    [FactStatement(.selfGovernanceFormed, .flag(true), on: day)]
  }

  /// Tells the project what changed about its community; nothing while there is none.
  func told(_ statements: [FactStatement]) -> [any Event] {
    guard let project, !statements.isEmpty else { return [] }
    return [
      CommunityStandingTold(
        project: project.project, community: community.community, statements: Listing(capped: statements))
    ]
  }
}
