import Foundation

/// All that one batch wants written, in one transaction.
public struct StoreBatch: Sendable, Equatable {
  /// Events, numbered from the head on.
  public var events: [NewEvent] = []
  /// Entities, in the order of change; the last change of an address stands.
  public var entities: [EntityChange] = []
  /// Outcomes of commands; each (source, id) once and for all.
  public var repeats: [RepeatRecord] = []
  /// Positions in other feeds; each replaces the one before.
  public var cursors: [CursorRecord] = []
  /// Reactions done; each once and for all.
  public var reactions: [ReactionKey] = []
  /// Foreign events parked and released.
  public var parked: [ParkedChange] = []
  /// Personal data kept and erased.
  public var vault: [VaultChange] = []
  /// Documents (SHA-256 of their bytes) that a command in this batch names; they are kept for good from now on.
  public var namedDocuments: [Data] = []

  /// An empty batch.
  public init() {}

  /// Whether there is nothing to write.
  public var isEmpty: Bool {
    events.isEmpty && entities.isEmpty && repeats.isEmpty && cursors.isEmpty && reactions.isEmpty && parked.isEmpty
      && vault.isEmpty && namedDocuments.isEmpty
  }

  /// Takes over everything of `other`, behind what is here.
  public mutating func append(_ other: StoreBatch) {
    events += other.events
    entities += other.entities
    repeats += other.repeats
    cursors += other.cursors
    reactions += other.reactions
    parked += other.parked
    vault += other.vault
    namedDocuments += other.namedDocuments
  }
}
