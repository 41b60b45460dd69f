import Contracts
import DomainModel
import Policy
import ServiceKit

/// Makes an agreed application ready for the province's system (G-SYS). What waits for its answer or was acknowledged is
/// told again and nothing is recorded, so that a repeated order never enters a project twice.
enum RecordInSystemDecision: Decision {
  struct Sight {
    let project: ProjectCase
    let community: Community?
    let survey: CurrentSurvey?
  }

  static func look(_ command: RecordInSystem, at view: any EntityView) throws -> Sight {
    let project = try ProjectCase.of(command.project, at: view)
    return Sight(
      project: project, community: try view.get(Community.self, project.community.rawValue),
      survey: try view.get(CurrentSurvey.self, project.community.rawValue))
  }

  static func decide(
    _ command: RecordInSystem, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<OutboundItem> {
    try ruling.requireNotHalted()
    let project = sight.project
    let attempts = project.entries ?? []
    if let last = attempts.last, last.stands { return Outcome([], reply: last.again) }
    guard let filing = project.application, filing.isAccepted == true, let agreedOn = filing.answeredOn else {
      throw Refusal(.applicationNotAgreed)
    }
    try ruling.requireNotBefore(attempts.last?.lastOn ?? agreedOn)
    let system = try OutboundChecks.system(\.annualPlan.recordSystem, under: try ruling.law().edition)
    guard let community = sight.community else { throw Refusal(.communityUnknown) }
    try ruling.passGate()
    let attempt = try Whole<1, 1000>(attempts.count + 1)
    let entry = SystemEntry(
      title: project.title, community: project.community, communityName: community.name, address: community.address,
      subdistrict: community.subdistrict, residentsCommittee: community.residentsCommittee,
      completionYear: try sight.survey?.survey.communityYear.map { try Whole($0) },
      totalFloorArea: sight.survey?.survey.totalFloorArea, buildings: project.buildings, households: project.households,
      agreedOn: agreedOn)
    return Outcome(
      [SystemEntryPrepared(project: command.project, attempt: attempt, system: system, entry: entry)],
      reply: OutboundItem(system: system, attempt: attempt, isRepeat: false))
  }
}
