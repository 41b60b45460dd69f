import DomainModel

/// Which rules a replay under a changed pack judges again, and why it passes over the others. Rules that gates name are
/// judged by `GateReplay`; the rest stand here, each once.
enum ImpactCoverage {
  /// Rules beside the gates that are judged again, by the member of the replay that does it.
  static let replayed: [String: [RuleID]] = [
    "eligibility(": [
      "eligibility.build-year", "eligibility.one-build-year", "eligibility.later-build-condition", "eligibility.place",
      "eligibility.legal-title", "eligibility.structural-safety", "eligibility.not-on-shantytown-plan",
      "eligibility.not-on-expropriation-plan", "eligibility.not-to-be-rebuilt", "eligibility.not-self-built",
      "eligibility.not-urban-village",
    ],
    "vote(": [
      "voting.quorum-area", "voting.quorum-heads", "voting.approve-area", "voting.approve-heads", "voting.signed-blank",
    ],
    "catalogue(": ["plan.tiers-cumulative", "plan.lower-tiers-whole", "plan.compulsory-items", "plan.item-conditions"],
    "area(": ["funding.floor-area", "funding.ground-garage"],
    "estimate(": [
      "funding.subsidy-formula", "funding.collect-excess", "funding.overfunded", "funding.fiscal-money-in-cap",
    ],
    "shares(": ["funding.apportionment", "funding.apportionment-key"],
    "pledge(": ["funding.pledged-total"],
    "government(": ["funding.government-split", "funding.odd-fen", "funding.sources-within-investment"],
    "request(": ["funding.within-city-part"],
    "payment(": ["funding.within-district-money"],
    "arrival(": ["funding.by-city-path"],
    "settlement(": ["funding.true-up"],
    "due(": ["notice.earliest-end"],
    "late(": ["objection.within-window"],
    "posting(": ["notice.contents-complete", "notice.places-complete"],
    "consulting(": ["consultation.contents-complete", "consultation.places-complete"],
    "signing(": ["signature.capacity-allowed"],
    "filed(": ["filing.applicant-allowed"],
    "papers(": ["package.paper-filed"],
    "applying(": ["application.matters-settled"],
    "declaring(": ["filing.signed-by-all-members"],
    "surveying(": ["site-survey.departments-invited", "site-survey.deadline"],
    "calling(": ["consultation.participants-invited"],
    "pledging(": ["permit.pledge-allowed"],
    "bands(": ["documents.band-kept"],
    "bearing(": ["funding.outside-cost-bearer"],
    "change(": ["change.not-material"],
    "archiving(": ["archive.as-asked"],
    "upkeep(": ["handover.upkeep-after-warranty"],
    "defect(": ["warranty.covers"],
    "printing(": ["notice.period-printed"],
    "overriding(": ["voting.threshold-in-principle"],
    "answering(": ["consultation.comments-answered"],
    "mediating(": ["objection.path-followed"],
    "seating(": ["task-force.members-complete"],
    "building(": ["construction-plan.with-contractor"],
    "opinion(": [
      "planning.facilities-harmless", "planning.important-street-answered", "planning.conditions-unchanged",
      "planning.no-important-street-facade",
    ],
    "ready(": ["permit.papers-complete"],
    "managing(": ["management.mode-offered", "management.covenant-made"],
  ]

  /// Why a rule is passed over.
  enum Reason: String, CaseIterable {
    /// It advises: the step would have been taken all the same, with the same amounts and days.
    case advises = "it advises; the decision stands, only what its receipt tells would differ"
    /// It looks at the command and the state alone: no value of a pack enters, so no pack can change it.
    case noValue = "no value of a pack enters"
    /// Our own rule, whose default stands in `recommended.yaml` and not in a city's pack.
    case ours = "it is our own and is not stated by a pack"
    /// Whether it holds rests on the sender's role, which a store keeps as a key and an organisation.
    case role = "a store does not keep the sender's role"
  }

  static let passedOver: [Reason: [RuleID]] = [
    .advises: [
      "start.month-kept", "works.finish-before", "site.platform-set-up", "concealed.seen-by-offices",
      "tender.form-encouraged", "management.joint-meeting-complete", "warranty.minimum-period",
      "handover.lead-department-arranged", "acceptance.technical-rules-named", "management.owners-asked",
      "management.mode-as-asked", "management.mode-published", "evaluation.indicators", "voting.advisory-threshold",
      "voting.collected-by", "survey.hazard-plan-made", "plan.contents-complete", "funding.contribution-foreseen",
      "funding.designated-account", "funding.process-audit", "funding.evaluation-effect", "funding.in-place-ratio",
      "funding.apportionment-left-to-plan", "consultation.participants-present", "consultation.facility-offices-invited",
      "planning.facilities-answered", "approvals.other-help", "site-survey.gas-invited",
      "concealed.inspected-before-covering", "signature.reviewed-version", "consultation.opinion-in-time",
      "consultation.opinions-received", "consultation.no-objection", "initiation.investment-agrees",
      "site-survey.feedback-in-time", "acceptance.nobody-objects", "survey.areas-agree", "survey.total-agrees",
      "voting.civil-code-shares", "voting.head-bases-agree", "voting.forms-issued", "roll.heads-equal-households",
      "construction-unit.kind", "funding.surplus-decided",
    ],
    .noValue: [
      "tender.provisional-price", "case.safety-shown", "case.residents-consulted",
      "notice.hung-as-printed", "notice.summary-of-carried-vote", "consultation.earlier-round-ended",
      "objection.signed-by-subdistrict", "funding.within-upper-grant", "consultation.meeting-held",
      "consultation.plan-current", "planning.statement-given", "planning.statement-agrees", "documents.recheck-done",
      "initiation.government-investment-agrees", "budget.within-plan", "accounts.within-budget",
      "fiscal.within-available", "site-survey.all-answered", "roll.one-area-basis", "safety.argument-passed",
    ],
    .ours: [
      "filing.ordinary-materials", "management.mode-as-pledged", "signature.choice-recorded", "notice.start-shown",
      "notice.hung-without-gap", "funding.within-contract-sum", "funding.within-progress",
      "declaration.plan-is-valid-version", "safety.baseline-dated", "safety.floor-affirmed", "filing.stamp-valid",
    ],
    .role: ["application.agreed-by-office", "consultation.convened-by", "management.interim-arranged"],
  ]
}
