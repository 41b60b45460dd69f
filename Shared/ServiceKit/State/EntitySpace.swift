import DomainModel
import FileStore
import Foundation

/// The entities as the loop sees them: what is committed or being written, and over it what the batch in hand has changed.
/// Lives on the loop's thread.
final class EntitySpace: EntityEditor {
  private struct Change {
    var entity: (any Entity)?
    var stream: String
  }

  /// What is known of one entity. A class, so that it is found once by its address and then changed where it is: a ballot
  /// looks at three and changes two.
  private final class Slot {
    let address: EntityAddress
    /// What the store has, decoded; nil when it has none, or when nobody asked it.
    var stored: (any Entity)?
    var isAsked = false
    /// What the batch in hand makes of it.
    var change: Change?
    /// Whether the batch that is being written made it.
    var isNew = false
    /// Another one whose address has the same hash.
    var next: Slot?

    init(_ address: EntityAddress, next: Slot?) {
      self.address = address
      self.next = next
    }
  }

  private let journal: any Journal
  /// By the hash of the address, not by the address: a search then passes over others' keys without touching their texts,
  /// which lie all over the memory.
  private var slots: [Int: Slot] = [:]
  private let hash: (EntityAddress) -> Int
  /// The slots that have a change, in the order of their first.
  private var changed: [Slot] = []
  /// The slots that the batch being written has changed. They know what it makes of them: the store may not yet.
  private var handedOver: [Slot] = []
  private var undo: [(slot: Slot, before: Change?)] = []
  private let encoder = CompactEncoder()
  private let decoder = CompactDecoder()
  /// How many slots are kept from one batch to the next.
  private let cacheLimit: Int

  /// The stream of the event being folded.
  var stream = ""
  /// While a stream is folded again, entities that belong to none keep what they have.
  var isRefolding = false

  /// - Parameter hash: of an address; tests give one that makes many alike.
  init(journal: any Journal, cacheLimit: Int = 10_000, hash: @escaping (EntityAddress) -> Int = { $0.hashValue }) {
    self.journal = journal
    self.cacheLimit = cacheLimit
    self.hash = hash
  }

  private func known(_ address: EntityAddress, _ hash: Int) -> Slot? {
    var slot = slots[hash]
    while let found = slot, found.address != address { slot = found.next }
    return slot
  }

  private func slot(_ address: EntityAddress) -> Slot {
    let hash = hash(address)
    if let slot = known(address, hash) { return slot }
    let slot = Slot(address, next: slots[hash])
    slots[hash] = slot
    return slot
  }

  // MARK: Reading

  func get<E: Entity>(_ type: E.Type, _ key: String) throws -> E? {
    let slot = slot(EntityAddress(kind: E.kind, key: key))
    if let change = slot.change { return change.entity as? E }
    if !slot.isAsked {
      slot.stored = try journal.entity(slot.address).map { try decoder.decode(E.self, from: $0) }
      slot.isAsked = true
    }
    return slot.stored as? E
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
  private func enough(for limit: Int) -> Int { limit > Int.max - changed.count ? Int.max : limit + changed.count }

  /// The stored rows without those that the batch changed, and the batch's own that fit, in the order of keys.
  private func merged<E: Entity>(
    _ stored: [StoredEntity], limit: Int, key fits: (String) -> Bool, and holds: (E) -> Bool
  ) throws -> [E] {
    var found: [E] = []
    for row in stored {
      let slot = known(row.address, hash(row.address))
      if slot?.change != nil { continue }
      found.append(try slot?.stored as? E ?? decoder.decode(E.self, from: row.body))
    }
    var hasChanged = false
    for slot in changed where slot.address.kind == E.kind && fits(slot.address.key) {
      guard let entity = slot.change?.entity as? E, holds(entity) else { continue }
      found.append(entity)
      hasChanged = true
    }
    if hasChanged { found.sort { $0.key < $1.key } }
    return Array(found.prefix(limit))
  }

  // MARK: Changing

  func put<E: Entity>(_ entity: E) throws {
    if isRefolding, !E.belongsToStream { return }
    set(
      slot(EntityAddress(kind: E.kind, key: entity.key)),
      Change(entity: entity, stream: E.belongsToStream ? stream : ""))
  }

  func remove<E: Entity>(_ type: E.Type, _ key: String) throws {
    if isRefolding, !E.belongsToStream { return }
    set(slot(EntityAddress(kind: E.kind, key: key)), Change(entity: nil, stream: stream))
  }

  private func set(_ slot: Slot, _ change: Change) {
    undo.append((slot, slot.change))
    if slot.change == nil { changed.append(slot) }
    slot.change = change
  }

  /// Forgets every entity of a stream, so that it can be folded again.
  func dropStream(_ stream: String) throws {
    for address in try journal.addresses(ofStream: stream) { set(slot(address), Change(entity: nil, stream: stream)) }
    for slot in changed where slot.change?.stream == stream && slot.change?.entity != nil {
      set(slot, Change(entity: nil, stream: stream))
    }
  }

  // MARK: The batch

  /// A place to return to when a command comes to nothing.
  var mark: Int { undo.count }

  func rollBack(to mark: Int) {
    while undo.count > mark {
      let step = undo.removeLast()
      step.slot.change = step.before
      // A slot's first change stands in `changed` behind those of all steps before it.
      if step.before == nil { changed.removeLast() }
    }
  }

  /// Everything that the batch changed, encoded once however often it changed.
  func changes() throws -> [EntityChange] {
    try changed.map { slot in
      guard let change = slot.change, let entity = change.entity else { return .remove(slot.address) }
      return .put(
        StoredEntity(address: slot.address, stream: change.stream, body: try encoder.encode(entity)),
        indexes: entity.indexes.map { IndexEntry(name: $0.key, value: $0.value) })
    }
  }

  /// The batch is being written: for the next one its changes are what is, though the store may be asked before it has them.
  /// Nothing else may be being written.
  func handOver() {
    undo.removeAll(keepingCapacity: true)
    if slots.count > cacheLimit { keepOnlyChanged() }
    for slot in changed {
      slot.isNew = slot.stored == nil
      slot.stored = slot.change?.entity
      slot.isAsked = true
      slot.change = nil
    }
    swap(&handedOver, &changed)
  }

  /// What was handed over is written. What it made is not kept, as in `settle`, unless the batch in hand has changed it again.
  func settleHandedOver() {
    for slot in handedOver where slot.isNew && slot.change == nil {
      slot.stored = nil
      slot.isAsked = false
    }
    handedOver.removeAll(keepingCapacity: true)
  }

  private func keepOnlyChanged() {
    slots.removeAll(keepingCapacity: true)
    for slot in changed {
      let hash = hash(slot.address)
      slot.next = slots[hash]
      slots[hash] = slot
    }
  }

  /// The batch is committed: its changes are what is. What the store did not have before is not kept: most entities, a
  /// ballot above all, are written once and not looked at again.
  func settle() {
    undo.removeAll(keepingCapacity: true)
    if slots.count > cacheLimit {
      // A full cache is dropped whole: cheaper than tracking use. Not within a batch, which asks for the same again.
      slots.removeAll(keepingCapacity: true)
    } else {
      for slot in changed {
        if slot.stored != nil, let entity = slot.change?.entity {
          slot.stored = entity
        } else {
          slot.stored = nil
          slot.isAsked = false
        }
        slot.change = nil
      }
    }
    changed.removeAll(keepingCapacity: true)
  }

  /// The commit failed: nothing that was decoded or changed is trusted.
  func discard() {
    undo.removeAll()
    changed.removeAll()
    handedOver.removeAll()
    slots.removeAll()
  }
}
