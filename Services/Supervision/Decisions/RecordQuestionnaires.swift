import Contracts
import DomainModel
import ServiceKit

/// Counts filled forms. One form for each respondent: the first stands, a later one is named in the reply.
enum RecordQuestionnairesDecision: Decision {
  struct Sight {
    let poll: Poll
    let known: Set<PersonID>
  }

  static func look(_ command: RecordQuestionnaires, at view: any EntityView) throws -> Sight {
    var known: Set<PersonID> = []
    for row in command.rows
    where try view.get(Respondent.self, Respondent.key(command.project, row.respondent)) != nil {
      known.insert(row.respondent)
    }
    return Sight(
      poll: try view.get(Poll.self, command.project.rawValue) ?? Poll(project: command.project), known: known)
  }

  static func decide(_ command: RecordQuestionnaires, seeing sight: Sight, under ruling: Ruling) throws
    -> Outcome<QuestionnairesReport>
  {
    guard !command.rows.isEmpty else { throw Refusal(.itemsMissing, pointers: ["/rows"]) }
    let contradicting = command.rows.enumerated().filter { _, row in
      guard let age = row.age, let band = row.ageBand else { return false }
      return AgeBand(age: age.value) != band
    }
    guard contradicting.isEmpty else {
      throw Refusal(.ageBandContradicts, pointers: contradicting.map { "/rows/\($0.offset)/ageBand" })
    }

    var seen = sight.known
    var count = QuestionnaireCount()
    var counted: [PersonID] = []
    var repeated: [PersonID] = []
    var persons: [PersonRecord] = []
    for row in command.rows {
      guard seen.insert(row.respondent).inserted else {
        repeated.append(row.respondent)
        continue
      }
      counted.append(row.respondent)
      count.add(row)
      persons.append(QuestionnaireCount.vaulted(row))
    }
    let reply = QuestionnairesReport(
      counted: counted.count, repeated: repeated, total: sight.poll.forms + counted.count)
    guard !counted.isEmpty else { return Outcome([], reply: reply) }
    return Outcome(
      [
        QuestionnairesRecorded(
          project: command.project, respondents: Listing(capped: counted), options: Listing(capped: try count.options),
          answered: Listing(capped: try count.answered))
      ],
      reply: reply, persons: persons)
  }
}
