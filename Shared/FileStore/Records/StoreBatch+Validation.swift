import DomainModel
import Foundation

extension StoreBatch {
  /// Throws if something here could not be kept as it is, or its events do not follow `head`.
  func validate(after head: JournalHead) throws {
    var expected = head.sequence
    for event in events {
      expected += 1
      guard event.sequence == expected else {
        throw StoreError.notContiguous(expected: expected, found: event.sequence)
      }
      try check(event.stream, "stream")
      try check(event.type, "type")
      try check(event.readers, "readers")
    }
    for change in entities {
      switch change {
      case .put(let entity, let indexes):
        try check(entity.address)
        for entry in indexes {
          try check(entry.name, "index")
          try check(entry.value, "index value", mayBeEmpty: true)
        }
      case .remove(let address): try check(address)
      }
    }
    for record in repeats {
      try check(record.source, "source")
      try check(record.id, "id")
      try check(record.subject, "subject", mayBeEmpty: true)
    }
    for cursor in cursors { try check(cursor.feed, "feed") }
    for reaction in reactions {
      try check(reaction.feed, "feed")
      try check(reaction.reaction, "reaction")
    }
    for case .park(let record) in parked { try check(record.subject, "subject", mayBeEmpty: true) }
    for change in vault {
      switch change {
      case .put(let record):
        try check(record.subject, "vault subject")
        for field in record.fields.keys { try check(field, "vault field") }
        guard record.classification.isSealed else { throw StoreError.invalid("the vault keeps P2 and P3 only") }
      case .hold(let holding):
        try check(holding.subject, "vault subject")
        try check(holding.scope, "vault scope", mayBeEmpty: true)
        try check(holding.purpose, "vault purpose", mayBeEmpty: true)
        if let owner = holding.belongsTo { try check(owner, "vault subject") }
      case .own(_, let subject): try check(subject, "vault subject")
      case .erase(let erasure): try check(erasure.subject, "vault subject")
      }
    }
  }

  private func check(_ address: EntityAddress) throws {
    try check(address.kind, "entity kind")
    try check(address.key, "entity key", mayBeEmpty: true)
  }

  /// SQLite would end a key at a NUL character, and so take two keys for one.
  private func check(_ text: String, _ what: String, mayBeEmpty: Bool = false) throws {
    guard mayBeEmpty || !text.isEmpty else { throw StoreError.invalid("the \(what) is empty") }
    let holdsNUL = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    }
    guard !(holdsNUL ?? text.utf8.contains(0)) else { throw StoreError.invalid("the \(what) holds a NUL character") }
  }
}
