import Foundation
import Messaging
import Testing

@Suite("Headers")
struct HeaderTests {
  static let request = RequestHeader(
    id: "0190a5f0-0000-7000-8000-000000000001", source: "urn:jiugai:330382:委员会", type: "jiugai.voting.close-round.v1",
    subject: "330382-2024-0007", time: "2024-03-01T08:00:00+08:00", datacontenttype: "application/json",
    effectiveon: "2024-03-01", rid: "r1", correlationid: "c", causationid: "k\"\\\n\t/", expectedversion: -7, lang: "zh-Hans")
  static let reply = ReplyHeader(
    inreplyto: "x", rid: "r", status: .refused, code: .refused, retryafterms: 5, replayed: true, feed: "voting", epoch: "e1",
    firstseq: 1, lastseq: 2, head: 3, headhash: "ab")

  @Test("come back as they were written")
  func roundTrip() throws {
    #expect(try RequestHeader(wire: Self.request.wire()) == Self.request)
    #expect(try ReplyHeader(wire: Self.reply.wire()) == Self.reply)
    let short = ReplyHeader(inreplyto: nil, status: .ok)
    #expect(try ReplyHeader(wire: short.wire()) == short)
    #expect(String(decoding: short.wire(), as: UTF8.self) == #"{"status":"ok"}"#)
  }

  @Test("mean the same to Foundation's coders")
  func sameToFoundation() throws {
    #expect(try JSONDecoder().decode(RequestHeader.self, from: Self.request.wire()) == Self.request)
    #expect(try RequestHeader(wire: JSONEncoder().encode(Self.request)) == Self.request)
    #expect(try JSONDecoder().decode(ReplyHeader.self, from: Self.reply.wire()) == Self.reply)
  }

  @Test("name what is missing or of the wrong type")
  func refused() {
    #expect(throws: HeaderError.missing("id")) {
      try RequestHeader(wire: Data(#"{"specversion":"1.0","source":"s","type":"t"}"#.utf8))
    }
    #expect(throws: HeaderError.wrongType("expectedversion")) {
      try RequestHeader(wire: Data(#"{"specversion":"1.0","id":"i","source":"s","type":"t","expectedversion":"1"}"#.utf8))
    }
    #expect(throws: HeaderError.wrongType("status")) { try ReplyHeader(wire: Data(#"{"status":"perhaps"}"#.utf8)) }
    #expect(throws: HeaderError.wrongType("content")) { try ReplyHeader(wire: Data("[]".utf8)) }
    #expect(throws: StrictJSONError.self) { try ReplyHeader(wire: Data(#"{"status":"ok","status":"ok"}"#.utf8)) }
  }

  @Test("pass over members of a later version, and take a code that is not in the registry")
  func later() throws {
    let header = try ReplyHeader(wire: Data(#"{"status":"error","code":"NEW_CODE","extra":{"a":[1,"]"]},"head":4,"feed":null}"#.utf8))
    #expect(header.code == "NEW_CODE")
    #expect(header.wireCode == nil)
    #expect(header.head == 4)
  }

  @Test("the registry holds every code of the wire, with what a sender may do")
  func registry() {
    #expect(WireCode.allCases.count == 20)
    #expect(WireCode.allCases.filter { $0.retry == .sameID }.map(\.rawValue) == [
      "BUSY", "RATE_LIMITED", "STORE_FULL", "SHUTTING_DOWN", "NEEDS_REPAIR", "INTERNAL",
    ])
    #expect(WireCode.allCases.filter { $0.retry == .stop } == [.cursorAhead, .feedDiverged, .epochChanged])
  }
}
