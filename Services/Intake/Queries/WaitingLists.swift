import Contracts
import DomainModel
import Policy
import ServiceKit

/// The waiting list with its ranking facts (domain §7.4): agreed, not yet in a plan, not given up.
enum WaitingLists {
  static let handler = QueryHandler.to(WaitingListQuery.self) { query, view, _ in
    var projects: [ProjectID: (project: ProjectCase, facts: ProjectFacts)] = [:]
    for project in try view.find(ProjectCase.self, index: "waiting", value: query.division.rawValue) {
      projects[project.project] = (project, try view.facts(of: project.project))
    }
    let order = WaitingListOrder.sorted(
      try projects.values.map { try candidate($0.project, $0.facts, view) })
    var lines: [WaitingList.Line] = []
    for candidate in order {
      guard let known = projects[candidate.project] else { continue }
      lines.append(
        WaitingList.Line(
          place: lines.count + 1, project: candidate.project, title: known.project.title,
          communityName: try view.get(Community.self, known.project.community.rawValue)?.name,
          isEligible: known.facts.holds(.eligible), hasProfessionalManagement: candidate.hasProfessionalManagement,
          inPlace: candidate.inPlace, cleared: known.facts.money(.residentFundsCleared),
          fiscalFundsAvailable: known.project.ranking?.fiscalFundsAvailable,
          qualifiesForUpperSubsidy: candidate.qualifiesForUpperSubsidy, reached100At: candidate.fundsCompleteSince,
          isBodyFormed: known.facts.holds(.selfGovernanceFormed)))
    }
    return WaitingList(projects: lines)
  }

  private static func candidate(
    _ project: ProjectCase, _ facts: ProjectFacts, _ view: any EntityView
  ) throws -> WaitingListOrder.Candidate {
    let survey = try view.get(CurrentSurvey.self, project.community.rawValue)
    return WaitingListOrder.Candidate(
      project: project.project, qualifiesForUpperSubsidy: project.ranking?.qualifiesForUpperSubsidy,
      fundsCompleteSince: facts.date(.fundsCompleteSince), inPlace: facts.share(.inPlaceRatio),
      hasProfessionalManagement: project.ranking?.hasProfessionalManagement ?? survey?.survey.management.isProfessional)
  }
}

extension ProjectFacts {
  fileprivate func money(_ key: FactKey) -> Money? {
    if case .money(let value)? = self[key]?.value { value } else { nil }
  }

  fileprivate func share(_ key: FactKey) -> Share? {
    if case .share(let value)? = self[key]?.value { value } else { nil }
  }

  fileprivate func date(_ key: FactKey) -> BusinessDate? {
    if case .date(let value)? = self[key]?.value { value } else { nil }
  }
}
