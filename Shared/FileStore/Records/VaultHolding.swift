/// Why a subject's data is in the vault: for what, in which matter and since when. It tells nothing of what the data is.
public struct VaultHolding: Sendable, Hashable {
  /// The opaque id of the person, or of the record that holds somebody's words.
  public let subject: String
  /// The stream of the command that brought it: a project or a community. Empty for what an older version recorded.
  public let scope: String
  /// What it is held for, a word that the store does not judge. Empty for what an older version recorded.
  public let purpose: String
  /// The business date of the last record, `2024-03-01`.
  public let since: String
  /// The number of the last event that brought some of it.
  public let sequence: Int64
  /// The person whose words it is, where the record has an id of its own: it goes with them.
  public let belongsTo: String?

  /// A reason to hold `subject`'s data. A later one of the same scope and purpose takes its place.
  public init(subject: String, scope: String, purpose: String, since: String, sequence: Int64, belongsTo: String? = nil) {
    self.subject = subject
    self.scope = scope
    self.purpose = purpose
    self.since = since
    self.sequence = sequence
    self.belongsTo = belongsTo
  }
}

extension VaultHolding {
  /// The holding after an earlier one of the same scope and purpose: a record dated back does not shorten the keeping.
  func following(_ earlier: VaultHolding?) -> VaultHolding {
    guard let earlier else { return self }
    return VaultHolding(
      subject: subject, scope: scope, purpose: purpose, since: max(since, earlier.since),
      sequence: max(sequence, earlier.sequence), belongsTo: belongsTo ?? earlier.belongsTo)
  }
}

/// A field of a subject without its value.
public struct VaultFieldName: Sendable, Hashable {
  /// Its name.
  public let field: String
  /// How it is protected, as stored: `P2` or `P3`.
  public let classification: String

  init(field: String, classification: String) {
    self.field = field
    self.classification = classification
  }
}

/// That a subject was erased, and by which event. It names nobody but by an opaque id.
public struct VaultErasure: Sendable, Hashable, Codable {
  /// The epoch of the event.
  public let epoch: String
  /// The event's number; 0 for an erasure that no event recorded.
  public let sequence: Int64
  /// Whose data was destroyed.
  public let subject: String
  /// The event's stream.
  public let scope: String

  /// An erasure of `subject` by event `sequence` of `epoch`.
  public init(epoch: String, sequence: Int64, subject: String, scope: String) {
    self.epoch = epoch
    self.sequence = sequence
    self.subject = subject
    self.scope = scope
  }
}

extension VaultErasure {
  /// What tells one erasure from another, wherever it is noted.
  var identity: [String] { [epoch, String(sequence), subject] }
}

extension VaultChange {
  /// An erasure that no event recorded: of tools and tests.
  public static func erase(subject: String) -> VaultChange {
    .erase(VaultErasure(epoch: "", sequence: 0, subject: subject, scope: ""))
  }
}
