import Foundation
import Synchronization

/// A journal in memory, with the semantics of the one in a folder. Tests and simulations use it.
public final class MemoryJournal: Journal {
  /// The feed that this journal stands for.
  public let feed: String
  /// Its only epoch.
  public let epoch: String
  /// Where uploaded documents are registered: in memory.
  public let documentCatalogue: any DocumentCatalogue = MemoryDocumentCatalogue()
  /// Set by a test: every commit throws this instead of writing. Nil again, and the journal goes on.
  public var commitFault: StoreError?

  private let shared: SharedState
  private let key: VaultKey
  /// A batch that was begun and is not written yet, and the fault with which it will be met.
  private var begun: StoreBatch?
  private var begunFault: StoreError?
  private var isHolding = false

  /// An empty journal.
  public init(feed: String, epoch: String, vaultKey: VaultKey, now: String = "1970-01-01T00:00:00Z") {
    self.feed = feed
    self.epoch = epoch
    key = vaultKey
    let start = ChainHash.start(feed: feed, epoch: epoch)
    shared = SharedState(MemoryState(first: EpochRecord(epoch: epoch, after: 0, hash: start, startedAt: now)))
  }

  /// The last event committed.
  public var head: JournalHead { shared.copy.head }

  /// Begins a batch and leaves it unwritten for as long as may be: until `finishCommit`, or a read that waits for it.
  public func beginCommit(_ batch: StoreBatch) throws {
    precondition(begun == nil && begunFault == nil && batch.vault.isEmpty, "one batch is written after the other")
    begun = batch
  }

  /// Writes the batch that was begun, if no read has waited for that.
  @discardableResult
  public func finishCommit() throws -> JournalHead {
    writeBegun()
    if let fault = begunFault {
      begunFault = nil
      throw fault
    }
    return head
  }

  private func writeBegun() {
    guard let batch = begun else { return }
    begun = nil
    do { try commit(batch) } catch { begunFault = StoreError(from: error) }
  }

  /// An entity's body; inside `holdingReads` as it was before a batch that is begun.
  public func entity(_ address: EntityAddress) throws -> Data? {
    if !isHolding { writeBegun() }
    return try shared.read { try $0.entity(address) }
  }

  /// What a command came to; inside `holdingReads` without a batch that is begun.
  public func repeatRecord(source: String, id: String) throws -> RepeatRecord? {
    if !isHolding { writeBegun() }
    return try shared.read { try $0.repeatRecord(source: source, id: id) }
  }

  /// The keyed hash of a command's content, for the repeat table.
  public func contentMAC(for content: Data) -> Data { key.contentMAC(for: content) }

  /// Runs `body`; nothing else writes meanwhile.
  public func holdingReads<T>(_ body: () throws -> T) throws -> T {
    isHolding = true
    defer { isHolding = false }
    return try body()
  }

  /// Calls `body` with a copy of the state.
  public func readCommitted<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T {
    writeBegun()
    return try shared.read(body)
  }

  /// A source of snapshots for other threads.
  public func reader() -> any JournalReader { shared }

  /// Writes all of `batch` or nothing.
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

  /// Removes every entity and index entry.
  public func dropEntities() {
    shared.state.withLock { state in
      state.entities = SortedTable()
      state.entityIndex = SortedTable()
    }
  }

  /// Nothing can wait here.
  public func settle() {}

  /// Nothing is open here.
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
