import Contracts
import DomainModel
import ServiceKit

/// Records what a person decided where the rules leave it to one. An exclusion, and a condition of a later build that
/// is not met, are not among those.
enum DecideEligibilityReviewDecision: Decision {
  static func look(_ command: DecideEligibilityReview, at view: any EntityView) throws -> CommunityStanding {
    try CommunityStanding(of: command.community, at: view)
  }

  static func decide(
    _ command: DecideEligibilityReview, seeing standing: CommunityStanding, under ruling: Ruling
  ) throws -> Outcome<Accepted> {
    guard let eligibility = standing.eligibility, eligibility.survey == standing.survey?.number else {
      throw Refusal(.assessmentMissing, pointers: ["/community"])
    }
    try ruling.requireNotBefore(eligibility.assessedOn)
    guard eligibility.mayBeDecided, eligibility.decision == nil else {
      throw Refusal(
        .reviewNotDue, values: [NamedValue("standing", .code(eligibility.standing.factCode))],
        findings: eligibility.findings.items)
    }
    let event = EligibilityReviewDecided(
      community: command.community, isAdmitted: command.isAdmitted, decidedBy: command.decidedBy,
      reason: command.reason, evidence: command.evidence)
    let decided = [FactStatement(.eligible, .flag(command.isAdmitted), on: ruling.effectiveOn)]
    var persons: [PersonRecord] = []
    if let name = command.deciderName {
      persons.append(PersonRecord(person: command.decidedBy, for: .office, personal: ["name": name.value]))
    }
    let overridden = eligibility.findings.filter { $0.stops && command.isAdmitted }.map {
      Finding(
        $0.rule, .overridden, force: $0.force, origin: $0.origin, cites: $0.cites.items, values: $0.values.items)
    }
    return Outcome([event] + standing.told(decided), findings: overridden, persons: persons)
  }
}
