import Contracts
import ServiceKit

/// What makes supervision: the works, their acceptance, hand-over, warranty and evaluation.
public enum SupervisionService {
  public static let definition = ServiceDefinition(
    contract: SupervisionContract.self,
    decisions: [
      AnyDecision(RecordTenderDecision.self), AnyDecision(AppointContractorDecision.self),
      AnyDecision(AppointSupervisorDecision.self), AnyDecision(SetUpSitePlatformDecision.self),
      AnyDecision(StartConstructionDecision.self), AnyDecision(RecordUnpermittedStartDecision.self),
      AnyDecision(RecordAccidentDecision.self), AnyDecision(RecordDemolitionDecision.self),
      AnyDecision(RecordInspectionDecision.self), AnyDecision(RecordConcealedWorksDecision.self),
      AnyDecision(FixDefectDecision.self), AnyDecision(RecheckDefectDecision.self),
      AnyDecision(OpenTicketDecision.self), AnyDecision(ResolveTicketDecision.self),
      AnyDecision(ProposeChangeDecision.self), AnyDecision(JustifyChangeDecision.self),
      AnyDecision(ClassifyChangeDecision.self), AnyDecision(ApproveChangeDecision.self),
      AnyDecision(PublishChangeDecision.self), AnyDecision(ExecuteChangeDecision.self),
      AnyDecision(ReportProgressDecision.self), AnyDecision(RegisterResidentSupervisorDecision.self),
      AnyDecision(RecordObservationDecision.self), AnyDecision(PassFireInspectionDecision.self),
      AnyDecision(RecordAcceptanceDecision.self), AnyDecision(PassAcceptanceDecision.self),
      AnyDecision(RecordPlanningVerificationDecision.self), AnyDecision(FileCompletionDecision.self),
      AnyDecision(ArchiveProjectDecision.self), AnyDecision(DeclareAssetClassesDecision.self),
      AnyDecision(HandOverDecision.self), AnyDecision(TakeOverDecision.self),
      AnyDecision(ReportWarrantyDefectDecision.self), AnyDecision(FixWarrantyDefectDecision.self),
      AnyDecision(FixManagementModeDecision.self), AnyDecision(RecordQuestionnairesDecision.self),
      AnyDecision(EvaluateDecision.self), AnyDecision(ReportEvaluationDecision.self),
      AnyDecision(DesignatePilotDecision.self), AnyDecision(PostHotlineDecision.self),
      AnyDecision(RecordConstructionPlanDecision.self), AnyDecision(RegisterQualitySupervisionDecision.self),
      AnyDecision(SetUpJointMeetingDecision.self), AnyDecision(RecordAppraisalDecision.self),
    ],
    folds: Works.folds + SiteFlag.folds + IllegalStructure.folds + Defect.folds + Ticket.folds + Change.folds
      + HeardApproval.folds + Watcher.folds + WorksMilestone.folds + Acceptance.folds + Handover.folds
      + WarrantyClaim.folds + Poll.folds + Evaluation.folds,
    reactions: OnDesignChangeApproved.reactions,
    queries: WorksQueries.handlers + CompletionQueries.handlers + LongTermQueries.handlers,
    deadlines: SupervisionDeadlines.reader, invariants: SupervisionInvariants.all)
}
