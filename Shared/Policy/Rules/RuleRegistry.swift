import DomainModel

/// The closed list of rules that a pack's gates may name.
public enum RuleRegistry {
  public static let rules: [any Rule] = flags + [
    planCarried, noOpenObjection, fundsInPlace, defectsClosed, planningExemptOrPermitted, planningVerifiedOrWaived, contractorsAppointed, notHalted,
  ]

  private static let byID = Dictionary(rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  /// A rule by its id; nil for one that only its step can judge.
  public static func rule(_ id: RuleID) -> (any Rule)? { byID[id] }

  /// Rules that look at the command itself, judged by the decision that takes the step.
  public static let judgedByStep: Set<RuleID> = [
    "plan.deadline", "notice.open", "notice.minimum-reached", "notice.vote-closed", "notice.summary-attached",
    "notice.summary-visible", "documents.merge-allowed", "planning.exemption-stated", "filing.materials-complete",
    "handover.jointly-accepted", "subsidy.start-in-scope", "funds.purpose-allowed",
  ]

  /// Whether a rule looks at nothing but these facts: one that a step's own command states is no condition of it.
  public static func asksOnly(for facts: Set<FactKey>, _ rule: RuleID) -> Bool {
    guard let consults = byID[rule]?.consults, !consults.isEmpty else { return false }
    return facts.isSuperset(of: consults)
  }

  /// Every rule that a gate may name, for the loader of packs.
  public static var knownRules: Set<String> { Set((rules.map(\.id) + judgedByStep).map(\.rawValue)) }

  /// What the rule finds over the known facts. A rule that only its step can judge is left unknown, which stops the step.
  public static func finding(under rule: GateRule, in circumstances: Circumstances) -> Finding {
    byID[rule.rule]?.finding(under: rule, in: circumstances) ?? rule.finding(.unknown)
  }

  private static let flags: [any Rule] = [
    FlagHolds(id: "survey.recorded", fact: .surveyRecorded),
    FlagHolds(id: "eligibility.not-excluded", fact: .eligible),
    FlagHolds(id: "self-governance.formed", fact: .selfGovernanceFormed),
    FlagHolds(id: "voting.roll-sealed", fact: .rollSealed),
    FlagHolds(id: "voting.willingness-carried", fact: .willingnessCarried),
    FlagHolds(id: "voting.vote-closed", fact: .planVoteClosed),
    FlagHolds(id: "voting.summary-attached", fact: .voteSummaryAttached),
    FlagHolds(id: "voting.plan-signed", fact: .planSigned),
    Judged(id: "notice.posted", consults: [.planNoticePosted]) { rule, circumstances in
      guard let posted = circumstances.facts[.planNoticePosted] else { return rule.unknown(.planNoticePosted) }
      var isPosted = false
      if case .date(let day) = posted.value { isPosted = day <= circumstances.on && circumstances.counts(posted) }
      return rule.finding(
        isPosted ? .satisfied : .violated,
        [
          NamedValue("posted", posted.value), NamedValue("since", .date(posted.on)),
          NamedValue("on", .date(circumstances.on)),
        ] + circumstances.doubts(posted), [posted.source])
    },
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
    FlagHolds(id: "construction-unit.fixed", fact: .constructionUnitFixed),
    FlagHolds(id: "site-survey.answered", fact: .siteSurveyAnswered),
    FlagHolds(id: "consultation.held", fact: .consultationHeld),
    FlagHolds(id: "consultation.opinion-formed", fact: .consultationOpinionFormed),
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
    FlagHolds(id: "accounts.verified", fact: .finalAccountsVerified),
    FlagHolds(id: "funds.remainder-pledged", fact: .remainderPledged),
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

  /// Every objection has a disposition that satisfies the gate (AMB-12).
  private static let noOpenObjection = Judged(id: "notice.no-open-objection", consults: [.objectionsOpen]) {
    rule, circumstances in
    guard let open = circumstances.facts[.objectionsOpen] else { return rule.unknown(.objectionsOpen) }
    return rule.finding(
      open.value == .count(0) && !open.isInQuestion ? .satisfied : .violated,
      [NamedValue("open", open.value)] + circumstances.doubts(open), [open.source])
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

  private static let defectsClosed = Judged(id: "acceptance.defects-closed", consults: [.defectsOpen]) {
    rule, circumstances in
    guard let open = circumstances.facts[.defectsOpen] else {
      return rule.finding(.satisfied, [NamedValue("open", .count(0))], [])
    }
    return rule.finding(
      open.value == .count(0) && circumstances.counts(open) ? .satisfied : .violated,
      [NamedValue("open", open.value), NamedValue("since", .date(open.on))] + circumstances.doubts(open), [open.source])
  }

  /// Either the consultation opinion makes the planning permits unnecessary, or they were issued (APR-08).
  private static let planningExemptOrPermitted = Judged(
    id: "planning.exempt-or-permitted", consults: [.planningPermitExempt, .planningPermitsIssued]
  ) { rule, circumstances in
    let exempt = circumstances.facts[.planningPermitExempt]
    let issued = circumstances.facts[.planningPermitsIssued]
    let sources = [exempt?.source, issued?.source].compactMap { $0 }
    if exempt == nil, issued == nil { return rule.unknown(.planningPermitExempt) }
    let holds = circumstances.holds(exempt) || circumstances.holds(issued)
    return rule.finding(
      holds ? .satisfied : .violated,
      [
        NamedValue("exempt", exempt?.value ?? .flag(false)), NamedValue("permits-issued", issued?.value ?? .flag(false)),
      ] + circumstances.doubts(exempt, issued), sources)
  }

  /// The works were verified against the planning permit, or the opinion made permit and verification unnecessary
  /// (plan 4.6).
  private static let planningVerifiedOrWaived = Judged(
    id: "planning.verified-or-waived", consults: [.planningPermitExempt, .planningVerified]
  ) { rule, circumstances in
    let exempt = circumstances.facts[.planningPermitExempt]
    let verified = circumstances.facts[.planningVerified]
    if exempt == nil, verified == nil { return rule.unknown(.planningVerified) }
    let holds = circumstances.holds(exempt) || circumstances.holds(verified)
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("waived", exempt?.value ?? .flag(false)), NamedValue("verified", verified?.value ?? .flag(false))]
        + circumstances.doubts(exempt, verified),
      [exempt?.source, verified?.source].compactMap { $0 })
  }

  private static let contractorsAppointed = Judged(
    id: "contractors.appointed", consults: [.contractorAppointed, .supervisorAppointed]
  ) { rule, circumstances in
    guard let contractor = circumstances.facts[.contractorAppointed] else { return rule.unknown(.contractorAppointed) }
    guard let supervisor = circumstances.facts[.supervisorAppointed] else { return rule.unknown(.supervisorAppointed) }
    let holds = circumstances.holds(contractor) && circumstances.holds(supervisor)
    return rule.finding(
      holds ? .satisfied : .violated,
      [NamedValue("contractor", contractor.value), NamedValue("supervisor", supervisor.value)]
        + circumstances.doubts(contractor, supervisor),
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
