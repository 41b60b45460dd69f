import Contracts
import DomainModel
import ServiceKit

/// What a batch of forms adds to the counts (domain §14, Q1 to Q8).
struct QuestionnaireCount {
  private var bases: [Int: Int] = [:]
  private var chosen: [Int: [String: Int]] = [:]

  mutating func add(_ row: QuestionnaireRow) {
    single(1, row.sex?.rawValue)
    single(2, (row.age.map { AgeBand(age: $0.value) } ?? row.ageBand)?.rawValue)
    single(3, row.education?.rawValue)
    single(4, row.awareness?.rawValue)
    single(5, row.involvement?.rawValue)
    // Who says that their community is not renovated is out of the base of what was renovated and whether it helped.
    if row.involvement != .no {
      let aspects = Set(row.aspects.map(\.rawValue))
      if !aspects.isEmpty {
        bases[6, default: 0] += 1
        for aspect in aspects { chosen[6, default: [:]][aspect, default: 0] += 1 }
      }
      single(7, row.improvement?.rawValue)
    }
    single(8, row.satisfaction?.rawValue)
  }

  private mutating func single(_ question: Int, _ option: String?) {
    guard let option else { return }
    bases[question, default: 0] += 1
    chosen[question, default: [:]][option, default: 0] += 1
  }

  var answered: [AnswerCount] {
    get throws {
      try bases.sorted { $0.key < $1.key }.map {
        AnswerCount(question: try Whole($0.key), count: try Whole($0.value))
      }
    }
  }

  var options: [OptionCount] {
    get throws {
      try chosen.sorted { $0.key < $1.key }.flatMap { question, options in
        try options.sorted { $0.key < $1.key }.map {
          OptionCount(question: try Whole(question), option: try Identifier($0.key), count: try Whole($0.value))
        }
      }
    }
  }

  /// What of a form is personal, or in the respondent's own words; with it the answers, so that a form can be checked.
  static func vaulted(_ row: QuestionnaireRow) -> PersonRecord {
    var fields: [String: String] = [:]
    if let name = row.name { fields["name"] = name.value }
    if let contact = row.contact { fields["contact"] = contact.value }
    if let other = row.otherAspect { fields["otherAspect"] = other.value }
    if let comments = row.comments { fields.merge(VaultWords.pieces(comments.value, named: "comments")) { $1 } }
    let answers: [(String, String?)] = [
      ("q1", row.sex?.rawValue), ("q2", (row.age.map { AgeBand(age: $0.value) } ?? row.ageBand)?.rawValue),
      ("q3", row.education?.rawValue), ("q4", row.awareness?.rawValue), ("q5", row.involvement?.rawValue),
      ("q6", row.aspects.isEmpty ? nil : Set(row.aspects.map(\.rawValue)).sorted().joined(separator: ",")),
      ("q7", row.improvement?.rawValue), ("q8", row.satisfaction?.rawValue),
    ]
    fields["answers"] = answers.compactMap { name, answer in answer.map { "\(name)=\($0)" } }.joined(separator: ";")
    return PersonRecord(person: row.respondent, for: .questionnaire, personal: fields)
  }
}

extension AgeBand {
  /// The band of an age. Two printed bands share sixty; it belongs to the fourth, the last begins at 61 (AMB-33).
  init(age: Int) {
    switch age {
    case ...20: self = .to20
    case 21...35: self = .to35
    case 36...45: self = .to45
    case 46...60: self = .to60
    default: self = .over60
    }
  }
}
