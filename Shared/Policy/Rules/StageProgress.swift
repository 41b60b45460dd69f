import DomainModel

/// How far a project has come: which facts tell that a stage was reached, and which step reaches it. One table for all
/// cities; the order of stages is each pack's own (domain §17.1).
public enum StageProgress {
  /// What marks one stage.
  public struct Mark: Sendable {
    /// All of these must hold; empty for stages that no fact tells of.
    public let facts: [FactKey]
    /// The command that reaches the stage, whose gate guards it.
    public let step: WireName?
    /// Which of the step's cases, where one command serves several.
    public let `case`: Identifier<SlugKind>?

    init(_ facts: [FactKey], by step: WireName?, case name: Identifier<SlugKind>? = nil) {
      self.facts = facts
      self.step = step
      self.case = name
    }
  }

  /// A stage of the pack as a project stands to it.
  public struct Standing: Sendable {
    public let stage: Stage
    public let isReached: Bool
    public let mark: Mark?
    /// What tells that the stage was reached; any one of them does.
    public let marks: [Mark]
  }

  /// By stage code.
  public static let marks: [String: Mark] = [
    "S00": Mark([.surveyRecorded], by: "intake.record-survey"),
    "S01": Mark([.projectOpened], by: "intake.open-project"),
    "S02": Mark([.selfGovernanceFormed], by: "intake.register-self-governance"),
    "S03": Mark([.willingnessCarried], by: "voting.open-round", case: "willingness"),
    "S04": Mark([.willingnessNoticeClosed], by: "voting.close-notice"),
    "S05": Mark([.applicationSubmitted], by: "intake.submit-application"),
    "S06": Mark([.applicationAgreed], by: "intake.review-application"),
    "S07": Mark([.recordedInSystem], by: "intake.record-in-system"),
    "S08": Mark([.areaAssessed, .specialPlanSubmitted], by: "intake.compile-special-plan"),
    "S09": Mark([.schemeCommissioned], by: "intake.commission-scheme"),
    "S10": Mark([.siteSurveyAnswered], by: "approvals.give-site-feedback"),
    "S11": Mark([.preliminaryReviewPassed], by: "approvals.record-plan-review", case: "preliminary"),
    "S11b": Mark([.planReviewPassed], by: "approvals.record-plan-review", case: "detailed"),
    "S12": Mark([.planVersion], by: "intake.record-plan"),
    "S13": Mark([.firstConsultationClosed], by: "voting.open-consultation-round", case: "round-1"),
    "S14": Mark([.consultationRoundsAnswered], by: "voting.open-consultation-round", case: "round-2"),
    "S15": Mark([.planVoteCarried], by: "voting.open-round", case: "plan"),
    "S16": Mark([.planNoticeClosed], by: "voting.close-notice"),
    "S17": Mark([.declarationSubmitted], by: "intake.submit-declaration"),
    "S18": Mark([.declarationReviewed], by: "intake.review-declaration"),
    // The money gate is passed by the step it guards; money may be complete long before.
    "S19": Mark([.reportedToCity], by: "intake.report-to-city"),
    "S20": Mark([.competitiveReviewPassed], by: "intake.record-competitive-review"),
    "S21": Mark([.annualPlanListed], by: "intake.adopt-annual-plan"),
    "S22": Mark([.annualPlanReported, .annualPlanPushed], by: "intake.push-annual-plan"),
    "S22b": Mark([.constructionUnitFixed], by: "intake.fix-construction-unit"),
    "S23": Mark([.consultationOpinionFormed], by: "approvals.form-opinion"),
    "S24": Mark([.initiationApproved], by: "approvals.open-initiation"),
    "S24a": Mark([.initiationOpened], by: "approvals.open-initiation"),
    "S25": Mark([.bandDocumentsApproved, .drawingsUploaded], by: "approvals.approve-document"),
    "S26": Mark([.contractorAppointed], by: "supervision.record-tender"),
    "S27": Mark([.constructionPermitIssued], by: "approvals.issue-construction-permit"),
    "S28": Mark([.constructionStarted], by: "supervision.start-construction"),
    "S29": Mark([.demolitionCleared], by: "supervision.record-demolition"),
    "S30": Mark([.constructionStarted], by: "supervision.start-construction"),
    "S31": Mark([.acceptancePassed], by: "supervision.pass-acceptance"),
    "S32": Mark([.completionFiled], by: "supervision.file-completion"),
    "S33": Mark([.finalAccountsVerified], by: "funding.verify-final-accounts"),
    "S34": Mark([.archived], by: "supervision.archive"),
    "S35": Mark([.handedOver], by: "supervision.hand-over"),
    // The mode may be fixed in the plan; the stage begins when the works are handed over.
    "S36": Mark([.handedOver, .managementModeFixed], by: "supervision.fix-management-mode"),
    "S37": Mark([.evaluationRecorded], by: "supervision.evaluate"),
    "S38": Mark([.writtenOff], by: "intake.write-off-project"),
  ]

  /// What marks a stage in cities whose course reaches it by another step.
  static let otherMarks: [String: Mark] = [
    // Who was silent was reminded and recorded: the survey is over without their answer.
    "S10": Mark([.siteFeedbackOverdue], by: "approvals.record-overdue-feedback"),
    // Wenzhou's first money gate stands before the initiation, not before a report.
    "S19": Mark([.initiationOpened], by: "approvals.open-initiation"),
  ]

  /// What marks a stage of this edition: where a signature takes the vote's place, the stage of the vote is reached by it
  /// (Tiexi 6.4).
  public static func mark(of code: StageCode, under edition: Edition) -> Mark? {
    if code == "S15", edition.stated(\.rounds.plan.mode).value == .signature {
      return Mark([.planSigned], by: "voting.confirm-signatures")
    }
    return marks[code.rawValue]
  }

  /// Every stage of the pack in its order, and whether the project reached it.
  public static func standings(of facts: ProjectFacts, under edition: Edition) -> [Standing] {
    edition.file.stages.map { cited in
      let code = cited.item.code.rawValue
      let known = [mark(of: cited.item.code, under: edition), otherMarks[code]].compactMap { $0 }
      // The step that the pack guards is the one that it reaches the stage by.
      let own = known.first { mark in mark.step.map { !edition.gate(of: $0, case: mark.case).isEmpty } ?? false }
      return Standing(
        stage: cited.item, isReached: known.contains { isReached($0, facts) }, mark: own ?? known.first,
        marks: known)
    }
  }

  /// The furthest formal stage that was reached. Informal ones do not say how far a project is: a construction unit
  /// may be named, or a structure removed, long before its turn. Of stages that run side by side the later in the pack.
  public static func stage(of facts: ProjectFacts, under edition: Edition) -> Stage? {
    standings(of: facts, under: edition).filter { $0.isReached && $0.stage.kind == .formal }.map(\.stage)
      .reduce(nil) { furthest, next in (furthest?.order ?? 0) <= next.order ? next : furthest }
  }

  /// What lies ahead: formal stages not reached, from the stage that the project stands at, and whatever runs beside them.
  public static func ahead(of facts: ProjectFacts, under edition: Edition) -> [Standing] {
    let order = stage(of: facts, under: edition)?.order ?? 0
    return standings(of: facts, under: edition).filter {
      !$0.isReached && !($0.mark?.facts.isEmpty ?? true)
        && ($0.stage.kind == .parallel || $0.stage.kind == .formal && $0.stage.order >= order)
    }
  }

  private static func isReached(_ mark: Mark, _ facts: ProjectFacts) -> Bool {
    !mark.facts.isEmpty
      && mark.facts.allSatisfy { key in
        guard let fact = facts[key] else { return false }
        return fact.value != .flag(false) && fact.value != .count(0)
      }
  }
}
