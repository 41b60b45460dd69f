import DomainModel

/// For every rule that a gate names: facts under which it is satisfied, and facts under which it is violated. A rule that
/// is not listed here, or in `GateStepCases`, fails the coverage test.
struct GateCase: Sendable {
  let rule: RuleID
  let holds: [FactKey: FactValue]
  let fails: [FactKey: FactValue]
  /// The day from which the violating facts hold; after the step's day where only the day is wrong.
  var failsFrom: BusinessDate = GateCase.known

  /// The day from which facts hold, and the day of the step.
  static let known: BusinessDate = "2024-03-01"
  static let step: BusinessDate = "2024-03-05"
  static let late: BusinessDate = "2024-03-06"

  static func flag(_ rule: RuleID, _ fact: FactKey) -> GateCase {
    GateCase(rule: rule, holds: [fact: yes], fails: [fact: no])
  }

  private static let yes = FactValue.flag(true)
  private static let no = FactValue.flag(false)
  private static let plan = FactValue.code("330382-2024-0007/P1")
  private static let later = FactValue.code("330382-2024-0007/P2")

  static let all: [GateCase] = [
    flag("survey.recorded", .surveyRecorded),
    flag("survey.images-recorded", .imagesRecorded),
    GateCase(
      rule: "survey.covers-residents", holds: [.householdsUnreached: .count(0)], fails: [.householdsUnreached: .count(1)]),
    flag("eligibility.not-excluded", .eligible),
    flag("self-governance.formed", .selfGovernanceFormed),
    flag("voting.willingness-carried", .willingnessCarried),
    flag("notice.willingness-complete", .willingnessNoticeClosed),
    flag("notice.complete", .planNoticeClosed),
    GateCase(rule: "notice.no-open-objection", holds: [.objectionsOpen: .count(0)], fails: [.objectionsOpen: .count(1)]),
    flag("consultation.rounds-answered", .consultationRoundsAnswered),
    flag("application.submitted", .applicationSubmitted),
    flag("application.forms-complete", .applicationFormsComplete),
    flag("application.agreed", .applicationAgreed),
    flag("scheme.commissioned", .schemeCommissioned),
    GateCase(rule: "plan.version-exists", holds: [.planVersion: plan], fails: [:]),
    flag("declaration.package-complete", .declarationPackageComplete),
    flag("declaration.initial-review-passed", .declarationReviewed),
    flag("declaration.filed", .declarationFiled),
    flag("declaration.reported", .reportedToCity),
    flag("fiscal.capacity-assessed", .fiscalCapacityAssessed),
    flag("review.competitive-passed", .competitiveReviewPassed),
    flag("plan.city-consent", .cityConsented),
    GateCase(
      rule: "plan.annual-plan-listed", holds: [.annualPlanListed: .count(2024)], fails: [.annualPlanListed: .count(2024)],
      failsFrom: late),
    flag("system.application-recorded", .recordedInSystem),
    flag("plan.reported-upwards", .annualPlanReported),
    flag("plan.pushed", .annualPlanPushed),
    flag("area.assessed", .areaAssessed),
    flag("special-plan.submitted", .specialPlanSubmitted),
    GateCase(rule: "plan.batch-implement", holds: [.poolBatch: .code("implement")], fails: [.poolBatch: .code("plan")]),
    flag("construction-unit.requested", .constructionUnitRequested),
    flag("construction-unit.fixed", .constructionUnitFixed),
    flag("task-force.formed", .taskForceFormed),
    flag("land.settled", .landSettled),
    flag("hotline.posted", .hotlinePosted),
    flag("construction-plan.made", .constructionPlanMade),
    flag("quality.supervision-registered", .qualitySupervisionRegistered),
    flag("consultation.held", .consultationHeld),
    flag("consultation.opinion-formed", .consultationOpinionFormed),
    flag("review.preliminary-passed", .preliminaryReviewPassed),
    flag("review.plan-passed", .planReviewPassed),
    flag("simplified.applicable", .simplifiedRoute),
    flag("code.assigned", .projectCodeAssigned),
    flag("initiation.approved", .initiationApproved),
    flag("documents.band-complete", .bandDocumentsApproved),
    flag("drawings.uploaded", .drawingsUploaded),
    flag("permit.materials-ready", .permitMaterialsReady),
    flag("permit.issued", .constructionPermitIssued),
    flag("tender.recorded", .tenderRecorded),
    flag("demolition.cleared", .demolitionCleared),
    flag("construction.started", .constructionStarted),
    flag("fire.inspection-passed", .fireInspectionPassed),
    flag("acceptance.parties-present", .acceptancePartiesPresent),
    flag("acceptance.passed", .acceptancePassed),
    flag("archive.completed", .archived),
    flag("handover.completed", .handedOver),
    flag("evaluation.recorded", .evaluationRecorded),
    flag("evaluation.reported-back", .evaluationReported),
    flag("maintenance-fund.first-instalment", .firstInstalmentPaid),
    flag("budget.reviewed", .budgetReviewed),
    flag("accounts.verified", .finalAccountsVerified),
    // The vote, review, signature or consultation was about another version than the valid one.
    GateCase(
      rule: "voting.plan-carried", holds: [.planVoteCarried: yes, .planVoteVersion: plan, .planVersion: plan],
      fails: [.planVoteCarried: yes, .planVoteVersion: plan, .planVersion: later]),
    GateCase(
      rule: "voting.plan-signed", holds: [.planSigned: yes, .planSignedVersion: plan, .planVersion: plan],
      fails: [.planSigned: yes, .planSignedVersion: plan, .planVersion: later]),
    GateCase(
      rule: "review.current-plan-passed",
      holds: [.planReviewPassed: yes, .planReviewVersion: plan, .planVersion: plan],
      fails: [.planReviewPassed: yes, .planReviewVersion: plan, .planVersion: later]),
    GateCase(
      rule: "consultation.plan-consulted",
      holds: [.consultationRoundsAnswered: yes, .consultedPlan: plan, .planVersion: plan],
      fails: [.consultationRoundsAnswered: yes, .consultedPlan: plan, .planVersion: later]),
    // The bound itself and a fen below it are filled in from the gate's ratio.
    GateCase(
      rule: "funds.in-place",
      holds: [.residentFundsPlanned: .money("1200000.00"), .residentFundsCleared: .money("1200000.00")],
      fails: [.residentFundsPlanned: .money("1200000.00"), .residentFundsCleared: .money("1199999.99")]),
    flag("funds.remainder-pledged", .remainderPledged),
    GateCase(
      rule: "site-survey.answered", holds: [.siteSurveyAnswered: yes],
      fails: [.siteSurveyAnswered: no, .siteFeedbackOverdue: .count(0)]),
    GateCase(rule: "acceptance.defects-closed", holds: [.defectsOpen: .count(0)], fails: [.defectsOpen: .count(1)]),
    GateCase(
      rule: "planning.exempt-or-permitted", holds: [.planningPermitsIssued: yes],
      fails: [.planningPermitExempt: no, .planningPermitsIssued: no]),
    GateCase(
      rule: "planning.verified-or-waived", holds: [.planningVerified: yes],
      fails: [.planningPermitExempt: no, .planningVerified: no]),
    GateCase(
      rule: "contractors.appointed", holds: [.contractorAppointed: yes, .supervisorAppointed: yes],
      fails: [.contractorAppointed: yes, .supervisorAppointed: no]),
  ]
}
