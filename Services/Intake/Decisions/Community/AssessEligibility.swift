import Contracts
import DomainModel
import Policy
import PolicyInputs
import ServiceKit

/// Tests a community under an edition of the rules and records the outcome, whatever it is.
enum AssessEligibilityDecision: Decision {
  static func look(_ command: AssessEligibility, at view: any EntityView) throws -> CommunityStanding {
    try CommunityStanding(of: command.community, at: view)
  }

  static func decide(
    _ command: AssessEligibility, seeing standing: CommunityStanding, under ruling: Ruling
  ) throws -> Outcome<EligibilityReport> {
    guard let survey = standing.survey else { throw Refusal(.surveyMissing, pointers: ["/community"]) }
    try ruling.requireNotBefore(survey.recordedOn)
    try ruling.requireNotBefore(standing.eligibility?.decision?.on ?? standing.eligibility?.assessedOn)
    let law = try ruling.editionInForce(
      command.edition, in: standing.community.division, pinned: standing.project?.edition)
    let conditions = try checklist(command, under: law.edition)
    let found = Eligibility.of(
      CommunityCircumstances(
        survey.survey, at: standing.community.geography, buildYear: command.buildYear?.year.value, conditions: conditions),
      under: law.edition, on: ruling.effectiveOn)

    let findings = Listing<Finding, 32>(capped: found.findings)
    let outcome = EligibilityStanding(found.outcome)
    let event = EligibilityAssessed(
      community: command.community, survey: survey.number, edition: command.edition, standing: outcome,
      mayProceed: found.mayProceed, mayBeDecided: found.mayBeDecided,
      communityYear: try found.year.map { try Whole($0) }, buildYear: command.buildYear, conditions: command.conditions,
      findings: findings)
    return Outcome(
      [event] + standing.told(CommunityStanding.judged(outcome, found.mayProceed, on: ruling.effectiveOn)),
      reply: EligibilityReport(
        standing: outcome, mayProceed: found.mayProceed, mayBeDecided: found.mayBeDecided, communityYear: found.year,
        findings: findings),
      findings: found.findings)
  }

  /// The conditions that were checked, each one of the pack's and each once.
  private static func checklist(
    _ command: AssessEligibility, under edition: Edition
  ) throws -> [Identifier<SlugKind>: Bool] {
    let known = Set((edition.stated(\.eligibility.laterBuildConditions).value ?? []).map(\.item.code))
    var checked: [Identifier<SlugKind>: Bool] = [:]
    var faults: [String] = []
    for (place, condition) in command.conditions.enumerated() {
      if !known.contains(condition.condition) || checked[condition.condition] != nil {
        faults.append("/conditions/\(place)/condition")
      }
      checked[condition.condition] = condition.isMet
    }
    guard faults.isEmpty else { throw Refusal(.conditionUnknown, pointers: faults) }
    return checked
  }
}

extension EligibilityStanding {
  fileprivate init(_ outcome: EligibilityOutcome) {
    self =
      switch outcome {
      case .priority: .priority
      case .exceptionCandidate: .exceptionCandidate
      case .review: .review
      case .notEligible: .notEligible
      case .excluded: .excluded
      }
  }
}
