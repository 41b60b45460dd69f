import DomainModel

/// What approvals says and hears: the joint consultation and its opinion, the route of approval, the documents of
/// initiation, drawings, pledges and permits.
public enum ApprovalsContract: ServiceContract {
  public static let service = ServiceName.approvals

  public static let ownCommands: [any Command.Type] = [
    OpenSiteSurvey.self, GiveSiteFeedback.self, RecordOverdueFeedback.self, RecordPlanReview.self, CallConsultation.self, GiveOpinion.self,
    HoldConsultation.self, FormOpinion.self, RevokeOpinion.self, ConfirmSimplifiedRoute.self, AssignProjectCode.self,
    OpenInitiation.self, RedeclareInvestment.self, ApproveDocument.self, RecheckBand.self, UploadDrawings.self,
    SubmitPledge.self, SubmitPermitEvidence.self, IssuePlanningPermit.self, IssueConstructionPermit.self,
    IssueWorksPermit.self, RecordExpertArgument.self, ApproveDesignChange.self,
    DeclareLand.self, ApproveLand.self, DecideCase.self, ConfirmRevision.self,
  ]

  public static let ownEvents: [any Event.Type] = [
    SiteSurveyHeld.self, SiteFeedbackGiven.self, SiteFeedbackOverdue.self, PlanReviewRecorded.self, ConsultationCalled.self, OpinionGiven.self,
    ConsultationHeld.self, OpinionFormed.self, OpinionRevoked.self, RouteConfirmed.self, ProjectCodeAssigned.self,
    InitiationOpened.self, InvestmentRedeclared.self, DocumentApproved.self, BandRechecked.self, DrawingsUploaded.self,
    PledgeSubmitted.self, PermitEvidenceSubmitted.self, PlanningPermitIssued.self, ConstructionPermitIssued.self,
    WorksPermitIssued.self, ExpertArgumentRecorded.self, DesignChangeApproved.self,
    LandDeclared.self, LandApproved.self, CaseDecided.self, RevisionConfirmed.self,
  ]

  public static let ownQueries: [any Query.Type] = [
    ConsultationQuery.self, OverdueOpinionsQuery.self, DocumentsQuery.self, PermitsQuery.self, PlanReviewsQuery.self,
  ]

  public static let ownRefusals = RefusalCode.approvals
}
