import Foundation
import Testing

@testable import FileStore

/// A batch that is written beside the thread that decides the next.
@Suite("A batch that is begun")
struct BegunCommitTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test("is there once it is finished, chained to what was before", arguments: Flavour.allCases)
  func chain(_ flavour: Flavour) throws {
    let (beside, plain) = (try scratch.journal(flavour), try scratch.journal(.memory))
    for number in 1...5 {
      let next = batch {
        $0.events = nextEvents(plain, 3)
        $0.entities = [.put(entity("k", "a"), indexes: []), .put(entity("k", "\(number)"), indexes: [])]
        $0.repeats = [outcome("c\(number)")]
      }
      let before = beside.head
      try beside.beginCommit(next)
      #expect(beside.head == before, "it is not told before it is written")
      #expect(try beside.finishCommit() == plain.commit(next))
      #expect(beside.head == plain.head)
    }
    #expect(try beside.finishCommit() == beside.head, "nothing was begun")
    #expect(try beside.events(after: 0, limit: 99, maxBytes: .max) == plain.events(after: 0, limit: 99, maxBytes: .max))
    #expect(try beside.entities(kind: "k", keyPrefix: "", after: nil, limit: 99).count == 6)
    try beside.close()
  }

  @Test("is waited for by every read but two, and by those two outside of held reads", arguments: Flavour.allCases)
  func reads(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(batch { $0.entities = [.put(entity("k", "old", "1"), indexes: [])] })
    for number in 1...20 {
      let address = EntityAddress(kind: "k", key: "new\(number)")
      try journal.beginCommit(
        batch {
          $0.events = nextEvents(journal, 1)
          $0.entities = [.put(entity("k", address.key, "2"), indexes: [IndexEntry(name: "n", value: "v")])]
          $0.repeats = [outcome("c\(number)")]
        })
      try journal.holdingReads { () throws in
        // As it was, or as it will be; never an error, and never another one's.
        let early = try journal.entity(address)
        #expect(early == nil || early == Data("2".utf8))
        #expect(try journal.entity(EntityAddress(kind: "k", key: "old")) == Data("1".utf8))
        _ = try journal.repeatRecord(source: "urn:jiugai:yueqing:subdistrict", id: "c\(number)")
        #expect(try journal.entities(kind: "k", index: "n", value: "v", after: nil, limit: 99).count == number)
        #expect(try journal.documentCatalogue.find(Data(count: 32)) == nil)
        #expect(try journal.events(stream: "330382-2024-0007", after: 0, limit: 99).count == number)
      }
      #expect(try journal.entity(address) == Data("2".utf8))
      #expect(try journal.repeatRecord(source: "urn:jiugai:yueqing:subdistrict", id: "c\(number)") != nil)
      try journal.finishCommit()
    }
    try journal.close()
  }

  @Test("leaves nothing behind where it does not fit, and the next one is taken")
  func full() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.commit(batch { $0.events = nextEvents(journal, 1) })
    let head = journal.head
    try journal.leaveLittleRoom()
    try journal.beginCommit(
      batch { $0.events = (1...40).map { newEvent(head.sequence + $0, text: String(repeating: "x", count: 30_000)) } })
    try journal.holdingReads { () throws in
      // What waits for it sees that it is not there.
      #expect(try journal.events(after: head.sequence, limit: 9, maxBytes: .max).isEmpty)
    }
    #expect(throws: StoreError.full) { try journal.finishCommit() }
    #expect(journal.head == head)
    try journal.limit(pages: 100_000)
    try journal.beginCommit(batch { $0.events = nextEvents(journal, 2) })
    #expect(try journal.finishCommit().sequence == head.sequence + 2)
    try journal.close()
    let again = try SQLiteJournal(scratch.options())
    #expect(again.head.sequence == head.sequence + 2)
    try again.close()
  }

  @Test("is refused when it does not follow the head", arguments: Flavour.allCases)
  func gap(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let gap = batch { $0.events = [newEvent(7)] }
    #expect(throws: StoreError.self) {
      try journal.beginCommit(gap)
      try journal.finishCommit()
    }
    try journal.commit(batch { $0.events = nextEvents(journal, 1) })
    #expect(journal.head.sequence == 1)
    try journal.close()
  }

  @Test("is finished before the journal closes")
  func closed() throws {
    let journal = try SQLiteJournal(scratch.options())
    try journal.beginCommit(batch { $0.events = nextEvents(journal, 3) })
    try journal.close()
    let again = try SQLiteJournal(scratch.options())
    #expect(again.head.sequence == 3)
    try again.close()
  }
}
