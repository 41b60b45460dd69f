import Foundation
import Synchronization

/// A journal in memory, with the semantics of the one in a folder. Tests and simulations use it.
public final class MemoryJournal: Journal {
  public let feed: String
  public let epoch: String
  public let documentCatalogue: any DocumentCatalogue = MemoryDocumentCatalogue()
  /// Set by a test: every commit throws this instead of writing. Nil again, and the journal goes on.
  public var commitFault: StoreError?

  private let shared: SharedState
  private let key: VaultKey

  /// An empty journal.
  public init(feed: String, epoch: String, vaultKey: VaultKey, now: String = "1970-01-01T00:00:00Z") {
    self.feed = feed
    self.epoch = epoch
    key = vaultKey
    let start = ChainHash.start(feed: feed, epoch: epoch)
    shared = SharedState(MemoryState(first: EpochRecord(epoch: epoch, after: 0, hash: start, startedAt: now)))
  }

  public var head: JournalHead { shared.copy.head }

  public func contentMAC(for content: Data) -> Data { key.contentMAC(for: content) }

  public func reader() -> any JournalReader { shared }

  @discardableResult
  public func commit(_ batch: StoreBatch) throws -> JournalHead {
    if batch.isEmpty { return head }
    if let commitFault { throw commitFault }
    try shared.state.withLock { state in
      try batch.validate(after: state.head)
      try state.checkUnique(batch)
      state.write(batch)
    }
    for sha256 in batch.namedDocuments { try documentCatalogue.markNamed(sha256) }
    return head
  }

  public func dropEntities() {
    shared.state.withLock { state in
      state.entities = SortedTable()
      state.entityIndex = SortedTable()
    }
  }

  public func settle() {}

  public func close() {}
}

/// The state that a journal's writer and its readers share.
private final class SharedState: JournalReader {
  let state: Mutex<MemoryState>

  init(_ state: MemoryState) {
    self.state = Mutex(state)
  }

  var copy: MemoryState { state.withLock { $0 } }

  func read<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T { try body(copy) }
}

/// The committed state, for the writer's own thread.
extension MemoryJournal {
  public func epochs() -> [EpochRecord] { shared.copy.epochs() }
  public func hash(at sequence: Int64) -> Data? { shared.copy.hash(at: sequence) }
  public func event(_ sequence: Int64) -> StoredEvent? { shared.copy.event(sequence) }
  public func events(after: Int64, limit: Int, maxBytes: Int) -> [StoredEvent] {
    shared.copy.events(after: after, limit: limit, maxBytes: maxBytes)
  }
  public func events(stream: String, after: Int64, limit: Int) -> [StoredEvent] {
    shared.copy.events(stream: stream, after: after, limit: limit)
  }
  public func entity(_ address: EntityAddress) -> Data? { shared.copy.entity(address) }
  public func entities(kind: String, keyPrefix: String, after: String?, limit: Int) -> [StoredEntity] {
    shared.copy.entities(kind: kind, keyPrefix: keyPrefix, after: after, limit: limit)
  }
  public func entities(kind: String, index: String, value: String, after: String?, limit: Int) -> [StoredEntity] {
    shared.copy.entities(kind: kind, index: index, value: value, after: after, limit: limit)
  }
  public func addresses(ofStream stream: String) -> [EntityAddress] { shared.copy.addresses(ofStream: stream) }
  public func entityKinds() -> [String] { shared.copy.entityKinds() }
  public func indexes(of address: EntityAddress) -> [IndexEntry] { shared.copy.indexes(of: address) }
  public func repeatRecord(source: String, id: String) -> RepeatRecord? {
    shared.copy.repeatRecord(source: source, id: id)
  }
  public func refusals(subject: String, limit: Int) -> [RepeatRecord] {
    shared.copy.refusals(subject: subject, limit: limit)
  }
  public func cursor(feed: String) -> CursorRecord? { shared.copy.cursor(feed: feed) }
  public func cursors() -> [CursorRecord] { shared.copy.cursors() }
  public func hasReaction(_ key: ReactionKey) -> Bool { shared.copy.hasReaction(key) }
  public func parked(subject: String?, limit: Int) -> [ParkedRecord] {
    shared.copy.parked(subject: subject, limit: limit)
  }
  public func parked(_ event: ForeignEvent) -> ParkedRecord? { shared.copy.parked(event) }
  public func disclose(subject: String) -> [VaultRecord] { shared.copy.disclose(subject: subject) }
  public func expired(asOf: String, limit: Int) -> [String] { shared.copy.expired(asOf: asOf, limit: limit) }
}
