import DomainModel
import Foundation

/// Personal data of one subject, in the clear, on its way into or out of the vault. It prints as names of fields only.
public struct VaultRecord: Sendable, Equatable {
  /// The opaque id of the person.
  public let subject: String
  /// How far it must be protected: P2 or P3.
  public let classification: DataClassification
  /// Field to value, in the clear.
  public let fields: [String: String]

  /// Data to be kept on `subject`. Fields given replace those of the same name; others of the subject stay.
  public init(subject: String, classification: DataClassification, fields: [String: String]) {
    self.subject = subject
    self.classification = classification
    self.fields = fields
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
  /// Note why a subject's data is here.
  case hold(VaultHolding)
  /// Note that a document is a subject's own, so that it goes with them.
  case own(document: Data, subject: String)
  /// Destroy the subject's key and all its rows, those of what belongs to it, and the documents that are its own alone. The
  /// chain of events is untouched.
  case erase(VaultErasure)
}
