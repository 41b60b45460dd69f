import Contracts
import DomainModel
import ServiceKit

/// The approvals of a project, from the joint consultation to the construction permit.
public enum ApprovalsService {
  public static let definition = ServiceDefinition(
    contract: ApprovalsContract.self, decisions: decisions, folds: folds,
    queries: [
      ConsultationReading.handler, OverdueReading.handler, ChecklistReading.handler, PermitsReading.handler,
      PlanReviewsReading.handler,
    ],
    deadlines: ApprovalsDeadlines.reader, invariants: ApprovalsInvariants.all)

  private static let decisions: [AnyDecision] = [
    AnyDecision(OpenSiteSurveyDecision.self), AnyDecision(GiveSiteFeedbackDecision.self),
    AnyDecision(RecordOverdueFeedbackDecision.self),
    AnyDecision(RecordPlanReviewDecision.self), AnyDecision(CallConsultationDecision.self),
    AnyDecision(GiveOpinionDecision.self), AnyDecision(HoldConsultationDecision.self),
    AnyDecision(FormOpinionDecision.self), AnyDecision(ConfirmPlanningExemptionDecision.self),
    AnyDecision(RevokeOpinionDecision.self),
    AnyDecision(ConfirmSimplifiedRouteDecision.self), AnyDecision(AssignProjectCodeDecision.self),
    AnyDecision(OpenInitiationDecision.self), AnyDecision(RedeclareInvestmentDecision.self),
    AnyDecision(ApproveDocumentDecision.self), AnyDecision(RecheckBandDecision.self),
    AnyDecision(UploadDrawingsDecision.self), AnyDecision(SubmitPledgeDecision.self),
    AnyDecision(SubmitPermitEvidenceDecision.self), AnyDecision(IssuePlanningPermitDecision.self),
    AnyDecision(IssueConstructionPermitDecision.self), AnyDecision(IssueWorksPermitDecision.self),
    AnyDecision(RecordExpertArgumentDecision.self), AnyDecision(ApproveDesignChangeDecision.self),
    AnyDecision(DeclareLandDecision.self), AnyDecision(ApproveLandDecision.self), AnyDecision(DecideCaseDecision.self),
    AnyDecision(ConfirmRevisionDecision.self),
  ]

  private static let folds: [Fold] =
    ApprovalFile.folds + CodeUse.folds + Consultation.folds + Initiation.folds + PermitFile.folds + ExpertArgument.folds
    + ApprovedChange.folds + SiteSurvey.folds + PlanReviewFile.folds
}
