import Foundation

/// The last event of a journal.
public struct JournalHead: Sendable, Equatable {
  /// Its number; 0 when the journal is empty.
  public let sequence: Int64
  /// The chain hash there.
  public let hash: Data

  /// A head at `sequence`.
  public init(sequence: Int64, hash: Data) {
    self.sequence = sequence
    self.hash = hash
  }
}

/// A span of a journal between two restores. Numbers and chain go on across epochs.
public struct EpochRecord: Sendable, Equatable {
  /// Its random name.
  public let epoch: String
  /// The last event of the epoch before, as the restored journal knew it; 0 for the first epoch.
  public let after: Int64
  /// The chain hash there; `ChainHash.start` for the first epoch.
  public let hash: Data
  /// When it began, RFC 3339.
  public let startedAt: String

  /// An epoch that began after event `after`.
  public init(epoch: String, after: Int64, hash: Data, startedAt: String) {
    self.epoch = epoch
    self.after = after
    self.hash = hash
    self.startedAt = startedAt
  }
}

/// What can be read of a journal: by its writer, as committed, or from a snapshot.
public protocol JournalReading {
  /// Every epoch, oldest first.
  func epochs() throws -> [EpochRecord]
  /// The chain hash at `sequence` (0: before the first event); nil beyond the head.
  func hash(at sequence: Int64) throws -> Data?
  /// One event.
  func event(_ sequence: Int64) throws -> StoredEvent?
  /// Events after `after`, at most `limit` and about `maxBytes` of bytes, but at least one if there is any.
  func events(after: Int64, limit: Int, maxBytes: Int) throws -> [StoredEvent]
  /// Events of one stream after `after`.
  func events(stream: String, after: Int64, limit: Int) throws -> [StoredEvent]

  /// An entity's body.
  func entity(_ address: EntityAddress) throws -> Data?
  /// Entities of a kind whose key has the prefix, ordered by key's bytes, beyond the key `after`.
  func entities(kind: String, keyPrefix: String, after: String?, limit: Int) throws -> [StoredEntity]
  /// Entities of a kind that stand under `value` in `index`, ordered by key's bytes, beyond the key `after`.
  func entities(kind: String, index: String, value: String, after: String?, limit: Int) throws -> [StoredEntity]
  /// Every kind that has an entity.
  func entityKinds() throws -> [String]
  /// The entities that a stream's events changed last. It looks through all of them: for rare corrections only.
  func addresses(ofStream stream: String) throws -> [EntityAddress]
  /// An entity's index entries, ordered by name and value.
  func indexes(of address: EntityAddress) throws -> [IndexEntry]

  /// What the command of this id came to.
  func repeatRecord(source: String, id: String) throws -> RepeatRecord?
  /// The latest refusals about a subject, newest first.
  func refusals(subject: String, limit: Int) throws -> [RepeatRecord]

  /// Refusals about any subject, newest first, older than `mark`: `limit` at most, out of a bounded number looked at.
  func refusals(_ filter: RefusalFilter, before mark: RefusalMark?, limit: Int) throws -> RefusalPage

  /// The position in another's feed.
  func cursor(feed: String) throws -> CursorRecord?
  /// All positions, by feed.
  func cursors() throws -> [CursorRecord]
  /// Whether a foreign event was recorded by this reaction.
  func hasReaction(_ key: ReactionKey) throws -> Bool

  /// Parked events, in the order of feed, epoch and number; of one subject if given.
  func parked(subject: String?, limit: Int) throws -> [ParkedRecord]
  /// One parked event.
  func parked(_ event: ForeignEvent) throws -> ParkedRecord?

  /// A subject's personal data, in the clear. Commit the event that says who asked, and why, first.
  func disclose(subject: String) throws -> [VaultRecord]
  /// The fields of a subject without their values, by class and name.
  func fieldNames(of subject: String) throws -> [VaultFieldName]
  /// Why a subject's data is here, by scope and purpose.
  func holdings(of subject: String) throws -> [VaultHolding]
  /// The subjects of whom something is held in a scope, by id, beyond `after`.
  func subjects(inScope scope: String, after: String?, limit: Int) throws -> [String]
  /// The records with ids of their own that are a person's, by id.
  func subjects(belongingTo subject: String) throws -> [String]
  /// The documents that are a subject's own, by hash.
  func documents(ownedBy subject: String) throws -> [Data]
  /// Erasures that were repeated at the beginning of an epoch and that no event has recorded yet.
  func owedErasures() throws -> [VaultErasure]
}

/// One consistent view of a journal, valid inside the closure that received it.
public protocol JournalSnapshot: JournalReading {
  /// The last event. (Not in `JournalReading`: the compiler crashes over a throwing property that `Journal` narrows.)
  var head: JournalHead { get throws }
}

/// Gives views of a journal to other threads, without holding up its writer.
public protocol JournalReader: Sendable {
  /// Calls `body` with the state as last committed; later commits do not show in it. Keep it short: a long read keeps
  /// the write-ahead log from being emptied. Reads are not nested.
  func read<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T
}

/// The writer's side of a journal. One thread uses it.
public protocol Journal: AnyObject, JournalReading {
  /// The feed that this journal is published as.
  var feed: String { get }
  /// The current epoch.
  var epoch: String { get }
  /// The last event committed.
  var head: JournalHead { get }
  /// Where uploaded documents are registered.
  var documentCatalogue: any DocumentCatalogue { get }

  /// Runs `body` in one read transaction: every read that it makes through this journal is of one moment and costs no
  /// transaction of its own. Nothing may be committed inside.
  ///
  /// While a batch is being written (`beginCommit`), entities by address and outcomes of commands are read without waiting
  /// for it and may be as they were before it: whoever began it knows what it changes. Every other read waits and sees it.
  func holdingReads<T>(_ body: () throws -> T) throws -> T
  /// Writes all of `batch` or nothing, durably. Throws `StoreError.full` if it may go on, `.fatal` if it must not.
  @discardableResult func commit(_ batch: StoreBatch) throws -> JournalHead
  /// Begins to write a batch beside the caller's thread; `finishCommit` says how it went. Nothing else is committed until
  /// then, and the batch neither keeps nor erases personal data.
  func beginCommit(_ batch: StoreBatch) throws
  /// Waits until the batch that was begun is written, all of it or nothing, durably. Throws as `commit` does.
  ///
  /// - Returns: the head; as it was when nothing was begun.
  @discardableResult func finishCommit() throws -> JournalHead
  /// Calls `body` with the state as last committed, on the writer's thread.
  func readCommitted<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T
  /// A source of snapshots for other threads.
  func reader() -> any JournalReader
  /// Removes every entity and index entry, so that the journal can be folded again.
  func dropEntities() throws
  /// Does what can wait until nothing else is to be done: the anchor, an erasure's checkpoint that a reader held up.
  func settle() throws
  /// The keyed hash of a command's content, for the repeat table.
  func contentMAC(for content: Data) -> Data
  /// Ends all use; the folder may then be opened again.
  func close() throws
}

extension Journal {
  /// Events to fold again, all or of one stream.
  public func replay(after: Int64, stream: String? = nil, limit: Int = 1_000) throws -> [StoredEvent] {
    if let stream { return try events(stream: stream, after: after, limit: limit) }
    return try events(after: after, limit: limit, maxBytes: .max)
  }
}
