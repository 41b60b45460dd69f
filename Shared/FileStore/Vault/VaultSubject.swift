import Foundation

/// What the vault holds on one person, by class and field, in the clear.
struct VaultSubject: Sendable {
  private struct Value: Sendable {
    let text: String
    let retainUntil: String?
  }
  private var values: [DataClassification: [String: Value]] = [:]

  mutating func put(_ field: String, value: String, as classification: DataClassification, retainUntil: String?) {
    values[classification, default: [:]][field] = Value(text: value, retainUntil: retainUntil)
  }

  /// One record for each class and retention date, by class and then by date.
  func records(of subject: String) -> [VaultRecord] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { classification, fields in
      Dictionary(grouping: fields, by: \.value.retainUntil)
        .sorted { ($0.key ?? "~") < ($1.key ?? "~") }
        .map { date, fields in
          VaultRecord(
            subject: subject, classification: classification,
            fields: Dictionary(uniqueKeysWithValues: fields.map { ($0.key, $0.value.text) }), retainUntil: date)
        }
    }
  }

  /// Whether all of it was to be kept until a day before `date` only.
  func isExpired(asOf date: String) -> Bool {
    values.values.allSatisfy { $0.values.allSatisfy { $0.retainUntil.map { $0 < date } ?? false } }
  }
}
