import DomainModel

/// The closed list of rules that a pack's gates may name.
public enum RuleRegistry {
  public static let rules: [any Rule] = flags + [
    planCarried, planConsulted, planSigned, noOpenObjection, fundsInPlace, remainderPledged, siteSurveyAnswered,
    defectsClosed, planningExemptOrPermitted, planningVerifiedOrWaived, contractorsAppointed, notHalted,
    reviewedPlanCurrent,
  ]

  private static let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// A rule by its id; nil for one that only its step can judge.
  public static func rule(_ id: RuleID) -> (any Rule)? { byID[id] }

  /// Rules that look at the command itself, judged by the decision that takes the step.
  public static let judgedByStep: Set<RuleID> = [
    "plan.deadline", "notice.open", "notice.minimum-reached", "notice.vote-closed", "notice.summary-attached",
    "notice.summary-visible", "documents.merge-allowed", "planning.exemption-stated", "filing.materials-complete",
    "consultation.comments-sorted", "consultation.plan-optimised", "handover.jointly-accepted",
    "subsidy.start-in-scope", "funds.purpose-allowed", StartMonth.reached, "change.order-kept",
    "evaluation.voices-heard",
  ]

  /// Every rule that a gate may name, for the loader of packs.
  public static var knownRules: Set<String> { Set((rules.map(\.id) + judgedByStep).map(\.rawValue)) }

  /// What the rule finds over the known facts. A rule that only its step can judge is left unknown, which stops the step.
  public static func finding(under rule: GateRule, in circumstances: Circumstances) -> Finding {
    byID[rule.rule]?.finding(under: rule, in: circumstances) ?? rule.finding(.unknown)
  }

  private static let flags: [any Rule] = [
    FlagHolds(id: "survey.recorded", fact: .surveyRecorded),
    FlagHolds(id: "survey.images-recorded", fact: .imagesRecorded),
    Judged(id: "survey.covers-residents", consults: [.householdsUnreached]) { rule, circumstances in
      guard let unreached = circumstances.facts[.householdsUnreached] else { return rule.unknown(.householdsUnreached) }
      return rule.finding(
        unreached.value == .count(0) && unreached.on <= circumstances.on ? .satisfied : .violated,
        [NamedValue("unreached", unreached.value), NamedValue("since", .date(unreached.on))], [unreached.source])
    },
    FlagHolds(id: "eligibility.not-excluded", fact: .eligible),
    FlagHolds(id: "self-governance.formed", fact: .selfGovernanceFormed),
    FlagHolds(id: "voting.roll-sealed", fact: .rollSealed),
    FlagHolds(id: "voting.willingness-carried", fact: .willingnessCarried),
    FlagHolds(id: "voting.vote-closed", fact: .planVoteClosed),
    FlagHolds(id: "voting.summary-attached", fact: .voteSummaryAttached),
    FlagHolds(id: "notice.posted", fact: .planNoticePosted),
    FlagHolds(id: "notice.complete", fact: .planNoticeClosed, opensNextDay: true),
    FlagHolds(id: "notice.willingness-complete", fact: .willingnessNoticeClosed, opensNextDay: true),
    FlagHolds(id: "consultation.rounds-answered", fact: .consultationRoundsAnswered),
    FlagHolds(id: "application.submitted", fact: .applicationSubmitted),
    FlagHolds(id: "application.forms-complete", fact: .applicationFormsComplete),
    FlagHolds(id: "application.agreed", fact: .applicationAgreed),
    FlagHolds(id: "scheme.commissioned", fact: .schemeCommissioned),
    Judged(id: "plan.version-exists", consults: [.planVersion]) { rule, circumstances in
      guard let plan = circumstances.facts[.planVersion] else { return rule.unknown(.planVersion) }
      return rule.finding(.satisfied, [NamedValue("plan", plan.value)], [plan.source])
    },
    FlagHolds(id: "declaration.submitted", fact: .declarationSubmitted),
    FlagHolds(id: "declaration.package-complete", fact: .declarationPackageComplete),
    FlagHolds(id: "declaration.initial-review-passed", fact: .declarationReviewed),
    FlagHolds(id: "declaration.filed", fact: .declarationFiled),
    FlagHolds(id: "declaration.reported", fact: .reportedToCity),
    FlagHolds(id: "fiscal.capacity-assessed", fact: .fiscalCapacityAssessed),
    FlagHolds(id: "review.competitive-passed", fact: .competitiveReviewPassed),
    FlagHolds(id: "plan.city-consent", fact: .cityConsented),
    Judged(id: "plan.annual-plan-listed", consults: [.annualPlanListed]) { rule, circumstances in
      guard let listed = circumstances.facts[.annualPlanListed] else { return rule.unknown(.annualPlanListed) }
      return rule.finding(
        listed.on > circumstances.on || listed.isInQuestion ? .violated : .satisfied,
        [NamedValue("plan-year", listed.value), NamedValue("since", .date(listed.on))], [listed.source])
    },
    FlagHolds(id: "system.application-recorded", fact: .recordedInSystem),
    FlagHolds(id: "plan.reported-upwards", fact: .annualPlanReported),
    FlagHolds(id: "plan.pushed", fact: .annualPlanPushed),
    FlagHolds(id: "area.assessed", fact: .areaAssessed),
    FlagHolds(id: "special-plan.submitted", fact: .specialPlanSubmitted),
    Judged(id: "plan.batch-implement", consults: [.poolBatch]) { rule, circumstances in
      guard let batch = circumstances.facts[.poolBatch] else { return rule.unknown(.poolBatch) }
      return rule.finding(
        batch.value == .code("implement") && batch.on <= circumstances.on && !batch.isInQuestion ? .satisfied : .violated,
        [NamedValue("batch", batch.value), NamedValue("since", .date(batch.on))], [batch.source])
    },
    FlagHolds(id: "construction-unit.requested", fact: .constructionUnitRequested),
    FlagHolds(id: "construction-unit.fixed", fact: .constructionUnitFixed),
    FlagHolds(id: "task-force.formed", fact: .taskForceFormed),
    FlagHolds(id: "land.settled", fact: .landSettled),
    FlagHolds(id: "hotline.posted", fact: .hotlinePosted),
    FlagHolds(id: "construction-plan.made", fact: .constructionPlanMade),
    FlagHolds(id: "quality.supervision-registered", fact: .qualitySupervisionRegistered),
    FlagHolds(id: "management.joint-meeting-set-up", fact: .jointMeetingSetUp),
    FlagHolds(id: "consultation.held", fact: .consultationHeld),
    FlagHolds(id: "consultation.opinion-formed", fact: .consultationOpinionFormed),
    FlagHolds(id: "review.preliminary-passed", fact: .preliminaryReviewPassed),
    FlagHolds(id: "review.plan-passed", fact: .planReviewPassed),
    FlagHolds(id: "simplified.applicable", fact: .simplifiedRoute),
    FlagHolds(id: "planning.exempt", fact: .planningPermitExempt),
    FlagHolds(id: "code.assigned", fact: .projectCodeAssigned),
    FlagHolds(id: "initiation.approved", fact: .initiationApproved),
    FlagHolds(id: "documents.band-complete", fact: .bandDocumentsApproved),
    FlagHolds(id: "drawings.uploaded", fact: .drawingsUploaded),
    FlagHolds(id: "permit.materials-ready", fact: .permitMaterialsReady),
    FlagHolds(id: "permit.issued", fact: .constructionPermitIssued),
    FlagHolds(id: "tender.recorded", fact: .tenderRecorded),
    FlagHolds(id: "demolition.cleared", fact: .demolitionCleared),
    FlagHolds(id: "construction.started", fact: .constructionStarted),
    FlagHolds(id: "fire.inspection-passed", fact: .fireInspectionPassed),
    FlagHolds(id: "acceptance.parties-present", fact: .acceptancePartiesPresent),
    FlagHolds(id: "acceptance.passed", fact: .acceptancePassed),
    FlagHolds(id: "planning.verified", fact: .planningVerified),
    FlagHolds(id: "filing.completed", fact: .completionFiled),
    FlagHolds(id: "archive.completed", fact: .archived),
    FlagHolds(id: "handover.completed", fact: .handedOver),
    FlagHolds(id: "management.mode-fixed", fact: .managementModeFixed),
    FlagHolds(id: "evaluation.recorded", fact: .evaluationRecorded),
    FlagHolds(id: "evaluation.reported-back", fact: .evaluationReported),
    FlagHolds(id: "initiation.opened", fact: .initiationOpened),
    FlagHolds(id: "maintenance-fund.first-instalment", fact: .firstInstalmentPaid),
    FlagHolds(id: "budget.reviewed", fact: .budgetReviewed),
    FlagHolds(id: "accounts.verified", fact: .finalAccountsVerified),
  ]

  /// The plan vote carried, and it was about the plan version that is valid now: a vote counts for no other
  /// (domain §4.7).
  private static let planCarried = Judged(
    id: "voting.plan-carried", consults: [.planVoteCarried, .planVoteVersion, .planVersion]
  ) { rule, circumstances in
    guard let carried = circumstances.facts[.planVoteCarried] else { return rule.unknown(.planVoteCarried) }
    guard let voted = circumstances.facts[.planVoteVersion] else { return rule.unknown(.planVoteVersion) }
    guard let valid = circumstances.facts[.planVersion] else { return rule.unknown(.planVersion) }
    let holds =
      carried.value == .flag(true) && voted.value == valid.value && carried.on <= circumstances.on && !carried.isInQuestion
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("carried", carried.value), NamedValue("voted-plan", voted.value), NamedValue("valid-plan", valid.value),
        NamedValue("since", .date(carried.on)),
      ],
      [carried.source, valid.source])
  }

  /// The competent office passed the plan version that is valid now: a review counts for no other (Ziyang 4.4).
  private static let reviewedPlanCurrent = Judged(
    id: "review.current-plan-passed", consults: [.planReviewPassed, .planReviewVersion, .planVersion]
  ) { rule, circumstances in
    guard let passed = circumstances.facts[.planReviewPassed] else { return rule.unknown(.planReviewPassed) }
    guard let reviewed = circumstances.facts[.planReviewVersion] else { return rule.unknown(.planReviewVersion) }
    guard let valid = circumstances.facts[.planVersion] else { return rule.unknown(.planVersion) }
    let holds =
      passed.value == .flag(true) && reviewed.value == valid.value && passed.on <= circumstances.on
      && !passed.isInQuestion
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("passed", passed.value), NamedValue("reviewed-plan", reviewed.value),
        NamedValue("valid-plan", valid.value), NamedValue("since", .date(passed.on)),
      ],
      [passed.source, valid.source])
  }

  /// Residents were consulted on the plan version that is valid now; a later version was shown to nobody.
  private static let planConsulted = Judged(
    id: "consultation.plan-consulted", consults: [.consultationRoundsAnswered, .consultedPlan, .planVersion]
  ) { rule, circumstances in
    guard let answered = circumstances.facts[.consultationRoundsAnswered] else {
      return rule.unknown(.consultationRoundsAnswered)
    }
    guard let consulted = circumstances.facts[.consultedPlan] else {
      return answered.value == .flag(true)
        ? rule.unknown(.consultedPlan) : rule.finding(.violated, [NamedValue("holds", answered.value)], [answered.source])
    }
    guard let valid = circumstances.facts[.planVersion] else { return rule.unknown(.planVersion) }
    let holds =
      answered.value == .flag(true) && consulted.value == valid.value && consulted.on <= circumstances.on
      && !consulted.isInQuestion
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("consulted-plan", consulted.value), NamedValue("valid-plan", valid.value)],
      [consulted.source, valid.source])
  }

  /// The plan is signed, and what was signed is the version that is valid now: a signature counts for no other
  /// (Tiexi 6.4).
  private static let planSigned = Judged(
    id: "voting.plan-signed", consults: [.planSigned, .planSignedVersion, .planVersion]
  ) { rule, circumstances in
    guard let signed = circumstances.facts[.planSigned] else { return rule.unknown(.planSigned) }
    guard let version = circumstances.facts[.planSignedVersion] else { return rule.unknown(.planSignedVersion) }
    guard let valid = circumstances.facts[.planVersion] else { return rule.unknown(.planVersion) }
    let holds =
      signed.value == .flag(true) && version.value == valid.value && signed.on <= circumstances.on && !signed.isInQuestion
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("signed", signed.value), NamedValue("signed-plan", version.value),
        NamedValue("valid-plan", valid.value), NamedValue("since", .date(signed.on)),
      ],
      [signed.source, valid.source])
  }

  /// Every objection has a disposition that satisfies the gate (AMB-12).
  private static let noOpenObjection = Judged(id: "notice.no-open-objection", consults: [.objectionsOpen]) {
    rule, circumstances in
    guard let open = circumstances.facts[.objectionsOpen] else { return rule.unknown(.objectionsOpen) }
    return rule.finding(
      open.value == .count(0) ? .satisfied : .violated, [NamedValue("open", open.value)], [open.source])
  }

  /// Cleared resident money is at least the gate's share of what is planned (domain §9.6). Nothing planned is met (§18.4).
  private static let fundsInPlace = Judged(id: "funds.in-place", consults: [.residentFundsPlanned, .residentFundsCleared]) {
    rule, circumstances in
    guard let planned = circumstances.facts[.residentFundsPlanned], case .money(let due) = planned.value else {
      return rule.unknown(.residentFundsPlanned)
    }
    guard let share = rule.parameters.ratio else {
      preconditionFailure("the loader let funds.in-place pass without a ratio")
    }
    if due == .zero {
      return rule.finding(.satisfied, [NamedValue("planned", .money(due))], [planned.source])
    }
    guard let cleared = circumstances.facts[.residentFundsCleared], case .money(let paid) = cleared.value else {
      return rule.unknown(.residentFundsCleared)
    }
    let holds =
      share.isReached(by: paid.fen, of: due.fen) && cleared.on <= circumstances.on && !cleared.isInQuestion
    let needed = Money.least(of: due, reaching: share)
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("planned", .money(due)), NamedValue("cleared", .money(paid)), NamedValue("needed", .money(needed)),
        NamedValue("missing", .money(needed.reduced(by: paid))), NamedValue("required", .share(share)),
        NamedValue("since", .date(cleared.on)),
      ],
      [planned.source, cleared.source])
  }

  /// What is not in yet is pledged (Wenzhou 3.6); with everything in there is no rest to pledge (domain §18.4).
  private static let remainderPledged = Judged(
    id: "funds.remainder-pledged", consults: [.remainderPledged, .fundsCompleteSince]
  ) { rule, circumstances in
    if let complete = circumstances.facts[.fundsCompleteSince], case .date(let since) = complete.value,
      since <= circumstances.on, !complete.isInQuestion
    {
      return Finding(
        rule.rule, .satisfied, force: rule.force, origin: .recommended,
        cites: rule.citations + [.choice("complete-gate-needs-no-pledge")],
        values: [NamedValue("complete-since", .date(since))], sources: [complete.source])
    }
    guard let pledged = circumstances.facts[.remainderPledged] else { return rule.unknown(.remainderPledged) }
    let holds = pledged.value == .flag(true) && pledged.on <= circumstances.on && !pledged.isInQuestion
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("holds", pledged.value), NamedValue("since", .date(pledged.on))], [pledged.source])
  }

  /// Every department that was invited to the survey on the spot answered in writing (Wenzhou 3.3), or the overdue ones
  /// were reminded and recorded: then the step is open, and the finding says for good who was silent (ours).
  private static let siteSurveyAnswered = Judged(
    id: "site-survey.answered", consults: [.siteSurveyAnswered, .siteFeedbackOverdue]
  ) { rule, circumstances in
    guard let answered = circumstances.facts[.siteSurveyAnswered] else { return rule.unknown(.siteSurveyAnswered) }
    let holds = answered.value == .flag(true) && answered.on <= circumstances.on && !answered.isInQuestion
    let values = [NamedValue("answered", answered.value), NamedValue("since", .date(answered.on))]
    if !holds, let overdue = circumstances.facts[.siteFeedbackOverdue], case .count(let silent) = overdue.value,
      silent > 0, overdue.on <= circumstances.on, !overdue.isInQuestion
    {
      return Finding(
        rule.rule, .satisfied, force: rule.force, origin: .recommended,
        cites: rule.citations + [.choice("site-survey-clock")],
        values: values + [NamedValue("overdue", .count(silent)), NamedValue("recorded-on", .date(overdue.on))],
        sources: [answered.source, overdue.source])
    }
    return rule.finding(holds ? .satisfied : .violated, values, [answered.source])
  }

  private static let defectsClosed = Judged(id: "acceptance.defects-closed", consults: [.defectsOpen]) {
    rule, circumstances in
    guard let open = circumstances.facts[.defectsOpen] else {
      return rule.finding(.satisfied, [NamedValue("open", .count(0))], [])
    }
    return rule.finding(
      open.value == .count(0) ? .satisfied : .violated, [NamedValue("open", open.value)], [open.source])
  }

  /// Either the consultation opinion makes the planning permits unnecessary, or they were issued (APR-08).
  private static let planningExemptOrPermitted = Judged(
    id: "planning.exempt-or-permitted", consults: [.planningPermitExempt, .planningPermitsIssued]
  ) { rule, circumstances in
    let exempt = circumstances.facts[.planningPermitExempt]
    let issued = circumstances.facts[.planningPermitsIssued]
    let sources = [exempt?.source, issued?.source].compactMap { $0 }
    if exempt == nil, issued == nil { return rule.unknown(.planningPermitExempt) }
    let holds = exempt?.value == .flag(true) || issued?.value == .flag(true)
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("exempt", exempt?.value ?? .flag(false)), NamedValue("permits-issued", issued?.value ?? .flag(false)),
      ], sources)
  }

  /// The works were verified against the planning permit, or the opinion made permit and verification unnecessary
  /// (plan 4.6).
  private static let planningVerifiedOrWaived = Judged(
    id: "planning.verified-or-waived", consults: [.planningPermitExempt, .planningVerified]
  ) { rule, circumstances in
    let exempt = circumstances.facts[.planningPermitExempt]
    let verified = circumstances.facts[.planningVerified]
    if exempt == nil, verified == nil { return rule.unknown(.planningVerified) }
    let holds = exempt?.value == .flag(true) || verified?.value == .flag(true)
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("waived", exempt?.value ?? .flag(false)), NamedValue("verified", verified?.value ?? .flag(false))],
      [exempt?.source, verified?.source].compactMap { $0 })
  }

  private static let contractorsAppointed = Judged(
    id: "contractors.appointed", consults: [.contractorAppointed, .supervisorAppointed]
  ) { rule, circumstances in
    guard let contractor = circumstances.facts[.contractorAppointed] else { return rule.unknown(.contractorAppointed) }
    guard let supervisor = circumstances.facts[.supervisorAppointed] else { return rule.unknown(.supervisorAppointed) }
    let holds =
      contractor.value == .flag(true) && supervisor.value == .flag(true) && contractor.on <= circumstances.on
      && supervisor.on <= circumstances.on
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("contractor", contractor.value), NamedValue("supervisor", supervisor.value)],
      [contractor.source, supervisor.source])
  }

  /// No step is taken on a project that is suspended or was withdrawn (REC, domain §17.1 note e).
  private static let notHalted = Judged(id: "project.not-halted", consults: [.projectSuspended, .projectWithdrawn]) {
    rule, circumstances in
    let halting = [circumstances.facts[.projectSuspended], circumstances.facts[.projectWithdrawn]].compactMap { $0 }
      .filter { $0.value == .flag(true) }
    return rule.finding(
      halting.isEmpty ? .satisfied : .violated, [NamedValue("halted", .flag(!halting.isEmpty))], halting.map(\.source))
  }
}

extension Money {
  /// The least amount that is at least `share` of `total`.
  static func least(of total: Money, reaching share: Share) -> Money {
    (try? Money(fen: share.least(of: total.fen))) ?? total
  }
}
