import Contracts
import DomainModel
import FileStore
import Foundation

/// What the vault holds of one person, with the records that are theirs. Of somebody whom other projects alone know,
/// nothing: who may look into this project may not look into those.
extension Disclose: VaultInquiry {
  func answer(from vault: any JournalReading, _ scopes: Set<String>, _ encoder: CompactEncoder) throws -> Data {
    guard try vault.isHeld(person, in: scopes) else { return try encoder.encode(Disclosure(person: person, fields: [])) }
    var fields: [PersonField] = []
    for subject in try [person.rawValue] + vault.subjects(belongingTo: person.rawValue) {
      let record = subject == person.rawValue ? nil : try PersonID(subject)
      for kept in try vault.disclose(subject: subject) {
        for (name, value) in kept.fields.sorted(by: { $0.key < $1.key }) {
          fields.append(
            PersonField(
              try Identifier(name), try Text(value), classification: kept.classification, record: record))
        }
      }
    }
    return try encoder.encode(Disclosure(person: person, fields: fields))
  }
}

private struct Disclosure: Encodable {
  let person: PersonID
  let fields: [PersonField]
}

/// Whoever of the project, or of its community, answers to what was asked.
extension FindPerson: VaultInquiry {
  func answer(from vault: any JournalReading, _ scopes: Set<String>, _ encoder: CompactEncoder) throws -> Data {
    let wanted = SoughtPerson(name: personName?.value, phone: phone?.value, idNumber: idNumber?.value)
    var found: [String: Found] = [:]
    for scope in scopes.sorted() {
      var after: String?
      repeat {
        let page = try vault.subjects(inScope: scope, after: after, limit: 500)
        after = page.count == 500 ? page.last : nil
        for subject in page where found[subject] == nil {
          let matched = wanted.matches(try vault.disclose(subject: subject))
          guard !matched.isEmpty, found.count < 200 else { continue }
          found[subject] = Found(
            person: try PersonID(subject), matched: Listing(capped: try matched.map { try Identifier($0) }),
            purposes: Listing(
              capped: Set(try vault.holdings(of: subject).compactMap { PersonalPurpose(rawValue: $0.purpose) })
                .sorted { $0.rawValue < $1.rawValue }))
        }
      } while after != nil
    }
    // Who agrees in more comes first.
    let persons = found.values.sorted {
      $0.matched.count == $1.matched.count ? $0.person.rawValue < $1.person.rawValue : $0.matched.count > $1.matched.count
    }
    return try encoder.encode(Sought(persons: persons))
  }

  private struct Sought: Encodable {
    let persons: [Found]
  }
}

/// Names, phones and id numbers as people write them, compared.
struct SoughtPerson {
  private let wanted: [(field: String, value: String)]

  init(name: String?, phone: String?, idNumber: String?) {
    wanted = [("name", name), ("phone", phone), ("idNumber", idNumber)].compactMap { field, value in
      value.map { (field, SoughtPerson.plain($0, field)) }
    }
  }

  /// The fields that agree.
  func matches(_ records: [VaultRecord]) -> [String] {
    wanted.filter { field, value in
      records.contains { record in
        // A questionnaire asks for a way to be reached in one field.
        let kept = record.fields[field] ?? (field == "phone" ? record.fields["contact"] : nil)
        return kept.map { SoughtPerson.plain($0, field) == value } ?? false
      }
    }.map(\.field)
  }

  private static func plain(_ text: String, _ field: String) -> String {
    switch field {
    case "phone": text.filter(\.isNumber)
    case "idNumber": text.uppercased()
    default: text.filter { !$0.isWhitespace }
    }
  }
}

extension JournalReading {
  /// Whether something of a person is held for one of these matters, or for one that nobody wrote down.
  func isHeld(_ person: PersonID, in scopes: Set<String>) throws -> Bool {
    let holdings = try holdings(of: person.rawValue)
    return holdings.isEmpty || holdings.contains { scopes.contains($0.scope) }
  }
}
