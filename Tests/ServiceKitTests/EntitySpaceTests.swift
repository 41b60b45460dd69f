import DomainModel
import FileStore
import Foundation
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

  private func space() throws -> (space: EntitySpace, journal: MemoryJournal) {
    let journal = MemoryJournal(feed: "funding", epoch: "be9c4001", vaultKey: try VaultKey(bytes: Data(repeating: 7, count: 32)))
    let space = EntitySpace(journal: journal, cacheLimit: 3)
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
}
