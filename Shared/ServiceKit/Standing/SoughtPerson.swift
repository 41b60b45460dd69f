import FileStore

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
