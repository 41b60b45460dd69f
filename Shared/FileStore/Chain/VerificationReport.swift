import Foundation

/// What a walk over a journal found.
public struct VerificationReport: Sendable, Equatable {
  /// One thing that is wrong.
  public struct Finding: Sendable, Equatable {
    /// What kind of wrong.
    public enum Kind: String, Sendable {
      /// The event's bytes are not those that were hashed.
      case altered
      /// The event's bytes are sound, its stored hash is not.
      case hashAltered
      /// Events are missing here.
      case removed
      /// Another event of this journal stands here.
      case reordered
      /// A column beside the bytes says something else than the bytes.
      case columnAltered
      /// The journal ends before an event that a witness has seen.
      case lostTail
      /// A witness has seen another past.
      case otherPast
      /// The database could not be read here.
      case unreadable
      /// The epoch table does not fit the events.
      case epochAltered
    }
    /// What is wrong.
    public let kind: Kind
    /// The first event concerned.
    public let sequence: Int64
    /// The last event concerned; the same as `sequence` for one.
    public let through: Int64
    /// One sentence for the operator.
    public let detail: String
  }

  /// How many events were read.
  public let checked: Int64
  /// The head as it stands.
  public let head: JournalHead
  /// All that is wrong, by sequence; the first thousand at most.
  public let findings: [Finding]
  /// Whether there were more findings than are listed.
  public let isCut: Bool

  /// Whether nothing is wrong.
  public var isSound: Bool { findings.isEmpty }
}
