import Contracts
import DomainModel
import ServiceKit

/// A community as it stands.
enum CommunityReports {
  static let handler = QueryHandler.to(CommunityQuery.self) { query, view, _ in
    let standing = try CommunityStanding(of: query.community, at: view)
    let community = standing.community
    return CommunityReport(
      community: community.community, name: community.name, address: community.address,
      subdistrict: community.subdistrict, residentsCommittee: community.residentsCommittee,
      geography: community.geography, registeredOn: community.registeredOn, survey: standing.survey.map(survey),
      eligibility: standing.eligibility.map { eligibility($0, standing.survey) },
      body: standing.body.map {
        CommunityReport.CurrentBody(
          form: $0.form, formedOn: $0.formedOn, members: $0.members, hasPartyBranch: $0.hasPartyBranch,
          stampsByResidentsCommittee: $0.stampsByResidentsCommittee)
      }, project: standing.project?.project)
  }

  private static func survey(_ current: CurrentSurvey) -> CommunityReport.CurrentSurvey {
    CommunityReport.CurrentSurvey(
      number: current.number.value, recordedOn: current.recordedOn, communityYear: current.survey.communityYear,
      buildings: current.survey.buildings.count,
      stairwells: current.survey.buildings.map(\.stairwells.value).reduce(0, +), households: current.survey.households,
      survey: current.survey)
  }

  private static func eligibility(
    _ known: EligibilityCase, _ survey: CurrentSurvey?
  ) -> CommunityReport.CurrentEligibility {
    CommunityReport.CurrentEligibility(
      standing: known.standing, isEligible: known.isEligible,
      mayBeDecided: known.mayBeDecided && known.decision == nil, assessedOn: known.assessedOn,
      isOfCurrentSurvey: known.survey == survey?.number, edition: known.edition, findings: known.findings,
      decidedOn: known.decision?.on, decidedBy: known.decision?.by, reason: known.decision?.reason)
  }
}
