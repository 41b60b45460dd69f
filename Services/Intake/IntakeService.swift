import Contracts
import ServiceKit

/// The service that takes a community from survey to the annual plan, and keeps the project's timeline.
public enum IntakeService {
  public static let definition = ServiceDefinition(
    contract: IntakeContract.self,
    decisions: [
      AnyDecision(RegisterCommunityDecision.self), AnyDecision(RecordSurveyDecision.self),
      AnyDecision(AssessEligibilityDecision.self), AnyDecision(DecideEligibilityReviewDecision.self),
      AnyDecision(RegisterSelfGovernanceDecision.self), AnyDecision(OpenProjectDecision.self),
      AnyDecision(AdoptEditionDecision.self), AnyDecision(SuspendProjectDecision.self),
      AnyDecision(ResumeProjectDecision.self), AnyDecision(WithdrawProjectDecision.self),
      AnyDecision(CommissionSchemeDecision.self), AnyDecision(RecordPlanDecision.self),
      AnyDecision(SubmitApplicationDecision.self), AnyDecision(ReviewApplicationDecision.self),
      AnyDecision(RecordRankingFactsDecision.self), AnyDecision(SubmitDeclarationDecision.self),
      AnyDecision(ReviewDeclarationDecision.self), AnyDecision(FileDeclarationDecision.self),
      AnyDecision(ReportToCityDecision.self),
      AnyDecision(AssessFiscalCapacityDecision.self), AnyDecision(RecordCompetitiveReviewDecision.self),
      AnyDecision(RecordCityConsentDecision.self), AnyDecision(AdoptAnnualPlanDecision.self),
      AnyDecision(ReportAnnualPlanDecision.self), AnyDecision(FixConstructionUnitDecision.self),
      AnyDecision(AssessAreaDecision.self), AnyDecision(CompileSpecialPlanDecision.self),
      AnyDecision(AdvanceSpecialPlanDecision.self), AnyDecision(AssignBatchesDecision.self),
      AnyDecision(ApplyCentralBudgetDecision.self), AnyDecision(RequestConstructionUnitDecision.self),
      AnyDecision(FormTaskForceDecision.self),
      AnyDecision(RecordInSystemDecision.self), AnyDecision(RecordSystemAnswerDecision.self),
      AnyDecision(PushAnnualPlanDecision.self), AnyDecision(RecordPushAnswerDecision.self),
      AnyDecision(WriteOffProjectDecision.self),
    ],
    folds: Community.folds + CurrentSurvey.folds + EligibilityCase.folds + OwnersBody.folds + ProjectCase.folds
      + PlanVersion.folds + YearPlan.folds + SpecialPlan.folds + Preparation.folds + TimelineEntry.folds,
    queries: [
      CommunityReports.handler, ProjectReports.one, ProjectReports.list, PlanReports.handler, Timelines.handler,
      Outlooks.handler, WaitingLists.handler, AnnualPlanReports.handler, OutboundReports.handler,
      RegisterReports.handler, ImageReports.handler, PreparationReports.handler, Courses.handler,
    ],
    deadlines: IntakeDeadlines.reader, invariants: IntakeInvariants.all)
}
