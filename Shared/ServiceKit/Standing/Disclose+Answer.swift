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

  private struct Disclosure: Encodable {
    let person: PersonID
    let fields: [PersonField]
  }
}
