import Foundation
import Messaging
import Testing

@Suite("The feed's chain and pages")
struct FeedTests {
  static let events = (1...5).map { Data(#"{"specversion":"1.0","id":"e\#($0)","sequence":\#($0)}"#.utf8) }

  /// The hashes h(0) … h(5).
  static var hashes: [ChainHash] {
    events.enumerated().reduce(into: [ChainHash.start(feed: "voting", epoch: "1")]) { hashes, event in
      hashes.append(hashes[event.offset].next(sequence: event.offset + 1, event: event.element))
    }
  }

  private func page(_ lines: [Data]) throws -> FeedPage {
    try FeedPage(body: Data(lines.joined(separator: [0x0A])))
  }

  @Test("the chain has these values, worked out by another program")
  func vectors() throws {
    // Python: sha256(b"JG1voting1"); then sha256(h0 + (1).to_bytes(8, "big") + sha256(b"{}").digest())
    let start = ChainHash.start(feed: "voting", epoch: "1")
    #expect(start.hex == "7e32f5904fa2f2b841d722b8098cd2ce6d7771bdccdfe0fe2cde570e92b31c75")
    let first = start.next(sequence: 1, event: Data("{}".utf8))
    #expect(first.hex == "5a85d8386a2938145b851eb175b3ab19609fc500618d7ef8051a3fe9a7a2dc59")
    #expect(first.next(sequence: 2, event: Data("旧改".utf8)).hex == "c6154af35667dde8089619bf6bf1df704ffbffd83169c256667de5e2f53856a7")
    #expect(ChainHash(hex: first.hex) == first)
    #expect(ChainHash(hex: first.hex.uppercased()) == nil)
    #expect(ChainHash(hex: "ab") == nil)
  }

  @Test("a page leads from the cursor to its end")
  func follows() throws {
    let hashes = Self.hashes
    let end = try page(Self.events).verified(from: .start(feed: "voting", epoch: "1"), head: 5, headhash: hashes[5].hex)
    #expect(end == FeedCursor(epoch: "1", sequence: 5, hash: hashes[5]))
    #expect(try page([]).verified(from: end) == end)
  }

  @Test("skips lead all readers to the same cursor")
  func skips() throws {
    let hashes = Self.hashes
    let skip = FeedLine.skipLine(first: 2, last: 4, hash: hashes[4])
    let skipping = try page([Self.events[0], skip, Self.events[4]])
    #expect(skipping.lines[1] == .skip(first: 2, last: 4, hash: hashes[4]))
    #expect(skipping.events.map(\.sequence) == [1, 5])
    #expect(skipping.events[1].bytes == Self.events[4])
    let end = try skipping.verified(from: .start(feed: "voting", epoch: "1"), head: 5, headhash: hashes[5].hex)
    #expect(end.hash == hashes[5])
  }

  @Test("a missing, altered or reordered event is found")
  func broken() throws {
    let start = FeedCursor.start(feed: "voting", epoch: "1")
    let events = Self.events
    let head = Self.hashes[5].hex
    #expect(throws: FeedFault.gap(expected: 2, found: 3)) { try page([events[0], events[2]]).verified(from: start) }
    #expect(throws: FeedFault.gap(expected: 1, found: 2)) { try page([events[1], events[0]]).verified(from: start) }
    let altered = Data(#"{"specversion":"1.1","id":"e3","sequence":3}"#.utf8)
    #expect(throws: FeedFault.brokenChain(sequence: 5)) {
      try page([events[0], events[1], altered, events[3], events[4]]).verified(from: start, head: 5, headhash: head)
    }
    #expect(throws: FeedFault.badLine(2)) { try page([events[0], Data("{}".utf8)]) }
    #expect(throws: FeedFault.badLine(1)) { try page([Data(#"{"skip":[4,2],"hash":"00"}"#.utf8)]) }
    #expect(throws: StrictJSONError.self) { try page([Data(#"{"sequence":1,"sequence":2}"#.utf8)]) }
  }

  @Test("a feed read comes back as it was written, and is held to its bounds")
  func request() throws {
    let cursor = FeedCursor(epoch: "1", sequence: 5, hash: Self.hashes[5])
    let request = FeedRequest(feed: "voting", consumer: "funding", cursor: cursor, types: ["jiugai.voting.round-closed.v1"])
    #expect(try FeedRequest(body: request.body()) == request)
    #expect(try FeedRequest(body: FeedRequest(feed: "f", consumer: "c", cursor: nil).body()).afterhash == nil)
    for change: (inout FeedRequest) -> Void in [
      { $0.maxevents = 501 }, { $0.maxevents = 0 }, { $0.maxbytes = 524_289 }, { $0.waitms = 20_001 }, { $0.after = -1 },
      { $0.afterhash = nil },
    ] {
      var bad = request
      change(&bad)
      let body = try bad.body()
      #expect(throws: FeedFault.self) { try FeedRequest(body: body) }
    }
    #expect(throws: StrictJSONError.self) { try FeedRequest(body: Data(#"{"fed":"voting"}"#.utf8)) }
  }
}
