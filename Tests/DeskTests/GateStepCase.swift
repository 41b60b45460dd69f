/// The rules that only their step can judge, pack by pack: the tests that show them satisfied and violated. The violated one
/// names rule and article. That each is also satisfied for real, by its service and with its article, `GateStoryTests` sees in
/// the receipts of the cities' stories.
struct GateStepCase: Sendable {
  let pack: String
  let rule: String
  let satisfied: String
  let violated: String

  init(_ pack: String, _ rule: String, satisfied: String, violated: String) {
    self.pack = pack
    self.rule = rule
    self.satisfied = satisfied
    self.violated = violated
  }

  static let all: [GateStepCase] = [
    // Notices and rounds.
    GateStepCase(
      "yueqing", "notice.open", satisfied: "VotingTests/RoundOpeningTests: on the plan is possible only while",
      violated: "VotingTests/RoundOpeningTests: on the plan is possible only while"),
    GateStepCase(
      "yueqing", "notice.minimum-reached", satisfied: "VotingTests/NoticeTests: ends when its days are complete",
      violated: "VotingTests/NoticeTests: does not end a day early"),
    GateStepCase(
      "wenzhou", "notice.minimum-reached", satisfied: "VotingTests/WenzhouVotingTests: hangs five working days",
      violated: "VotingTests/WenzhouVotingTests: hangs five working days"),
    GateStepCase(
      "yueqing", "notice.vote-closed", satisfied: "VotingTests/NoticeTests: ends when its days are complete",
      violated: "VotingTests/NoticeTests: does not end before the vote is closed"),
    GateStepCase(
      "yueqing", "notice.summary-attached", satisfied: "VotingTests/NoticeTests: ends when its days are complete",
      violated: "VotingTests/NoticeTests: does not end before the vote is closed"),
    GateStepCase(
      "yueqing", "notice.summary-visible", satisfied: "VotingTests/NoticeTests: is content with a summary",
      violated: "VotingTests/NoticeTests: tells of a summary"),
    GateStepCase(
      "sichuan", "consultation.comments-sorted", satisfied: "VotingTests/ConsultationRoundTests: a comment that is only",
      violated: "VotingTests/ConsultationRoundTests: end when all is sorted"),
    GateStepCase(
      "ziyang", "consultation.comments-sorted", satisfied: "VotingTests/InPrincipleTests: ends only when every comment",
      violated: "VotingTests/InPrincipleTests: ends only when every comment"),
    GateStepCase(
      "sichuan", "consultation.plan-optimised", satisfied: "VotingTests/ConsultationRoundTests: a comment that is only",
      violated: "VotingTests/ConsultationRoundTests: end when all is sorted"),
    // The year's plan.
    GateStepCase(
      "yueqing", "plan.deadline", satisfied: "IntakeTests/AnnualPlanTests: 31 May is in time",
      violated: "IntakeTests/AnnualPlanTests: 31 May is in time"),
    GateStepCase(
      "wenzhou", "plan.deadline", satisfied: "IntakeTests/WenzhouFilingTests: a declaration is filed once",
      violated: "IntakeTests/WenzhouFilingTests: a declaration is filed once"),
    // Approvals.
    GateStepCase(
      "yueqing", "documents.merge-allowed", satisfied: "ApprovalsTests/InitiationTests: merges up to and including",
      violated: "ApprovalsTests/InitiationTests: refuses a merged approval beyond the band"),
    GateStepCase(
      "wenzhou", "documents.merge-allowed", satisfied: "ApprovalsTests/WenzhouApprovalTests: merges up to and including",
      violated: "ApprovalsTests/WenzhouApprovalTests: merges up to and including"),
    GateStepCase(
      "yueqing", "planning.exemption-stated", satisfied: "ApprovalsTests/ExemptionTests: once the simplified route",
      violated: "ApprovalsTests/ExemptionTests: not for an opinion that does not state it"),
    GateStepCase(
      "wenzhou", "planning.exemption-stated",
      satisfied: "ApprovalsTests/WenzhouApprovalTests: an exemption is confirmed only",
      violated: "ApprovalsTests/WenzhouApprovalTests: an exemption is confirmed only"),
    // Money.
    GateStepCase(
      "yueqing", "funds.purpose-allowed", satisfied: "FundingTests/DisbursementTests: money for lifts pays no project",
      violated: "FundingTests/DisbursementTests: money for lifts pays no project"),
    GateStepCase(
      "ziyang", "funds.purpose-allowed", satisfied: "FundingTests/GovernmentMoneyTests: project money is paid for the",
      violated: "FundingTests/GovernmentMoneyTests: project money is paid for the"),
    GateStepCase(
      "yueqing", "subsidy.start-in-scope", satisfied: "FundingTests/SettlementTests: the formula is for works begun",
      violated: "FundingTests/SettlementTests: the formula is for works begun"),
    // Works.
    GateStepCase(
      "tiexi", "start.month-reached", satisfied: "SupervisionTests/PilotTests: a pilot starts from May",
      violated: "SupervisionTests/PilotTests: a pilot starts from May"),
    GateStepCase(
      "sichuan", "change.order-kept", satisfied: "SupervisionTests/WorkflowSiteTests: a minor change needs only",
      violated: "SupervisionTests/WorkflowSiteTests: a major change is carried out only"),
    GateStepCase(
      "yueqing", "filing.materials-complete", satisfied: "SupervisionTests/FilingTests: exactly two documents",
      violated: "SupervisionTests/FilingTests: each missing document is told"),
    GateStepCase(
      "wenzhou", "filing.materials-complete", satisfied: "SupervisionTests/WenzhouWorksTests: two papers file",
      violated: "SupervisionTests/WenzhouWorksTests: two papers file"),
    GateStepCase(
      "yueqing", "handover.jointly-accepted", satisfied: "SupervisionTests/HandoverTests: utilities go over only",
      violated: "SupervisionTests/HandoverTests: utilities go over only"),
    GateStepCase(
      "wenzhou", "handover.jointly-accepted", satisfied: "SupervisionTests/WenzhouWorksTests: utilities go over after",
      violated: "SupervisionTests/WenzhouWorksTests: utilities go over after"),
    GateStepCase(
      "sichuan", "evaluation.voices-heard", satisfied: "SupervisionTests/WorkflowSiteTests: the result is evaluated once",
      violated: "SupervisionTests/WorkflowSiteTests: the result is evaluated once"),
  ]
}
