import Contracts
import DomainModel
import ServiceKit

/// Answers comments, each for itself. What is not taken up, or only in part, is explained.
enum AnswerCommentsDecision: Decision {
  static func look(_ command: AnswerComments, at view: any EntityView) throws -> CommentSight {
    try CommentSight(command.consultation, command.answers.map(\.comment), of: command.project, at: view)
  }

  static func decide(
    _ command: AnswerComments, seeing sight: CommentSight, under ruling: Ruling
  ) throws -> Outcome<ConsultationRoundStanding> {
    try sight.check(under: ruling) { "/answers/\($0)/comment" }
    let bare = command.answers.enumerated().filter { $0.element.response != .adopted && $0.element.reason == nil }
    guard bare.isEmpty else { throw Refusal(.answerBare, pointers: bare.map { "/answers/\($0.offset)/reason" }) }
    var round = sight.round
    for (answer, comment) in zip(command.answers, sight.comments) {
      if let earlier = comment?.response { round.count(earlier, by: -1) }
      round.count(answer.response, by: 1)
    }
    return Outcome(
      [CommentsAnswered(project: command.project, consultation: command.consultation, answers: command.answers)],
      reply: round.standing)
  }
}
