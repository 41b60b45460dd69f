import Contracts
import DomainModel
import ServiceKit

/// What a resident said in a round of consultation, without who said it and in which words. Folded with its round.
struct Comment: Entity {
  static let kind = "comment"
  let id: CommentID
  let consultation: ConsultationRoundID
  let receivedOn: BusinessDate
  var subject: CommentSubject?
  var response: CommentResponse?
  var reason: Text<300>?

  var key: String { Comment.key(consultation, id) }

  static func key(_ consultation: ConsultationRoundID, _ comment: CommentID) -> String { "\(consultation)/\(comment)" }

  init(_ event: CommentRecorded, on day: BusinessDate) {
    id = event.comment
    consultation = event.consultation
    receivedOn = day
  }

  var standing: CommentStanding {
    CommentStanding(
      comment: id, consultation: consultation, receivedOn: receivedOn, subject: subject, response: response,
      reason: reason)
  }
}
