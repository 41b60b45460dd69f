import DomainModel
import FileStore
import Foundation
import TestKit
import Testing

@testable import ServiceKit

@Suite("Entities of a batch over the store")
struct EntitySpaceTests {
  private struct Mark: Entity {
    static let kind = "mark"
    let key: String
    var colour: String
    var indexes: [String: String] { ["colour": colour] }
  }

  private struct Series: Entity {
    static let kind = "counter"
    static let belongsToStream = false
    let key: String
    var last: Int
  }

  private func space(
    hash: @escaping (EntityAddress) -> Int = { $0.hashValue }
  ) throws -> (space: EntitySpace, journal: MemoryJournal) {
    let journal = MemoryJournal(feed: "funding", epoch: "be9c4001", vaultKey: try VaultKey(bytes: Data(repeating: 7, count: 32)))
    let space = EntitySpace(journal: journal, cacheLimit: 3, hash: hash)
    space.stream = "s1"
    for (key, colour) in [("a/1", "red"), ("a/2", "blue"), ("a/3", "red"), ("b/1", "red")] {
      try space.put(Mark(key: key, colour: colour))
    }
    try commit(space, journal)
    return (space, journal)
  }

  private func commit(_ space: EntitySpace, _ journal: MemoryJournal) throws {
    var batch = StoreBatch()
    batch.entities = try space.changes()
    try journal.commit(batch)
    space.settle()
  }

  private func keys(_ space: EntitySpace, _ prefix: String = "a/", after: String? = nil, limit: Int = 100) throws -> [String] {
    try space.all(Mark.self, prefix: prefix, after: after, limit: limit).map(\.key)
  }

  @Test("a scan shows what the batch put, changed and removed among what is stored, in the order of keys")
  func scan() throws {
    let (space, _) = try space()
    try space.put(Mark(key: "a/25", colour: "green"))
    try space.put(Mark(key: "a/0", colour: "green"))
    try space.remove(Mark.self, "a/1")
    try space.put(Mark(key: "a/3", colour: "green"))
    #expect(try keys(space) == ["a/0", "a/2", "a/25", "a/3"])
    #expect(try space.all(Mark.self, prefix: "a/3").map(\.colour) == ["green"])
    #expect(try keys(space, after: "a/2") == ["a/25", "a/3"])
    #expect(try keys(space, limit: 2) == ["a/0", "a/2"])
    #expect(try keys(space, "b/") == ["b/1"])
  }

  @Test("removals of the batch do not shorten a limited scan")
  func limits() throws {
    let (space, _) = try space()
    try space.remove(Mark.self, "a/1")
    try space.remove(Mark.self, "a/2")
    #expect(try keys(space, limit: 1) == ["a/3"])
    #expect(try keys(space, "", limit: .max) == ["a/3", "b/1"])
  }

  @Test("an index follows what the batch changed")
  func index() throws {
    let (space, _) = try space()
    try space.put(Mark(key: "a/1", colour: "blue"))
    try space.put(Mark(key: "c/1", colour: "red"))
    try space.remove(Mark.self, "a/3")
    #expect(try space.find(Mark.self, index: "colour", value: "red").map(\.key) == ["b/1", "c/1"])
    #expect(try space.find(Mark.self, index: "colour", value: "blue").map(\.key) == ["a/1", "a/2"])
    #expect(try space.find(Mark.self, index: "colour", value: "red", limit: .max).count == 2)
  }

  @Test("rolling back returns to the mark, whatever was done since, and keeps what came before it")
  func rollBack() throws {
    let (space, journal) = try space()
    try space.put(Mark(key: "a/4", colour: "green"))
    let mark = space.mark
    try space.put(Mark(key: "a/4", colour: "black"))
    try space.remove(Mark.self, "a/4")
    try space.put(Mark(key: "a/1", colour: "black"))
    try space.dropStream("s1")
    #expect(try keys(space).isEmpty)
    space.rollBack(to: mark)
    #expect(try keys(space) == ["a/1", "a/2", "a/3", "a/4"])
    #expect(try space.get(Mark.self, "a/4")?.colour == "green")
    #expect(try space.get(Mark.self, "a/1")?.colour == "red")
    try commit(space, journal)
    #expect(try journal.entities(kind: "mark", keyPrefix: "a/", after: nil, limit: 10).count == 4)
  }

  @Test("discarding forgets the batch and trusts nothing decoded")
  func discard() throws {
    let (space, _) = try space()
    try space.put(Mark(key: "a/1", colour: "black"))
    try space.put(Mark(key: "z", colour: "black"))
    space.discard()
    #expect(try space.get(Mark.self, "a/1")?.colour == "red")
    #expect(try space.get(Mark.self, "z") == nil)
  }

  @Test("a number series is not given back when its stream is folded again")
  func series() throws {
    let (space, journal) = try space()
    try space.put(Series(key: "n", last: 4))
    try commit(space, journal)
    try space.dropStream("s1")
    space.isRefolding = true
    try space.put(Series(key: "n", last: 1))
    try space.remove(Series.self, "n")
    space.isRefolding = false
    #expect(try space.get(Series.self, "n")?.last == 4)
    #expect(try keys(space).isEmpty)
  }

  @Test("what is being written is seen by the next batch, though the store does not have it yet", arguments: [false, true])
  func handedOver(allAlike: Bool) throws {
    let (space, journal) = try allAlike ? space(hash: { _ in 1 }) : space()
    func handOver() throws {
      var batch = StoreBatch()
      batch.entities = try space.changes()
      try journal.beginCommit(batch)
      space.handOver()
    }
    func colour(_ key: String) throws -> String? { try space.get(Mark.self, key)?.colour }
    for key in ["n/1", "n/2", "n/3", "n/4", "n/5"] { try space.put(Mark(key: key, colour: "green")) }
    try space.put(Mark(key: "a/1", colour: "green"))
    try space.remove(Mark.self, "a/2")
    try handOver()
    try journal.holdingReads { () throws in
      #expect(try colour("n/1") == "green" && colour("a/1") == "green" && colour("a/2") == nil && colour("a/3") == "red")
      let mark = space.mark
      try space.put(Mark(key: "n/1", colour: "black"))
      try space.remove(Mark.self, "n/2")
      space.rollBack(to: mark)
      #expect(try colour("n/1") == "green" && colour("n/2") == "green")
      try space.put(Mark(key: "n/1", colour: "blue"))
      try space.put(Mark(key: "a/2", colour: "blue"))
    }
    #expect(try keys(space, "") == ["a/1", "a/2", "a/3", "b/1", "n/1", "n/2", "n/3", "n/4", "n/5"], "a scan waits")
    try journal.finishCommit()
    space.settleHandedOver()
    #expect(try colour("n/1") == "blue" && colour("n/2") == "green" && colour("a/2") == "blue")
    // More are known than are kept: what the batch in hand changed stays.
    try handOver()
    try journal.holdingReads { () throws in
      #expect(try colour("n/1") == "blue" && colour("a/2") == "blue" && colour("a/1") == "green")
    }
    try journal.finishCommit()
    space.settleHandedOver()
    #expect(try keys(space, "") == ["a/1", "a/2", "a/3", "b/1", "n/1", "n/2", "n/3", "n/4", "n/5"])
    #expect(try journal.entity(EntityAddress(kind: "mark", key: "n/1")) != nil)
  }

  @Test("what was asked for before it was there is found once it is, and not when it is gone again")
  func absent() throws {
    let (space, journal) = try space()
    #expect(try space.get(Mark.self, "n") == nil)
    try space.put(Mark(key: "n", colour: "red"))
    try commit(space, journal)
    #expect(try space.get(Mark.self, "n")?.colour == "red")
    try space.remove(Mark.self, "n")
    try commit(space, journal)
    #expect(try space.get(Mark.self, "n") == nil)
    let mark = space.mark
    try space.put(Mark(key: "n", colour: "blue"))
    space.rollBack(to: mark)
    #expect(try space.get(Mark.self, "n") == nil)
    #expect(try journal.entity(EntityAddress(kind: "mark", key: "n")) == nil)
  }

  @Test("is a plain dictionary to whoever reads, changes, rolls back, commits and discards", arguments: UInt64(1)...30)
  func behaves(seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    // Many addresses have the same hash in every second run, all of them in every fourth.
    let alike = [Int.max, 3, Int.max, 1][Int(seed % 4)]
    let (space, journal) = try space { ($0.hashValue & Int.max) % alike }
    var committed = ["a/1": "red", "a/2": "blue", "a/3": "red", "b/1": "red"]
    var present = committed
    var marks: [(mark: Int, state: [String: String])] = []
    for step in 0..<400 {
      let key = "a/\(Int.random(in: 1...9, using: &chance))"
      switch Int.random(in: 0..<12, using: &chance) {
      case 0...3:
        try space.put(Mark(key: key, colour: "c\(step)"))
        present[key] = "c\(step)"
      case 4, 5:
        try space.remove(Mark.self, key)
        present[key] = nil
      case 6: marks.append((space.mark, present))
      case 7:
        guard let last = marks.popLast() else { continue }
        space.rollBack(to: last.mark)
        present = last.state
      case 8:
        try commit(space, journal)
        committed = present
        marks = []
      case 9:
        guard step % 3 == 0 else { continue }
        space.discard()
        present = committed
        marks = []
      default: break
      }
      #expect(try space.get(Mark.self, key)?.colour == present[key], "seed \(seed), step \(step)")
      if step % 7 == 0 { #expect(try keys(space, "") == present.keys.sorted(), "seed \(seed), step \(step)") }
    }
    try commit(space, journal)
    let stored = try journal.entities(kind: "mark", keyPrefix: "", after: nil, limit: 100)
    #expect(stored.map(\.address.key) == present.keys.sorted())
  }
}
