import Contracts
import DomainModel
import ServiceKit

/// The counts of a project's satisfaction questionnaires. Adding a form costs the same however many there are.
struct Poll: Entity {
  static let kind = "poll"
  let project: ProjectID
  var forms = 0
  /// Who said what they make of the result, each once.
  var voices: [AppraisalVoice]?
  /// `q8` → how many answered it.
  var answered: [String: Int] = [:]
  /// `q8.very` → how many chose it.
  var chosen: [String: Int] = [:]

  var key: String { project.rawValue }

  init(project: ProjectID) {
    self.project = project
  }

  func count(_ question: Int, _ options: [String]) -> Int {
    options.reduce(0) { $0 + chosen["q\(question).\($1)", default: 0] }
  }

  /// 非常满意 and 基本满意 of those who answered question 8; nil while nobody did. The indicator is ours (domain §14, REC).
  var satisfied: Share? { rate(8, [Satisfaction.very.rawValue, Satisfaction.fairly.rawValue]) }

  /// 提高很多 and 有一点提高 of those who answered question 7 and whose community is renovated; ours as well.
  var improved: Share? { rate(7, [Improvement.muchBetter.rawValue, Improvement.bitBetter.rawValue]) }

  private func rate(_ question: Int, _ options: [String]) -> Share? {
    try? Share(Int64(count(question, options)), of: Int64(answered["q\(question)", default: 0]))
  }

  /// Owners speak for themselves by their questionnaires too.
  func hasHeard(_ voice: AppraisalVoice) -> Bool {
    voices?.contains(voice) == true || (voice == .owners && forms > 0)
  }

  static let folds: [Fold] = [
    .on(AppraisalRecorded.self) { event, _, entities in
      var poll = try entities.get(Poll.self, event.project.rawValue) ?? Poll(project: event.project)
      var voices = poll.voices ?? []
      if !voices.contains(event.voice) { voices.append(event.voice) }
      poll.voices = voices
      try entities.put(poll)
    },
    .on(QuestionnairesRecorded.self) { event, _, entities in
      var poll = try entities.get(Poll.self, event.project.rawValue) ?? Poll(project: event.project)
      poll.forms += event.respondents.count
      for line in event.answered { poll.answered["q\(line.question)", default: 0] += line.count.value }
      for line in event.options { poll.chosen["q\(line.question).\(line.option)", default: 0] += line.count.value }
      try entities.put(poll)
      for person in event.respondents { try entities.put(Respondent(project: event.project, person: person)) }
    }
  ]
}

/// Marks that somebody's form was counted: one form for each respondent of a project.
struct Respondent: Entity {
  static let kind = "respondent"
  let project: ProjectID
  let person: PersonID

  var key: String { Respondent.key(project, person) }
  static func key(_ project: ProjectID, _ person: PersonID) -> String { "\(project)/\(person)" }
}
