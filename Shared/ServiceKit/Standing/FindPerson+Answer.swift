import Contracts
import DomainModel
import FileStore
import Foundation

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
