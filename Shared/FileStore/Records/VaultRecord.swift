import Foundation

/// How far data must be protected. P2 and P3 never stand in the clear on disk.
public enum DataClassification: String, Sendable, CaseIterable, Codable {
  /// Public.
  case p0 = "P0"
  /// For offices.
  case p1 = "P1"
  /// Personal.
  case p2 = "P2"
  /// Sensitive personal.
  case p3 = "P3"

  /// Whether it is sealed wherever it is stored.
  public var isSealed: Bool { self == .p2 || self == .p3 }
}

/// Personal data of one subject, in the clear, on its way into or out of the vault. It prints as names of fields only.
public struct VaultRecord: Sendable, Equatable {
  /// The opaque id of the person.
  public let subject: String
  /// How far it must be protected: P2 or P3.
  public let classification: DataClassification
  /// Field to value, in the clear.
  public let fields: [String: String]
  /// Until when it is kept, `2029-12-31`; nil without a bound.
  public let retainUntil: String?

  /// Data to be kept on `subject`. Fields given replace those of the same name; others of the subject stay.
  public init(subject: String, classification: DataClassification, fields: [String: String], retainUntil: String?) {
    self.subject = subject
    self.classification = classification
    self.fields = fields
    self.retainUntil = retainUntil
  }
}

extension VaultRecord: CustomStringConvertible, CustomReflectable {
  /// Names of fields, never their values.
  public var description: String {
    "VaultRecord(\(classification.rawValue): \(fields.keys.sorted().joined(separator: ", ")))"
  }

  /// Names of fields, never their values: `dump` and failed expectations print mirrors.
  public var customMirror: Mirror { Mirror(self, children: ["fields": fields.keys.sorted()]) }
}

/// What becomes of a subject's data in a batch.
public enum VaultChange: Sendable, Equatable {
  /// Keep these fields.
  case put(VaultRecord)
  /// Destroy the subject's key and all its rows. The chain of events is untouched.
  case erase(subject: String)
}
