import Contracts
import DomainModel
import ServiceKit

/// Gives comments their subject. All or none: a list that names a comment wrongly is pointed at and changes nothing.
enum SortCommentsDecision: Decision {
  static func look(_ command: SortComments, at view: any EntityView) throws -> CommentSight {
    try CommentSight(command.consultation, command.comments.map(\.comment), of: command.project, at: view)
  }

  static func decide(
    _ command: SortComments, seeing sight: CommentSight, under ruling: Ruling
  ) throws -> Outcome<ConsultationRoundStanding> {
    try sight.check(under: ruling) { "/comments/\($0)/comment" }
    var round = sight.round
    round.sorted += sight.comments.compactMap { $0 }.count { $0.subject == nil }
    return Outcome(
      [CommentsSorted(project: command.project, consultation: command.consultation, comments: command.comments)],
      reply: round.standing)
  }
}
