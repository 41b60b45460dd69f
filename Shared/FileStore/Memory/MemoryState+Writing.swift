import DomainModel
import Foundation

extension MemoryState {
  /// Throws where the database's unique keys would.
  func checkUnique(_ batch: StoreBatch) throws {
    var seen = Set<ByteKey>()
    for record in batch.repeats {
      let key = ByteKey(record.source, record.id)
      guard repeats[key] == nil, seen.insert(key).inserted else { throw StoreError.duplicate("a command's id") }
    }
    seen = []
    for reaction in batch.reactions {
      let key = reaction.byteKey
      guard !reactions.contains(key), seen.insert(key).inserted else {
        throw StoreError.duplicate("a reaction to a foreign event")
      }
    }
    var waiting: [ByteKey: Bool] = [:]
    for change in batch.parked {
      switch change {
      case .park(let record):
        let key = record.event.byteKey
        guard !(waiting[key] ?? (parkedTable[key] != nil)) else { throw StoreError.duplicate("a parked event") }
        waiting[key] = true
      case .release(let event): waiting[event.byteKey] = false
      }
    }
  }

  /// Writes a batch that passed all checks.
  mutating func write(_ batch: StoreBatch) {
    var last = head.hash
    for event in batch.events {
      last = ChainHash.next(after: last, sequence: event.sequence, bytes: event.bytes)
      streams[ByteKey(event.stream), default: []].append(events.count)
      events.append(StoredEvent(event, hash: last))
    }
    for change in batch.entities {
      switch change {
      case .put(let entity, let entries): replace(entity.address, with: entity, entries)
      case .remove(let address): replace(address, with: nil, [])
      }
    }
    for record in batch.repeats { repeats[ByteKey(record.source, record.id)] = record }
    for cursor in batch.cursors { cursorTable[ByteKey(cursor.feed)] = cursor }
    for reaction in batch.reactions { reactions.insert(reaction.byteKey) }
    for change in batch.parked {
      switch change {
      case .park(let record): parkedTable[record.event.byteKey] = record
      case .release(let event): parkedTable[event.byteKey] = nil
      }
    }
    for change in batch.vault {
      switch change {
      case .put(let record):
        var subject = vault[ByteKey(record.subject)] ?? VaultSubject()
        for (field, value) in record.fields {
          subject.put(field, value: value, as: record.classification)
        }
        vault[ByteKey(record.subject)] = subject
      case .hold(let holding):
        let key = ByteKey(holding.subject, holding.scope, holding.purpose)
        holdingTable[key] = holding.following(holdingTable[key])
      case .own(let document, let subject): documentTable[ByteKey(subject, document.hexadecimal)] = document
      case .erase(let erasure):
        for subject in [erasure.subject] + subjects(belongingTo: erasure.subject) {
          vault[ByteKey(subject)] = nil
          for holding in holdings(of: subject) { holdingTable[ByteKey(subject, holding.scope, holding.purpose)] = nil }
          for document in documents(ownedBy: subject) { documentTable[ByteKey(subject, document.hexadecimal)] = nil }
        }
      }
    }
  }

  private mutating func replace(_ address: EntityAddress, with entity: StoredEntity?, _ entries: [IndexEntry]) {
    let key = ByteKey(address.kind, address.key)
    for entry in entities[key]?.indexes ?? [] {
      entityIndex[ByteKey(address.kind, entry.name, entry.value, address.key)] = nil
    }
    let indexes = Set(entries).sorted(by: PackedIndexes.precedes)
    entities[key] = entity.map { Entity(stored: $0, indexes: indexes) }
    for entry in indexes { entityIndex[ByteKey(address.kind, entry.name, entry.value, address.key)] = address }
  }
}
