import FileStore
import Foundation

/// Compares the entities of a store with those that its events give when they are folded again.
struct EntityComparison {
  private let limit: Int
  private(set) var faults: [EventWalk.Fault] = []
  private(set) var compared: Int64 = 0

  /// - Parameter limit: so many differences are told.
  init(limit: Int) { self.limit = limit }

  mutating func compare(_ stored: any JournalReading, with folded: any JournalReading) throws {
    for kind in Set(try stored.entityKinds()).union(try folded.entityKinds()).sorted() {
      try compare(kind, stored, folded)
    }
  }

  /// Both sides in the order of their keys, a page at a time.
  private mutating func compare(_ kind: String, _ stored: any JournalReading, _ folded: any JournalReading) throws {
    var left = Pages(kind: kind, journal: stored)
    var right = Pages(kind: kind, journal: folded)
    var (own, other) = (try left.next(), try right.next())
    while own != nil || other != nil {
      switch (own, other) {
      case (let mine?, let theirs?) where mine.address == theirs.address:
        compared += 1
        if try !isSame(mine, theirs, stored, folded) {
          add("entity-differs", mine, "与事件重算的结果不同", "is not what the events fold to")
        }
        (own, other) = (try left.next(), try right.next())
      case (let mine?, let theirs):
        if let theirs, theirs.address.key.isBefore(mine.address.key) {
          add("entity-missing", theirs, "由事件可得，存储里却没有", "follows from the events, but the store does not have it")
          other = try right.next()
        } else {
          add("entity-extra", mine, "没有任何事件说到它", "no event leads to it")
          own = try left.next()
        }
      case (nil, let theirs?):
        add("entity-missing", theirs, "由事件可得，存储里却没有", "follows from the events, but the store does not have it")
        other = try right.next()
      case (nil, nil): return
      }
    }
  }

  private mutating func add(_ code: String, _ entity: StoredEntity, _ zh: String, _ en: String) {
    guard faults.count < limit else { return }
    let place = "\(entity.address.kind) \(entity.address.key)"
    faults.append(.init(code: code, place: place, zh: "\(place)：\(zh)", en: "\(place) \(en)"))
  }

  /// The bytes may differ where only the order of members does.
  private func isSame(
    _ left: StoredEntity, _ right: StoredEntity, _ stored: any JournalReading, _ folded: any JournalReading
  ) throws -> Bool {
    guard left.stream == right.stream else { return false }
    guard left.body == right.body || isSameJSON(left.body, right.body) else { return false }
    return try stored.indexes(of: left.address) == folded.indexes(of: right.address)
  }

  private func isSameJSON(_ left: Data, _ right: Data) -> Bool {
    guard let one = try? JSONSerialization.jsonObject(with: left) as? NSObject,
      let other = try? JSONSerialization.jsonObject(with: right) as? NSObject
    else { return false }
    return one.isEqual(other)
  }

  /// The entities of a kind, read a page at a time.
  private struct Pages {
    let kind: String
    let journal: any JournalReading
    private var page: ArraySlice<StoredEntity> = []
    private var after: String?
    private var isDone = false

    init(kind: String, journal: any JournalReading) {
      self.kind = kind
      self.journal = journal
    }

    mutating func next() throws -> StoredEntity? {
      if page.isEmpty, !isDone {
        page = try journal.entities(kind: kind, keyPrefix: "", after: after, limit: 1_000)[...]
        after = page.last?.address.key
        isDone = page.count < 1_000
      }
      return page.popFirst()
    }
  }
}

extension String {
  /// In the order of the store's keys: by bytes.
  fileprivate func isBefore(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
