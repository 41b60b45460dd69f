import DomainModel
import FileStore
import Foundation

/// The entities as the loop sees them: what is committed, and over it what the batch in hand has changed. Lives on the
/// loop's thread.
final class EntitySpace: EntityEditor {
  private struct Change {
    var entity: (any Entity)?
    var stream: String
  }

  private let journal: any Journal
  private var committed: [EntityAddress: any Entity] = [:]
  private var overlay: [EntityAddress: Change] = [:]
  /// What the store was found not to have, since the last commit.
  private var absent: Set<EntityAddress> = []
  private var undo: [(address: EntityAddress, before: Change?)] = []
  private let encoder = CompactEncoder()
  private let decoder = CompactDecoder()
  /// How many committed entities are kept decoded.
  private let cacheLimit: Int

  /// The stream of the event being folded.
  var stream = ""
  /// While a stream is folded again, entities that belong to none keep what they have.
  var isRefolding = false

  init(journal: any Journal, cacheLimit: Int = 10_000) {
    self.journal = journal
    self.cacheLimit = cacheLimit
  }

  // MARK: Reading

  func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? {
    let address = EntityAddress(kind: E.kind, key: key)
    if let change = overlay[address] { return change.entity as? E }
    if let known = committed[address] { return known as? E }
    if absent.contains(address) { return nil }
    guard let body = try journal.entity(address) else {
      absent.insert(address)
      return nil
    }
    let entity = try decoder.decode(E.self, from: body)
    remember(address, entity)
    return entity
  }

  func all<E: Entity>(_ type: E.Type, prefix: String, after: String?, limit: Int) throws -> [E] {
    let stored = try journal.entities(kind: E.kind, keyPrefix: prefix, after: after, limit: enough(for: limit))
    return try merged(stored, limit: limit) { key in key.hasPrefix(prefix) && (after.map { key > $0 } ?? true) } and: {
      (_: E) in true
    }
  }

  func find<E: Entity>(_ type: E.Type, index: String, value: String, limit: Int) throws -> [E] {
    let stored = try journal.entities(kind: E.kind, index: index, value: value, after: nil, limit: enough(for: limit))
    return try merged(stored, limit: limit) { _ in true } and: { $0.indexes[index] == value }
  }

  /// As many stored rows as may be needed to fill the limit when the batch removed some of them.
  private func enough(for limit: Int) -> Int { limit > Int.max - overlay.count ? Int.max : limit + overlay.count }

  /// The stored rows without those that the batch changed, and the batch's own that fit, in the order of keys.
  private func merged<E: Entity>(
    _ stored: [StoredEntity], limit: Int, key fits: (String) -> Bool, and holds: (E) -> Bool
  ) throws -> [E] {
    var found: [E] = []
    for row in stored where overlay[row.address] == nil {
      if let known = committed[row.address] as? E {
        found.append(known)
      } else {
        found.append(try decoder.decode(E.self, from: row.body))
      }
    }
    var hasChanged = false
    for (address, change) in overlay where address.kind == E.kind && fits(address.key) {
      guard let entity = change.entity as? E, holds(entity) else { continue }
      found.append(entity)
      hasChanged = true
    }
    if hasChanged { found.sort { $0.key < $1.key } }
    return Array(found.prefix(limit))
  }

  // MARK: Changing

  func put<E: Entity>(_ entity: E) throws {
    if isRefolding, !E.belongsToStream { return }
    set(EntityAddress(kind: E.kind, key: entity.key), Change(entity: entity, stream: E.belongsToStream ? stream : ""))
  }

  func remove<E: Entity>(_ type: E.Type, _ key: String) throws {
    if isRefolding, !E.belongsToStream { return }
    set(EntityAddress(kind: E.kind, key: key), Change(entity: nil, stream: stream))
  }

  private func set(_ address: EntityAddress, _ change: Change) {
    undo.append((address, overlay.updateValue(change, forKey: address)))
  }

  /// Forgets every entity of a stream, so that it can be folded again.
  func dropStream(_ stream: String) throws {
    for address in try journal.addresses(ofStream: stream) { set(address, Change(entity: nil, stream: stream)) }
    for (address, change) in overlay where change.stream == stream && change.entity != nil {
      set(address, Change(entity: nil, stream: stream))
    }
  }

  // MARK: The batch

  /// A place to return to when a command comes to nothing.
  var mark: Int { undo.count }

  func rollBack(to mark: Int) {
    while undo.count > mark {
      let step = undo.removeLast()
      overlay[step.address] = step.before
    }
  }

  /// Everything that the batch changed, encoded once however often it changed.
  func changes() throws -> [EntityChange] {
    try overlay.map { address, change in
      guard let entity = change.entity else { return .remove(address) }
      return .put(
        StoredEntity(address: address, stream: change.stream, body: try encoder.encode(entity)),
        indexes: entity.indexes.map { IndexEntry(name: $0.key, value: $0.value) })
    }
  }

  /// The batch is committed: its changes are what is. What nobody asked for is not kept: most entities, a ballot above
  /// all, are written once and not looked at again.
  func settle() {
    for (address, change) in overlay {
      guard let known = committed.index(forKey: address) else { continue }
      if let entity = change.entity { committed.values[known] = entity } else { committed.remove(at: known) }
    }
    overlay.removeAll(keepingCapacity: true)
    undo.removeAll(keepingCapacity: true)
    absent.removeAll(keepingCapacity: true)
  }

  /// The commit failed: nothing that was decoded or changed is trusted.
  func discard() {
    overlay.removeAll()
    undo.removeAll()
    absent.removeAll()
    committed.removeAll()
  }

  private func remember(_ address: EntityAddress, _ entity: any Entity) {
    // A full cache is dropped whole: cheaper than tracking use, and a round's working set returns within one batch.
    if committed.count >= cacheLimit { committed.removeAll(keepingCapacity: true) }
    committed[address] = entity
  }
}
