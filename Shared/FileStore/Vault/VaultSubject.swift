import DomainModel
import Foundation

/// What the vault holds on one person, by class and field, in the clear.
struct VaultSubject: Sendable {
  private var values: [DataClassification: [String: String]] = [:]

  mutating func put(_ field: String, value: String, as classification: DataClassification) {
    values[classification, default: [:]][field] = value
  }

  /// One record for each class, by class.
  func records(of subject: String) -> [VaultRecord] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { VaultRecord(subject: subject, classification: $0.key, fields: $0.value) }
  }

  /// The fields without their values, by class and name.
  var fieldNames: [VaultFieldName] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { classification, fields in
      fields.keys.sorted { $0.precedes($1) }.map { VaultFieldName(field: $0, classification: classification.rawValue) }
    }
  }
}
