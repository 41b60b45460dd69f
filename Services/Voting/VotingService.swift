import Contracts
import ServiceKit

/// What makes voting: owner rolls, rounds of voting, public notices, objections, rounds of consultation.
public enum VotingService {
  public static let definition = ServiceDefinition(
    contract: VotingContract.self,
    decisions: [
      AnyDecision(BeginRollDecision.self), AnyDecision(AddRollUnitsDecision.self), AnyDecision(SealRollDecision.self),
      AnyDecision(OpenRoundDecision.self), AnyDecision(CastBallotDecision.self), AnyDecision(CastBallotsDecision.self),
      AnyDecision(VoidBallotDecision.self), AnyDecision(CloseRoundDecision.self), AnyDecision(ReopenRoundDecision.self),
      AnyDecision(PostNoticeDecision.self), AnyDecision(AttachSummaryDecision.self),
      AnyDecision(CloseNoticeDecision.self),
      AnyDecision(RecordObjectionDecision.self), AnyDecision(RecordObjectionStepDecision.self),
      AnyDecision(DisposeObjectionDecision.self), AnyDecision(OverrideRoundDecision.self),
      AnyDecision(OpenConsultationRoundDecision.self), AnyDecision(RecordCommentDecision.self),
      AnyDecision(SortCommentsDecision.self), AnyDecision(AnswerCommentsDecision.self),
      AnyDecision(CloseConsultationRoundDecision.self), AnyDecision(ConfirmSignaturesDecision.self),
    ],
    // The docket folds last: the others still find in it what the event takes the place of.
    folds: Roll.folds + Round.folds + Tally.folds + Notice.folds + Objection.folds + SignedPlan.folds
      + ConsultationRound.folds + Docket.folds,
    queries: RollQueries.handlers + RoundQueries.handlers + RoomQueries.handlers + NoticeQueries.handlers
      + ConsultationQueries.handlers + SignatureQueries.handlers, deadlines: VotingDeadlines.reader,
    invariants: [TallyRecount.invariant, RollRecount.invariant])
}
