import DomainModel

/// What supervision says and hears.
public enum SupervisionContract: ServiceContract {
  public static let service = ServiceName.supervision

  public static let ownCommands: [any Command.Type] = [
    RecordTender.self, AppointContractor.self, AppointSupervisor.self, SetUpSitePlatform.self, StartConstruction.self,
    RecordUnpermittedStart.self, RecordAccident.self, RecordDemolition.self, RecordInspection.self,
    RecordConcealedWorks.self, FixDefect.self, RecheckDefect.self, OpenTicket.self, ResolveTicket.self,
    ProposeChange.self, JustifyChange.self, ClassifyChange.self, ApproveChange.self, PublishChange.self,
    ExecuteChange.self, ReportProgress.self, RegisterResidentSupervisor.self, RecordObservation.self,
    PassFireInspection.self, RecordAcceptance.self, PassAcceptance.self, RecordPlanningVerification.self,
    FileCompletion.self, ArchiveProject.self, DeclareAssetClasses.self, HandOver.self, TakeOver.self,
    ReportWarrantyDefect.self, FixWarrantyDefect.self, FixManagementMode.self, RecordQuestionnaires.self,
    Evaluate.self, ReportEvaluation.self, DesignatePilot.self, PostHotline.self, RecordConstructionPlan.self,
    RegisterQualitySupervision.self, SetUpJointMeeting.self, RecordAppraisal.self,
  ]

  public static let ownEvents: [any Event.Type] = [
    TenderRecorded.self, ContractorAppointed.self, SupervisorAppointed.self, SitePlatformSetUp.self,
    ConstructionStarted.self, UnpermittedStartRecorded.self, AccidentRecorded.self, DemolitionRecorded.self,
    InspectionRecorded.self, ConcealedWorksRecorded.self, DefectFixed.self, DefectRechecked.self, TicketOpened.self,
    TicketResolved.self, ChangeProposed.self, ChangeJustified.self, ChangeClassified.self, ChangeDecided.self,
    ChangeApprovalHeard.self, ChangePublished.self, ChangeExecuted.self, ProgressReported.self,
    ResidentSupervisorRegistered.self, ObservationRecorded.self, FireInspectionRecorded.self, AcceptanceHeld.self,
    AcceptancePassed.self, PlanningVerificationRecorded.self, CompletionFiled.self, ProjectArchived.self,
    AssetClassesDeclared.self, HandoverArranged.self, AssetsTakenOver.self, WarrantyDefectReported.self,
    WarrantyDefectFixed.self, ManagementModeFixed.self, QuestionnairesRecorded.self, EvaluationRecorded.self,
    EvaluationReported.self, PilotDesignated.self, HotlinePosted.self, ConstructionPlanRecorded.self,
    QualitySupervisionRegistered.self, JointMeetingSetUp.self, AppraisalRecorded.self,
  ]

  public static let ownQueries: [any Query.Type] = [
    WorksQuery.self, AcceptanceQuery.self, WarrantyQuery.self, EvaluationQuery.self, HandoverQuery.self,
    TicketsQuery.self, ChangesQuery.self,
  ]

  public static let ownRefusals: [RefusalCode] = [
    .worksAlreadyStarted, .worksNotStarted, .channelMissing, .photoMissing, .structureRepeated, .itemsMissing,
    .dayAhead, .progressBackwards, .watcherUnknown, .defectUnknown, .defectNotOpen, .defectNotFixed, .ticketUnknown,
    .ticketEnded, .changeUnknown, .changeClosed, .changeStageTaken, .changeOutOfOrder, .investmentUnknown,
    .acceptanceUnknown, .acceptanceSuperseded, .acceptanceAlreadyPassed, .verificationMissing, .exemptionNotStated,
    .completionAlreadyFiled, .assetNotOffered, .receiverNotAllowed, .handoverUnknown, .handoverTaken, .receiptMissing,
    .claimUnknown, .claimFixed, .modeNotOffered, .modeSurveyContradicts, .ageBandContradicts, .evaluationMissing,
    .pilotNotForeseen,
    .acceptanceOfOthers, .boardNotShown, .resultNotAccepted, .provisionalPriceMissing,
  ]
}
