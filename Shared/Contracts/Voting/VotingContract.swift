import DomainModel

/// What voting says and hears.
public enum VotingContract: ServiceContract {
  public static let service = ServiceName.voting

  public static let ownCommands: [any Command.Type] = [
    BeginRoll.self, AddRollUnits.self, SealRoll.self,
    OpenRound.self, CastBallot.self, CastBallots.self, VoidBallot.self, CloseRound.self, ReopenRound.self,
    PostNotice.self, AttachSummary.self, CloseNotice.self,
    RecordObjection.self, RecordObjectionStep.self, DisposeObjection.self, OverrideRound.self,
    OpenConsultationRound.self, RecordComment.self, SortComments.self, AnswerComments.self,
    CloseConsultationRound.self, ConfirmSignatures.self,
  ]

  public static let ownEvents: [any Event.Type] = [
    RollBegun.self, RollUnitsAdded.self, RollSealed.self, RollUnitsPublished.self,
    RoundOpened.self, BallotsCast.self, BallotVoided.self, RoundClosed.self, RoundReopened.self,
    NoticePosted.self, SummaryAttached.self, NoticeClosed.self,
    ObjectionRecorded.self, ObjectionsCounted.self, ObjectionStepRecorded.self, ObjectionDisposed.self,
    ConsultationRoundOpened.self, CommentRecorded.self, CommentsSorted.self, CommentsAnswered.self,
    ConsultationRoundClosed.self, RoundOverridden.self, SignaturesRecorded.self, PlanSigned.self,
  ]

  public static let ownQueries: [any Query.Type] = [
    RollQuery.self, RoundsQuery.self, RoundReportQuery.self, TallyQuery.self, BallotsQuery.self, BallotsByDayQuery.self,
    NoticeQuery.self, ObjectionsQuery.self, ConsultationRoundsQuery.self, SignaturesQuery.self, RollUnitsQuery.self,
    AgreeingRoomsQuery.self,
  ]

  public static let ownRefusals: [RefusalCode] = RefusalCode.ofVoting
}
