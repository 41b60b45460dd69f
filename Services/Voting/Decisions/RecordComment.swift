import Contracts
import DomainModel
import ServiceKit

/// Records what a resident says in an open round, whatever it is.
enum RecordCommentDecision: Decision {
  struct Sight {
    let docket: Docket
    let round: ConsultationRound
  }

  static func look(_ command: RecordComment, at view: any EntityView) throws -> Sight {
    Sight(
      docket: try view.docket(of: command.project),
      round: try view.consultationRound(command.consultation, of: command.project))
  }

  static func decide(
    _ command: RecordComment, seeing sight: Sight, under ruling: Ruling
  ) throws -> Outcome<CommentStanding> {
    guard sight.round.isOpen else { throw Refusal(.consultationRoundEnded, pointers: ["/consultation"]) }
    try ruling.requireNotBefore(sight.round.openedOn)
    guard command.text != nil || command.letter != nil else {
      throw Refusal(.commentEmpty, pointers: ["/text", "/letter"])
    }
    let number = sight.docket.comments + 1
    let recorded = CommentRecorded(
      project: command.project, comment: CommentID(command.project, number), consultation: command.consultation,
      speaker: command.speaker?.person, letter: command.letter, channel: command.channel)
    return Outcome(
      [recorded], reply: Comment(recorded, on: ruling.effectiveOn).standing, persons: try persons(command, number))
  }

  /// Who speaks, and the words, with them: erasing the person erases the words and the letter.
  private static func persons(_ command: RecordComment, _ number: Int) throws -> [PersonRecord] {
    var records = [command.speaker?.record(for: .objection)].compactMap { $0 }
    if command.text != nil || command.letter != nil {
      let holder = try command.speaker?.person ?? PersonID("comment-\(command.project)-\(number)")
      records.append(
        PersonRecord(
          person: holder, for: .objection, personal: command.text.map { ["comment\(number)": $0.value] } ?? [:],
          documents: command.documents))
    }
    return records
  }
}
