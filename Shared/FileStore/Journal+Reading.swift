import Foundation

/// What a writer reads of its own journal is what was last committed.
extension Journal {
  /// Every epoch, oldest first.
  public func epochs() throws -> [EpochRecord] { try readCommitted { try $0.epochs() } }

  /// The chain hash at `sequence` (0: before the first event); nil beyond the head.
  public func hash(at sequence: Int64) throws -> Data? { try readCommitted { try $0.hash(at: sequence) } }

  /// One event.
  public func event(_ sequence: Int64) throws -> StoredEvent? { try readCommitted { try $0.event(sequence) } }

  /// Events after `after`, at most `limit` and about `maxBytes` of bytes, but at least one if there is any.
  public func events(after: Int64, limit: Int, maxBytes: Int) throws -> [StoredEvent] {
    try readCommitted { try $0.events(after: after, limit: limit, maxBytes: maxBytes) }
  }

  /// Events of one stream after `after`.
  public func events(stream: String, after: Int64, limit: Int) throws -> [StoredEvent] {
    try readCommitted { try $0.events(stream: stream, after: after, limit: limit) }
  }

  /// An entity's body.
  public func entity(_ address: EntityAddress) throws -> Data? { try readCommitted { try $0.entity(address) } }

  /// Entities of a kind whose key has the prefix, ordered by key's bytes, beyond the key `after`.
  public func entities(kind: String, keyPrefix: String, after: String?, limit: Int) throws -> [StoredEntity] {
    try readCommitted { try $0.entities(kind: kind, keyPrefix: keyPrefix, after: after, limit: limit) }
  }

  /// Entities of a kind that stand under `value` in `index`, ordered by key's bytes, beyond the key `after`.
  public func entities(
    kind: String, index: String, value: String, after: String?, limit: Int
  ) throws -> [StoredEntity] {
    try readCommitted { try $0.entities(kind: kind, index: index, value: value, after: after, limit: limit) }
  }

  /// Every kind that has an entity.
  public func addresses(ofStream stream: String) throws -> [EntityAddress] {
    try readCommitted { try $0.addresses(ofStream: stream) }
  }

  /// Every kind that has an entity, as committed.
  public func entityKinds() throws -> [String] { try readCommitted { try $0.entityKinds() } }

  /// An entity's index entries, ordered by name and value.
  public func indexes(of address: EntityAddress) throws -> [IndexEntry] {
    try readCommitted { try $0.indexes(of: address) }
  }

  /// What the command of this id came to.
  public func repeatRecord(source: String, id: String) throws -> RepeatRecord? {
    try readCommitted { try $0.repeatRecord(source: source, id: id) }
  }

  /// The latest refusals about a subject, newest first.
  public func refusals(subject: String, limit: Int) throws -> [RepeatRecord] {
    try readCommitted { try $0.refusals(subject: subject, limit: limit) }
  }

  /// Refusals about any subject, newest first, older than `mark`: `limit` at most, out of a bounded number looked at.
  public func refusals(_ filter: RefusalFilter, before mark: RefusalMark?, limit: Int) throws -> RefusalPage {
    try readCommitted { try $0.refusals(filter, before: mark, limit: limit) }
  }

  /// The position in another's feed.
  public func cursor(feed: String) throws -> CursorRecord? { try readCommitted { try $0.cursor(feed: feed) } }

  /// All positions, by feed.
  public func cursors() throws -> [CursorRecord] { try readCommitted { try $0.cursors() } }

  /// Whether a foreign event was recorded by this reaction.
  public func hasReaction(_ key: ReactionKey) throws -> Bool { try readCommitted { try $0.hasReaction(key) } }

  /// Parked events, in the order of feed, epoch and number; of one subject if given.
  public func parked(subject: String?, limit: Int) throws -> [ParkedRecord] {
    try readCommitted { try $0.parked(subject: subject, limit: limit) }
  }

  /// One parked event.
  public func parked(_ event: ForeignEvent) throws -> ParkedRecord? { try readCommitted { try $0.parked(event) } }

  /// A subject's personal data, in the clear. Commit the event that says who asked, and why, first.
  public func disclose(subject: String) throws -> [VaultRecord] {
    try readCommitted { try $0.disclose(subject: subject) }
  }

  /// The fields of a subject without their values, by class and name.
  public func fieldNames(of subject: String) throws -> [VaultFieldName] {
    try readCommitted { try $0.fieldNames(of: subject) }
  }

  /// Why a subject's data is here, by scope and purpose.
  public func holdings(of subject: String) throws -> [VaultHolding] {
    try readCommitted { try $0.holdings(of: subject) }
  }

  /// The subjects of whom something is held in a scope, by id, beyond `after`.
  public func subjects(inScope scope: String, after: String?, limit: Int) throws -> [String] {
    try readCommitted { try $0.subjects(inScope: scope, after: after, limit: limit) }
  }

  /// The records with ids of their own that are a person's, by id.
  public func subjects(belongingTo subject: String) throws -> [String] {
    try readCommitted { try $0.subjects(belongingTo: subject) }
  }

  /// The documents that are a subject's own, by hash.
  public func documents(ownedBy subject: String) throws -> [Data] {
    try readCommitted { try $0.documents(ownedBy: subject) }
  }

  /// Erasures that were repeated at the beginning of an epoch and that no event has recorded yet.
  public func owedErasures() throws -> [VaultErasure] { try readCommitted { try $0.owedErasures() } }
}
