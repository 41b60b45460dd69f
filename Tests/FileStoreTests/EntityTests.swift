import Foundation
import Testing

@testable import FileStore

@Suite("Entities of a journal")
struct EntityTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  private func keys(_ entities: [StoredEntity]) -> [String] { entities.map(\.address.key) }

  @Test("are found by address, prefix and place", arguments: Flavour.allCases)
  func scan(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let names = ["R1/b", "R1/a", "R10/a", "R2/a", "R1", "", "R1/\u{FFFF}", "R1/\u{1F600}"]
    try journal.commit(
      batch {
        $0.entities =
          names.map { .put(entity("ballot", $0, $0), indexes: []) } + [.put(entity("round", "R1"), indexes: [])]
      })
    #expect(try journal.entity(EntityAddress(kind: "ballot", key: "R1/b")) == Data("R1/b".utf8))
    #expect(try journal.entity(EntityAddress(kind: "ballot", key: "R1/c")) == nil)
    let all = ["", "R1", "R1/a", "R1/b", "R1/\u{FFFF}", "R1/\u{1F600}", "R10/a", "R2/a"]
    #expect(try keys(journal.entities(kind: "ballot", keyPrefix: "", after: nil, limit: 99)) == all)
    #expect(try keys(journal.entities(kind: "ballot", keyPrefix: "R1/", after: nil, limit: 99)) == Array(all[2...5]))
    #expect(try keys(journal.entities(kind: "ballot", keyPrefix: "R1/", after: "R1/a", limit: 1)) == ["R1/b"])
    #expect(try keys(journal.entities(kind: "ballot", keyPrefix: "R1/", after: "A", limit: 1)) == ["R1/a"])
    #expect(try keys(journal.entities(kind: "ballot", keyPrefix: "R1/", after: "Z", limit: 1)).isEmpty)
    #expect(try journal.entityKinds() == ["ballot", "round"])
  }

  @Test("stand under exactly the index entries last given", arguments: Flavour.allCases)
  func indexes(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    func put(_ key: String, _ entries: [IndexEntry]) throws {
      try journal.commit(batch { $0.entities = [.put(entity("task", key), indexes: entries)] })
    }
    func found(_ value: String, after: String? = nil) throws -> [String] {
      try keys(journal.entities(kind: "task", index: "state", value: value, after: after, limit: 9))
    }
    let open = IndexEntry(name: "state", value: "open")
    let closed = IndexEntry(name: "state", value: "closed")
    try put("a", [])
    try put("b", [open, IndexEntry(name: "due", value: "2024-03-01"), open])
    try put("c", [open])
    #expect(try found("open") == ["b", "c"])
    #expect(try found("open", after: "b") == ["c"])
    #expect(try journal.indexes(of: EntityAddress(kind: "task", key: "b")).map(\.name) == ["due", "state"])
    try put("b", [closed])
    try put("a", [open, closed])
    #expect(try found("open") == ["a", "c"])
    #expect(try found("closed") == ["a", "b"])
    try put("a", [])
    #expect(try found("open") == ["c"])
    #expect(try found("closed") == ["b"])
    try journal.commit(batch { $0.entities = [.remove(EntityAddress(kind: "task", key: "b"))] })
    #expect(try found("closed").isEmpty)
    #expect(try keys(journal.entities(kind: "task", index: "due", value: "2024-03-01", after: nil, limit: 9)).isEmpty)
    try journal.commit(batch { $0.entities = [.remove(EntityAddress(kind: "task", key: "never"))] })
  }

  @Test("take the last change of a batch", arguments: Flavour.allCases)
  func order(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let address = EntityAddress(kind: "k", key: "a")
    try journal.commit(
      batch {
        $0.entities = [
          .put(entity("k", "a", "1"), indexes: []), .remove(address), .put(entity("k", "a", "2"), indexes: []),
          .put(entity("k", "b", "1"), indexes: []), .remove(EntityAddress(kind: "k", key: "b")),
        ]
      })
    #expect(try journal.entity(address) == Data("2".utf8))
    #expect(try journal.entityKinds() == ["k"])
    #expect(try keys(journal.entities(kind: "k", keyPrefix: "", after: nil, limit: 9)) == ["a"])
  }

  @Test("are found while reads are held, whatever kind was asked for before and by whom", arguments: Flavour.allCases)
  func held(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let long = String(repeating: "长", count: 500)
    let keys = ["", "a", "R1/330382-2024-0007-b", long]
    try journal.commit(
      batch {
        for (place, key) in keys.enumerated() {
          // Kinds, streams and index entries in turn, and an empty body.
          $0.entities.append(.put(entity("ballot", key, place == 1 ? "" : "ballot \(key)"), indexes: []))
          $0.entities.append(
            .put(
              StoredEntity(
                address: EntityAddress(kind: "task", key: key), stream: "s\(place)", body: Data("task \(key)".utf8)),
              indexes: place % 2 == 0 ? [] : [IndexEntry(name: "n", value: key)]))
        }
      })
    for _ in 1...2 {
      try journal.holdingReads { () throws in
        for (place, key) in keys.enumerated() {
          let ballot = EntityAddress(kind: "ballot", key: key)
          let task = EntityAddress(kind: "task", key: key)
          #expect(try journal.entity(ballot) == Data((place == 1 ? "" : "ballot \(key)").utf8))
          #expect(try journal.readCommitted { try $0.entity(task) } == Data("task \(key)".utf8))
          #expect(try journal.entity(EntityAddress(kind: "ballot", key: key + "?")) == nil)
          #expect(try journal.entity(task) == Data("task \(key)".utf8))
          #expect(try journal.entity(EntityAddress(kind: "none", key: key)) == nil)
        }
      }
      #expect(try journal.entity(EntityAddress(kind: "task", key: long)) == Data("task \(long)".utf8))
    }
    #expect(try self.keys(journal.entities(kind: "task", index: "n", value: "a", after: nil, limit: 9)) == ["a"])
    #expect(try journal.entities(kind: "task", keyPrefix: "", after: nil, limit: 9).map(\.stream) == ["s0", "s2", "s1", "s3"])
  }

  @Test("can be dropped and written again, the events untouched", arguments: Flavour.allCases)
  func drop(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let entry = IndexEntry(name: "n", value: "v")
    try journal.commit(
      batch {
        $0.events = nextEvents(journal, 2)
        $0.entities = [.put(entity("k", "a"), indexes: [entry])]
      })
    let head = journal.head
    try journal.dropEntities()
    #expect(try journal.entityKinds().isEmpty)
    #expect(try journal.entities(kind: "k", index: "n", value: "v", after: nil, limit: 9).isEmpty)
    #expect(journal.head == head)
    try journal.commit(batch { $0.entities = [.put(entity("k", "a"), indexes: [entry])] })
    #expect(try keys(journal.entities(kind: "k", index: "n", value: "v", after: nil, limit: 9)) == ["a"])
    #expect(journal.head == head)
  }

  @Test("a prefix ends before the next text that has not got it")
  func endOfPrefix() {
    #expect("R1/".endOfPrefix == "R10")
    #expect("".endOfPrefix == nil)
    #expect("\u{10FFFF}".endOfPrefix == nil)
    #expect("a\u{10FFFF}".endOfPrefix == "b")
    #expect("\u{D7FF}".endOfPrefix == "\u{E000}")
  }
}
