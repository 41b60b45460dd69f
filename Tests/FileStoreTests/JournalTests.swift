import Foundation
import Testing

@testable import FileStore

@Suite("A journal")
struct JournalTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
  }

  @Test("begins empty, at the hash of its feed and epoch", arguments: Flavour.allCases)
  func empty(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let start = ChainHash.start(feed: "voting", epoch: "0badcafe")
    #expect(journal.head == JournalHead(sequence: 0, hash: start))
    #expect(try journal.hash(at: 0) == start)
    #expect(try journal.hash(at: 1) == nil)
    #expect(try journal.events(after: 0, limit: 10, maxBytes: 1_000).isEmpty)
    #expect(try journal.epochs().map(\.epoch) == ["0badcafe"])
    #expect(try journal.commit(StoreBatch()) == journal.head)
  }

  @Test("gives back events as recorded, chained", arguments: Flavour.allCases)
  func events(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let events = nextEvents(journal, 3, stream: "a") + [newEvent(4, stream: "b")]
    try journal.commit(batch { $0.events = events })
    let stored = try journal.events(after: 0, limit: 10, maxBytes: .max)
    #expect(stored.map(\.sequence) == [1, 2, 3, 4])
    #expect(stored.map(\.bytes) == events.map(\.bytes))
    #expect(stored[0].readers == "own" && stored[0].effectiveOn == "2024-03-01" && stored[0].version == 1)
    var hash = ChainHash.start(feed: "voting", epoch: "0badcafe")
    for event in stored {
      hash = ChainHash.next(after: hash, sequence: event.sequence, bytes: event.bytes)
      #expect(event.hash == hash)
    }
    #expect(journal.head == JournalHead(sequence: 4, hash: hash))
    #expect(try journal.hash(at: 4) == hash)
    #expect(try journal.event(2) == stored[1])
    #expect(try journal.event(5) == nil)
    #expect(try journal.events(stream: "a", after: 1, limit: 1).map(\.sequence) == [2])
    #expect(try journal.replay(after: 0, stream: "b").map(\.sequence) == [4])
    #expect(try journal.replay(after: 2).map(\.sequence) == [3, 4])
  }

  @Test("bounds a page by count and bytes, but gives one event at least", arguments: Flavour.allCases)
  func pages(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(batch { $0.events = (1...5).map { newEvent($0, text: String(repeating: "x", count: 100)) } })
    #expect(try journal.events(after: 1, limit: 2, maxBytes: .max).map(\.sequence) == [2, 3])
    #expect(try journal.events(after: 1, limit: 9, maxBytes: 250).map(\.sequence) == [2, 3])
    #expect(try journal.events(after: 1, limit: 9, maxBytes: 1).map(\.sequence) == [2])
    #expect(try journal.events(after: 5, limit: 9, maxBytes: 1).isEmpty)
  }

  @Test("refuses a gap, and then writes nothing of the batch", arguments: Flavour.allCases)
  func gap(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let wrong = batch {
      $0.events = [newEvent(1), newEvent(3)]
      $0.entities = [.put(entity("round", "R1"), indexes: [])]
    }
    #expect(throws: StoreError.notContiguous(expected: 2, found: 3)) { try journal.commit(wrong) }
    #expect(journal.head.sequence == 0)
    #expect(try journal.entity(EntityAddress(kind: "round", key: "R1")) == nil)
  }

  @Test(
    "keeps an id, a reaction and a parked event once, and drops the batch that repeats one", arguments: Flavour.allCases
  )
  func duplicates(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let reaction = ReactionKey(feed: "intake", epoch: "e", sequence: 9, reaction: "on-project-opened")
    let parked = ParkedRecord(
      event: ForeignEvent(feed: "intake", epoch: "e", sequence: 9), subject: "p", reason: "unknown-type", detail: "d",
      parkedAt: "2024-03-01T08:00:00Z", bytes: Data("x".utf8))
    try journal.commit(
      batch {
        $0.repeats = [outcome("1")]
        $0.reactions = [reaction]
        $0.parked = [.park(parked)]
      })
    let repeated: [StoreBatch] = [
      batch { $0.repeats = [outcome("2"), outcome("1")] },
      batch { $0.repeats = [outcome("2"), outcome("2")] },
      batch {
        $0.repeats = [outcome("2")]
        $0.reactions = [reaction]
      },
      batch {
        $0.repeats = [outcome("2")]
        $0.parked = [.park(parked)]
      },
    ]
    for var wrong in repeated {
      wrong.events = nextEvents(journal, 1)
      #expect { try journal.commit(wrong) } throws: { if case StoreError.duplicate = $0 { true } else { false } }
      #expect(journal.head.sequence == 0)
      #expect(try journal.repeatRecord(source: "urn:jiugai:yueqing:subdistrict", id: "2") == nil)
    }
    #expect(try journal.repeatRecord(source: "urn:jiugai:yueqing:subdistrict", id: "1") == outcome("1"))
    #expect(try journal.hasReaction(reaction))
    #expect(try !journal.hasReaction(ReactionKey(feed: "intake", epoch: "e", sequence: 9, reaction: "other")))
    try journal.commit(batch { $0.parked = [.release(parked.event), .park(parked), .release(parked.event)] })
    #expect(try journal.parked(parked.event) == nil)
  }

  @Test("takes ids that differ in case or Unicode form for different ones", arguments: Flavour.allCases)
  func bytesDecide(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let forms = ["\u{E9}", "e\u{301}", "E\u{301}"]
    try journal.commit(
      batch {
        $0.repeats = forms.map { outcome($0) }
        $0.entities = forms.map {
          .put(entity("k", $0, "{\"form\":\($0.utf8.count)}"), indexes: [.init(name: "n", value: $0)])
        }
      })
    #expect(try journal.entities(kind: "k", keyPrefix: "", after: nil, limit: 9).count == 3)
    #expect(try journal.entity(EntityAddress(kind: "k", key: "\u{E9}")) == Data("{\"form\":2}".utf8))
    #expect(try journal.entities(kind: "k", index: "n", value: "e\u{301}", after: nil, limit: 9).count == 1)
    #expect(EntityAddress(kind: "k", key: forms[0]) != EntityAddress(kind: "k", key: forms[1]))
  }

  @Test("refuses keys that SQLite would cut short", arguments: Flavour.allCases)
  func nul(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    for wrong in [
      batch { $0.repeats = [outcome("a\0b")] }, batch { $0.entities = [.put(entity("k", "a\0"), indexes: [])] },
      batch { $0.entities = [.put(entity("", "a"), indexes: [])] },
    ] {
      #expect { try journal.commit(wrong) } throws: { if case StoreError.invalid = $0 { true } else { false } }
    }
  }

  @Test("finds refusals by subject, newest first", arguments: Flavour.allCases)
  func refusals(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(
      batch {
        $0.repeats = [
          outcome("1", status: "refused", at: "2024-03-01T08:00:00Z"), outcome("2", at: "2024-03-01T08:00:01Z"),
          outcome("3", status: "refused", at: "2024-03-01T08:00:02Z"),
          outcome("4", status: "refused", subject: "other", at: "2024-03-01T08:00:03Z"),
        ]
      })
    #expect(try journal.refusals(subject: "330382-2024-0007", limit: 9).map(\.id) == ["3", "1"])
    #expect(try journal.refusals(subject: "330382-2024-0007", limit: 1).map(\.id) == ["3"])
  }

  @Test("keeps the last position of each feed", arguments: Flavour.allCases)
  func cursors(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let old = CursorRecord(feed: "intake", epoch: "e", sequence: 1, hash: Data(repeating: 1, count: 32))
    let new = CursorRecord(feed: "intake", epoch: "e", sequence: 2, hash: Data(repeating: 2, count: 32))
    let other = CursorRecord(feed: "funding", epoch: "f", sequence: 5, hash: Data(repeating: 3, count: 32))
    try journal.commit(batch { $0.cursors = [old, other] })
    try journal.commit(batch { $0.cursors = [new] })
    #expect(try journal.cursor(feed: "intake") == new)
    #expect(try journal.cursors() == [other, new])
    #expect(try journal.cursor(feed: "approvals") == nil)
  }

  @Test("lists parked events in order, of one subject if asked", arguments: Flavour.allCases)
  func parked(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let records = [(10, "a"), (2, "b"), (3, "a")].map { number, subject in
      ParkedRecord(
        event: ForeignEvent(feed: "intake", epoch: "e", sequence: Int64(number)), subject: subject, reason: "r",
        detail: "d", parkedAt: "2024-03-01T08:00:00Z", bytes: Data())
    }
    try journal.commit(batch { $0.parked = records.map { .park($0) } })
    #expect(try journal.parked(subject: nil, limit: 9).map(\.event.sequence) == [2, 3, 10])
    #expect(try journal.parked(subject: "a", limit: 9).map(\.event.sequence) == [3, 10])
    #expect(try journal.parked(subject: nil, limit: 1).map(\.event.sequence) == [2])
    try journal.commit(batch { $0.parked = [.release(records[0].event)] })
    #expect(try journal.parked(subject: "a", limit: 9) == [records[2]])
  }

  @Test("shows a reader one state while the writer goes on", arguments: Flavour.allCases)
  func snapshots(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    try journal.commit(batch { $0.events = nextEvents(journal, 2) })
    try journal.reader().read { snapshot in
      #expect(try snapshot.head.sequence == 2)
      try journal.commit(
        batch {
          $0.events = nextEvents(journal, 1)
          $0.entities = [.put(entity("k", "a"), indexes: [])]
        })
      #expect(try snapshot.head.sequence == 2)
      #expect(try snapshot.entity(EntityAddress(kind: "k", key: "a")) == nil)
    }
    #expect(try journal.reader().read { try $0.head } == journal.head)
    #expect(journal.head.sequence == 3)
  }

  @Test("answers for content with a keyed hash", arguments: Flavour.allCases)
  func contentMAC(_ flavour: Flavour) throws {
    let journal = try scratch.journal(flavour)
    let content = Data("content".utf8)
    #expect(journal.contentMAC(for: content) == (try testKey().contentMAC(for: content)))
    #expect(journal.contentMAC(for: content) != (try testKey(8).contentMAC(for: content)))
    #expect(journal.contentMAC(for: content).count == 32)
  }
}
