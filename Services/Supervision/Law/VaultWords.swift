import DomainModel
import ServiceKit

/// What people say about people, and who they are, as the vault keeps it: free text never stands in an event.
enum VaultWords {
  /// A person's name and phone; nil when neither was given.
  static func person(
    _ person: PersonID?, for purpose: PersonalPurpose, name: Text<60>?, phone: Text<30>?
  ) -> PersonRecord? {
    guard let person, name != nil || phone != nil else { return nil }
    var fields: [String: String] = [:]
    if let name { fields["name"] = name.value }
    if let phone { fields["phone"] = phone.value }
    return PersonRecord(person: person, for: purpose, personal: fields)
  }

  /// The words of one record, in pieces short enough for a disclosure to show.
  static func words(_ text: String, as id: PersonID, of person: PersonID?) -> PersonRecord {
    PersonRecord(person: id, for: .complaint, personal: pieces(text, named: "text"), belongsTo: person)
  }

  /// `text1`, `text2` …, each of at most 200 characters.
  static func pieces(_ text: String, named name: String) -> [String: String] {
    var fields: [String: String] = [:]
    var rest = text[...]
    while !rest.isEmpty {
      fields["\(name)\(fields.count + 1)"] = String(rest.prefix(200))
      rest = rest.dropFirst(200)
    }
    return fields
  }

  /// The id under which the words of a ticket stand.
  static func id(of ticket: TicketID) throws -> PersonID {
    try PersonID("words-" + ticket.rawValue.lowercased().replacing("/", with: "-"))
  }

  /// The id under which the words of a record without a number stand: the command's own, which never comes again.
  /// Counting would give a withdrawn record's id to the next one.
  static func id(ofCommand id: String) throws -> PersonID {
    let plain = id.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    return try PersonID("w-" + plain.suffix(38))
  }
}
