import FileStore
import Foundation

/// A journal whose events are a store's as they stand, and whose entities begin empty in a place of their own: folding it
/// again leaves the store untouched.
final class ReplayJournal: Journal {
  let feed: String
  let epoch: String
  let head: JournalHead
  private let events: any JournalReader
  private let scratch: any Journal

  /// - Parameters:
  ///   - events: views of the one moment whose events are folded.
  ///   - scratch: an empty journal, which takes the entities.
  init(feed: String, events: any JournalReader, scratch: any Journal) throws {
    self.feed = feed
    self.events = events
    self.scratch = scratch
    (head, epoch) = try events.read { (try $0.head, try $0.epochs().last?.epoch ?? "") }
  }

  var documentCatalogue: any DocumentCatalogue { scratch.documentCatalogue }

  func holdingReads<T>(_ body: () throws -> T) throws -> T { try scratch.holdingReads(body) }

  @discardableResult
  func commit(_ batch: StoreBatch) throws -> JournalHead {
    var entities = StoreBatch()
    entities.entities = batch.entities
    try scratch.commit(entities)
    return head
  }

  func beginCommit(_ batch: StoreBatch) throws { try commit(batch) }

  @discardableResult
  func finishCommit() throws -> JournalHead { head }

  func readCommitted<T>(_ body: (any JournalSnapshot) throws -> T) throws -> T { try events.read(body) }

  func reader() -> any JournalReader { events }

  func dropEntities() throws { try scratch.dropEntities() }

  func settle() throws {}

  func contentMAC(for content: Data) -> Data { scratch.contentMAC(for: content) }

  func close() throws { try scratch.close() }

  // MARK: Entities

  func entity(_ address: EntityAddress) throws -> Data? { try scratch.entity(address) }

  func entities(kind: String, keyPrefix: String, after: String?, limit: Int) throws -> [StoredEntity] {
    try scratch.entities(kind: kind, keyPrefix: keyPrefix, after: after, limit: limit)
  }

  func entities(kind: String, index: String, value: String, after: String?, limit: Int) throws -> [StoredEntity] {
    try scratch.entities(kind: kind, index: index, value: value, after: after, limit: limit)
  }

  func entityKinds() throws -> [String] { try scratch.entityKinds() }

  func addresses(ofStream stream: String) throws -> [EntityAddress] { try scratch.addresses(ofStream: stream) }

  func indexes(of address: EntityAddress) throws -> [IndexEntry] { try scratch.indexes(of: address) }
}
