import Contracts
import DomainModel
import ServiceKit

/// The comments that a list names, as they stand in their round.
struct CommentSight {
  let round: ConsultationRound
  /// In the order of the list; nil where the round has no such comment.
  let comments: [Comment?]
  private let named: [CommentID]

  init(
    _ consultation: ConsultationRoundID, _ named: [CommentID], of project: ProjectID, at view: any EntityView
  ) throws {
    round = try view.consultationRound(consultation, of: project)
    comments = try named.map { try view.get(Comment.self, Comment.key(consultation, $0)) }
    self.named = named
  }

  /// - Throws: `Refusal` when the round has ended, the list is empty, or a comment is not of this round or named twice.
  func check(under ruling: Ruling, pointer: (Int) -> String) throws {
    guard round.isOpen else { throw Refusal(.consultationRoundEnded, pointers: ["/consultation"]) }
    try ruling.requireNotBefore(round.lastStepOn)
    guard !named.isEmpty else { throw Refusal(.commentUnknown, pointers: ["/consultation"]) }
    var seen: Set<CommentID> = []
    let faults = named.enumerated().filter { !seen.insert($0.element).inserted || comments[$0.offset] == nil }
    guard faults.isEmpty else { throw Refusal(.commentUnknown, pointers: faults.map { pointer($0.offset) }) }
  }
}
