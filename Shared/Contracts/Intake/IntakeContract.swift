import DomainModel

/// What intake says and hears.
public enum IntakeContract: ServiceContract {
  public static let service = ServiceName.intake

  public static let ownCommands: [any Command.Type] = [
    RegisterCommunity.self, RecordSurvey.self, AssessEligibility.self, DecideEligibilityReview.self,
    RegisterSelfGovernance.self, OpenProject.self, AdoptEdition.self, SuspendProject.self, ResumeProject.self,
    WithdrawProject.self, CommissionScheme.self, RecordPlan.self, SubmitApplication.self, ReviewApplication.self,
    RecordRankingFacts.self, SubmitDeclaration.self, ReviewDeclaration.self, FileDeclaration.self, ReportToCity.self,
    AssessFiscalCapacity.self, RecordCompetitiveReview.self, RecordCityConsent.self, AdoptAnnualPlan.self,
    ReportAnnualPlan.self, FixConstructionUnit.self, RecordInSystem.self, RecordSystemAnswer.self,
    PushAnnualPlan.self, RecordPushAnswer.self, WriteOffProject.self, AssessArea.self, CompileSpecialPlan.self,
    AdvanceSpecialPlan.self, AssignBatches.self, ApplyCentralBudget.self, RequestConstructionUnit.self,
    FormTaskForce.self,
  ]

  public static let ownEvents: [any Event.Type] = [
    CommunityRegistered.self, SurveyRecorded.self, EligibilityAssessed.self, EligibilityReviewDecided.self,
    SelfGovernanceRegistered.self, CommunityStandingTold.self, ProjectOpened.self, EditionAdopted.self,
    ProjectSuspended.self, ProjectResumed.self, ProjectWithdrawn.self, SchemeCommissioned.self, PlanRecorded.self,
    PlanPapersRecorded.self, ApplicationSubmitted.self, ApplicationReviewed.self, RankingFactsRecorded.self,
    DeclarationSubmitted.self, DeclarationReviewed.self, DeclarationFiled.self, ReportedToCity.self, FiscalCapacityAssessed.self,
    FiscalCapacityConfirmed.self, CompetitiveReviewRecorded.self, CityConsented.self, AnnualPlanAdopted.self,
    AnnualPlanListed.self, AnnualPlanReported.self, ConstructionUnitFixed.self, AreaAssessed.self, SpecialPlanCompiled.self,
    SpecialPlanAdvanced.self, SpecialPlanTold.self, BatchAssigned.self, CentralBudgetApplied.self,
    CentralBudgetSought.self, ConstructionUnitRequested.self, TaskForceFormed.self, SystemEntryPrepared.self,
    SystemEntryAnswered.self, AnnualPlanPushPrepared.self, AnnualPlanPushAnswered.self, AnnualPlanPushed.self,
    ListingReported.self, ProjectWrittenOff.self,
  ]

  public static let ownQueries: [any Query.Type] = [
    CommunityQuery.self, ProjectReportQuery.self, ProjectsQuery.self, TimelineQuery.self, OutlookQuery.self,
    CourseQuery.self,
    PlanQuery.self, WaitingListQuery.self, AnnualPlanQuery.self, OutboundQuery.self, RegisterQuery.self,
    ImagesQuery.self, PreparationQuery.self,
  ]

  public static let ownRefusals: [RefusalCode] = RefusalCode.intake
}
