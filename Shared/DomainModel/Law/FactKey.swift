/// The closed list of facts about a project that gates consult. Each has one owner, whose events alone may state it.
///
/// A flag says that something is so; that it was once so and is no longer is a later `false`. The date of a fact is the
/// business date of the event that stated it, unless the event gives another.
public enum FactKey: String, WireEnum {
  // Community and project (intake).
  case surveyRecorded = "intake.survey-recorded"
  /// Flag: the survey holds images of the community (影像资料).
  case imagesRecorded = "intake.images-recorded"
  /// Count: households that the survey of needs did not reach; stated only where the survey counted.
  case householdsUnreached = "intake.households-unreached"
  /// Code: PRIORITY, EXCEPTION_CANDIDATE, REVIEW, NOT_ELIGIBLE, EXCLUDED (domain §1).
  case eligibility = "intake.eligibility"
  /// Flag: the community may go on (priority, accepted exception, or a recorded human decision).
  case eligible = "intake.eligible"
  case selfGovernanceFormed = "intake.self-governance-formed"
  case projectOpened = "intake.project-opened"
  case applicationSubmitted = "intake.application-submitted"
  case applicationFormsComplete = "intake.application-forms-complete"
  case applicationAgreed = "intake.application-agreed"
  case waitingListed = "intake.waiting-listed"
  case schemeCommissioned = "intake.scheme-commissioned"
  /// Code: the id of the plan version now valid.
  case planVersion = "intake.plan-version"
  /// Money: whole investment of the plan, lifts included; decides the band of documents (domain §10.3).
  case planInvestment = "intake.plan-investment"
  /// Flag: the plan holds a façade item, so the important-street question must be answered (AMB-53).
  case planTouchesFacade = "intake.plan-touches-facade"
  /// Flag: the plan adds public facilities, so that fire brigade and natural resources are asked about them (Yueqing plan
  /// 2.4.5); stated only where the city's document asks.
  case planAddsPublicFacilities = "intake.plan-adds-public-facilities"
  case governmentInvestment = "intake.government-investment"
  case declarationSubmitted = "intake.declaration-submitted"
  case declarationPackageComplete = "intake.declaration-package-complete"
  case declarationReviewed = "intake.declaration-initial-review-passed"
  /// Flag: the lead department has the declaration on file (备案, Wenzhou 3.5).
  case declarationFiled = "intake.declaration-filed"
  case reportedToCity = "intake.reported-to-city"
  /// Flag: assessed with its surroundings, and found needed and feasible.
  case areaAssessed = "intake.area-assessed"
  /// Flag: the special plan in which it stands is with the province.
  case specialPlanSubmitted = "intake.special-plan-submitted"
  /// Code: `implement`, `plan` or `reserve`, the batch of the pool.
  case poolBatch = "intake.pool-batch"
  case fiscalCapacityAssessed = "intake.fiscal-capacity-assessed"
  case competitiveReviewPassed = "intake.competitive-review-passed"
  case cityConsented = "intake.city-consented"
  /// Count: the plan year in which the project is listed.
  case annualPlanListed = "intake.annual-plan-listed"
  /// Flag: the province's system acknowledged the entry of the agreed application.
  case recordedInSystem = "intake.recorded-in-system"
  /// Flag: the plan was reported to every office that the pack names.
  case annualPlanReported = "intake.annual-plan-reported"
  /// Flag: the province's system acknowledged the plan in which the project stands.
  case annualPlanPushed = "intake.annual-plan-pushed"
  case projectSuspended = "intake.project-suspended"
  case projectWithdrawn = "intake.project-withdrawn"
  /// Flag: struck off the register (销号).
  case writtenOff = "intake.written-off"

  // Residents (voting).
  case rollSealed = "voting.roll-sealed"
  case willingnessCarried = "voting.willingness-carried"
  case planVoteOpened = "voting.plan-vote-opened"
  case planVoteClosed = "voting.plan-vote-closed"
  case planVoteCarried = "voting.plan-vote-carried"
  /// Code: the plan version that the vote was about.
  case planVoteVersion = "voting.plan-vote-version"
  /// Date: the posting day of the plan notice.
  case planNoticePosted = "voting.plan-notice-posted"
  case voteSummaryAttached = "voting.vote-summary-attached"
  case planNoticeClosed = "voting.plan-notice-closed"
  /// Count: objections without a disposition that satisfies the gate.
  case objectionsOpen = "voting.objections-open"
  case willingnessNoticeClosed = "voting.willingness-notice-closed"
  case planSigned = "voting.plan-signed"
  case firstConsultationClosed = "voting.first-consultation-closed"
  /// Code: the plan version that was signed.
  case planSignedVersion = "voting.plan-signed-version"
  case consultationRoundsAnswered = "voting.consultation-rounds-answered"
  /// Code: the plan version that the last round of consultation came to.
  case consultedPlan = "voting.consulted-plan"

  // Money (funding).
  case residentFundsPlanned = "funding.resident-funds-planned"
  case residentFundsCleared = "funding.resident-funds-cleared"
  /// Share: cleared fen of planned fen.
  case inPlaceRatio = "funding.in-place-ratio"
  /// Date: the clearing day of the deposit that completed the resident money.
  case fundsCompleteSince = "funding.funds-complete-since"
  case remainderPledged = "funding.remainder-pledged"
  case budgetReviewed = "funding.budget-reviewed"
  case finalAccountsVerified = "funding.final-accounts-verified"
  /// Money: verified total investment without lifts.
  case finalInvestment = "funding.final-investment"
  case subsidySettled = "funding.subsidy-settled"
  /// Flag: every unit paid the first instalment of the maintenance fund, or none was due.
  case firstInstalmentPaid = "funding.first-instalment-paid"

  // Approvals.
  case consultationHeld = "approvals.consultation-held"
  case consultationOpinionFormed = "approvals.consultation-opinion-formed"
  /// Flag: the preliminary plan passed the review of the office above (Tiexi 6.3).
  case preliminaryReviewPassed = "approvals.preliminary-review-passed"
  case planReviewPassed = "approvals.plan-review-passed"
  /// Code: the plan version that the last review of a detailed plan was about.
  case planReviewVersion = "approvals.plan-review-version"
  case simplifiedRoute = "approvals.simplified-route"
  case planningPermitExempt = "approvals.planning-permit-exempt"
  case planningPermitsIssued = "approvals.planning-permits-issued"
  case projectCodeAssigned = "approvals.project-code-assigned"
  /// Flag: the project entered initiation; it is approved later.
  case initiationOpened = "approvals.initiation-opened"
  case initiationApproved = "approvals.initiation-approved"
  case bandDocumentsApproved = "approvals.band-documents-approved"
  case drawingsUploaded = "approvals.drawings-uploaded"
  case permitMaterialsReady = "approvals.permit-materials-ready"
  case constructionPermitIssued = "approvals.construction-permit-issued"
  case siteSurveyAnswered = "approvals.site-survey-answered"
  /// Count: departments that let the deadline pass and were reminded; stated once nobody else's answer is awaited.
  case siteFeedbackOverdue = "approvals.site-feedback-overdue"
  case constructionUnitFixed = "intake.construction-unit-fixed"
  case constructionUnitRequested = "intake.construction-unit-requested"
  case taskForceFormed = "intake.task-force-formed"
  /// Flag: land ownership does not change, or its approval was given.
  case landSettled = "approvals.land-settled"

  // Works (supervision).
  case tenderRecorded = "supervision.tender-recorded"
  case contractorAppointed = "supervision.contractor-appointed"
  case supervisorAppointed = "supervision.supervisor-appointed"
  /// Money: the contract sum, the bound of what may be paid.
  case contractSum = "supervision.contract-sum"
  case hotlinePosted = "supervision.hotline-posted"
  case constructionPlanMade = "supervision.construction-plan-made"
  case qualitySupervisionRegistered = "supervision.quality-supervision-registered"
  case demolitionCleared = "supervision.demolition-cleared"
  case constructionStarted = "supervision.construction-started"
  /// Share: progress as declared, hundredths of the works.
  case progress = "supervision.progress"
  case fireInspectionPassed = "supervision.fire-inspection-passed"
  case defectsOpen = "supervision.defects-open"
  case acceptancePartiesPresent = "supervision.acceptance-parties-present"
  case acceptancePassed = "supervision.acceptance-passed"
  case planningVerified = "supervision.planning-verified"
  case completionFiled = "supervision.completion-filed"
  case archived = "supervision.archived"
  case handedOver = "supervision.handed-over"
  case managementModeFixed = "supervision.management-mode-fixed"
  case jointMeetingSetUp = "supervision.joint-meeting-set-up"
  case evaluationRecorded = "supervision.evaluation-recorded"
  /// Flag: the evaluation was fed back to the city's housing bureau.
  case evaluationReported = "supervision.evaluation-reported"

  /// The service whose events state this fact.
  public var owner: ServiceName {
    guard let name = rawValue.split(separator: ".").first, let owner = ServiceName(rawValue: String(name)) else {
      preconditionFailure("a fact key begins with its owner's name: \(rawValue)")
    }
    return owner
  }
}
