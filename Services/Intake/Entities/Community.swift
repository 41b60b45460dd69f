import Contracts
import DomainModel
import ServiceKit

/// A community (小区) as it was entered.
struct Community: Entity {
  static let kind = "community"
  let community: CommunityID
  let division: DivisionCode
  let name: Text<100>
  let address: Text<200>
  let subdistrict: Text<50>
  let residentsCommittee: Text<50>
  let geography: GeographyClass
  let registeredOn: BusinessDate

  var key: String { community.rawValue }
  /// Two communities of one name in one subdistrict would be the same one entered twice.
  var indexes: [String: String] { ["place": Community.place(division, subdistrict, name)] }

  static func place(_ division: DivisionCode, _ subdistrict: Text<50>, _ name: Text<100>) -> String {
    "\(division)/\(subdistrict)/\(name)"
  }

  static func series(_ division: DivisionCode) -> String { "communities/\(division)" }

  static let folds: [Fold] = [
    .on(CommunityRegistered.self) { event, stamp, entities in
      try entities.put(
        Community(
          community: event.community, division: event.division, name: event.name, address: event.address,
          subdistrict: event.subdistrict, residentsCommittee: event.residentsCommittee, geography: event.geography,
          registeredOn: stamp.effectiveOn))
      var series = try entities.get(NumberSeries.self, Community.series(event.division))
        ?? NumberSeries(Community.series(event.division))
      series.last += 1
      try entities.put(series)
    }
  ]
}

/// The current survey of a community.
struct CurrentSurvey: Entity {
  static let kind = "survey"
  let community: CommunityID
  let number: Whole<1, 10_000>
  let recordedOn: BusinessDate
  let survey: Survey

  var key: String { community.rawValue }

  static let folds: [Fold] = [
    .on(SurveyRecorded.self) { event, stamp, entities in
      try entities.put(
        CurrentSurvey(
          community: event.community, number: event.number, recordedOn: stamp.effectiveOn, survey: event.survey))
    }
  ]
}

/// What the last test of a community's eligibility came to, and what a person decided on it.
struct EligibilityCase: Entity {
  static let kind = "eligibility"
  let community: CommunityID
  let standing: EligibilityStanding
  let mayProceed: Bool
  let mayBeDecided: Bool
  let survey: Whole<1, 10_000>
  let edition: PackEdition
  let communityYear: Whole<1900, 2199>?
  let assessedOn: BusinessDate
  let findings: Listing<Finding, 32>
  /// A decision is about one test: a new test asks for a new decision.
  var decision: Decided?

  struct Decided: Codable, Hashable, Sendable {
    let isAdmitted: Bool
    let by: PersonID
    let reason: Text<500>
    let on: BusinessDate
  }

  var key: String { community.rawValue }
  var isEligible: Bool { decision?.isAdmitted ?? mayProceed }

  static let folds: [Fold] = [
    .on(EligibilityAssessed.self) { event, stamp, entities in
      try entities.put(
        EligibilityCase(
          community: event.community, standing: event.standing, mayProceed: event.mayProceed,
          mayBeDecided: event.mayBeDecided, survey: event.survey, edition: event.edition,
          communityYear: event.communityYear, assessedOn: stamp.effectiveOn, findings: event.findings))
    },
    .on(EligibilityReviewDecided.self) { event, stamp, entities in
      try entities.update(EligibilityCase.self, event.community.rawValue) {
        $0.decision = Decided(
          isAdmitted: event.isAdmitted, by: event.decidedBy, reason: event.reason, on: stamp.effectiveOn)
      }
    },
  ]
}

/// The community's own body.
struct OwnersBody: Entity {
  static let kind = "owners-body"
  let community: CommunityID
  let form: SelfGovernanceForm
  let formedOn: BusinessDate
  let members: Listing<PersonID, 50>
  let hasPartyBranch: Bool
  let stampsByResidentsCommittee: Bool
  let registeredOn: BusinessDate

  var key: String { community.rawValue }

  static let folds: [Fold] = [
    .on(SelfGovernanceRegistered.self) { event, stamp, entities in
      try entities.put(
        OwnersBody(
          community: event.community, form: event.form, formedOn: event.formedOn, members: event.members,
          hasPartyBranch: event.hasPartyBranch, stampsByResidentsCommittee: event.stampsByResidentsCommittee,
          registeredOn: stamp.effectiveOn))
    }
  ]
}
