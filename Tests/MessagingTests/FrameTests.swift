import CZeroMQ
import Foundation
import Testing

@testable import Messaging

/// What the server socket makes of frames, with a bare DEALER that can send anything.
@Suite("Frames")
struct FrameTests {
  /// A DEALER with the client's options and a routing id of its choice.
  private func dealer(_ server: TestServer, _ pair: CurveKeyPair, routingID: String? = nil) throws -> SocketHandle {
    let dealer = try SocketHandle(server.context, type: ZMQ_DEALER)
    try dealer.setClientOptions(DoorTests.quick, serverKey: server.keys.publicKey, keys: pair)
    try dealer.set(ZMQ_IMMEDIATE, Int32(0))
    try dealer.set(ZMQ_MAXMSGSIZE, Int64(-1))
    if let routingID { try dealer.set(ZMQ_ROUTING_ID, routingID) }
    try dealer.connect(server.endpoint)
    return dealer
  }

  private func send(_ dealer: SocketHandle, _ frames: [Data]) {
    for (index, frame) in frames.enumerated() {
      #expect(dealer.send(frame, more: index < frames.count - 1))
    }
  }

  /// The header of the answer, `nil` if none comes in time.
  private func answer(_ dealer: SocketHandle, milliseconds: Int = 2_000) throws -> ReplyHeader? {
    let poller = Poller()
    _ = poller.add(PolledHandle(dealer))
    guard try !poller.wait(milliseconds: milliseconds).isEmpty else { return nil }
    var frames: [Data] = []
    while try dealer.receive() {
      frames.append(Data(dealer.frame))
      if !dealer.hasMore { break }
    }
    try #require(frames.count == 4)
    return try ReplyHeader(wire: frames[2])
  }

  static let header = RequestHeader(id: "i1", source: "s", type: "t", rid: "1").wire()

  private func withServer(_ body: (TestServer, CurveKeyPair) throws -> Void) throws {
    let pair = try CurveKeyPair.generate()
    let server = try TestServer(known: [pair.publicKey], answer: TestServer.echo)
    try body(server, pair)
    server.stop()
    #expect(server.context.terminate())
  }

  @Test("that are wrong get a code, the key known and, where it can be read, the id")
  func faults() throws {
    try withServer { server, pair in
      let dealer = try dealer(server, pair)
      let protocolFrame = Data("JG1/C".utf8)
      let cases: [(frames: [Data], code: WireCode, id: String?)] = [
        ([Data(), protocolFrame, Self.header, Data(), Data()], .malformed, nil),
        (Array(repeating: Data("x".utf8), count: 10_000), .malformed, nil),
        ([Data(), protocolFrame, Self.header], .malformed, "i1"),
        ([Data()], .malformed, nil),
        ([Data("x".utf8), protocolFrame, Self.header, Data()], .malformed, "i1"),
        ([Data(), Data("JG2/C".utf8), Self.header, Data()], .unsupportedProtocol, "i1"),
        ([Data(), Data("JG1/X".utf8), Self.header, Data()], .unsupportedProtocol, "i1"),
        ([Data(), Data("JG1/R".utf8), Self.header, Data()], .unsupportedProtocol, "i1"),
        ([Data(), Data("JG1/CC".utf8), Self.header, Data()], .unsupportedProtocol, "i1"),
        ([Data(), protocolFrame, Data(count: FrameLimits.header + 1), Data()], .tooLarge, nil),
        ([Data(), protocolFrame, Self.header, Data(count: FrameLimits.bulkBody + 1)], .tooLarge, "i1"),
      ]
      for (frames, code, id) in cases {
        send(dealer, frames)
        let header = try #require(try answer(dealer))
        #expect(header.wireCode == code)
        #expect(header.inreplyto == id)
        #expect(header.feed == pair.publicKey, "the key is known though the message is bad")
      }
      send(dealer, [Data(), protocolFrame, Self.header, Data(count: FrameLimits.bulkBody)])
      #expect(try answer(dealer)?.status == .ok)
      dealer.close()
    }
  }

  @Test("a plain REQ is served")
  func plainREQ() throws {
    try withServer { server, pair in
      let req = try SocketHandle(server.context, type: ZMQ_REQ)
      try req.setClientOptions(DoorTests.quick, serverKey: server.keys.publicKey, keys: pair)
      try req.set(ZMQ_IMMEDIATE, Int32(0))
      try req.connect(server.endpoint)
      send(req, [Data("JG1/P".utf8), Self.header, Data("{}".utf8)])
      let poller = Poller()
      _ = poller.add(PolledHandle(req))
      #expect(try !poller.wait(milliseconds: 2_000).isEmpty)
      #expect(try req.receive())
      #expect(Array(req.frame) == Array("JG1/R".utf8))
      req.close()
    }
  }

  @Test("a frame beyond the server's bound closes the connection without a word, so clients refuse it themselves")
  func oversize() async throws {
    let pair = try CurveKeyPair.generate()
    let server = try TestServer(known: [pair.publicKey], answer: TestServer.echo)
    let dealer = try dealer(server, pair)
    let monitor = try SocketMonitor(of: dealer, in: server.context)
    send(dealer, [Data(), Data("JG1/C".utf8), Self.header, Data(count: FrameLimits.frameToServer + 1)])
    var wasClosed = false
    let end = Monotonic.now() + 2_000_000_000
    while !wasClosed, Monotonic.now() < end {
      if let event = try monitor.next() { wasClosed = Int32(event.type) == ZMQ_EVENT_DISCONNECTED } else { usleep(1_000) }
    }
    #expect(wasClosed)
    #expect(try answer(dealer, milliseconds: 50) == nil)
    monitor.close(of: dealer)
    dealer.close()
    let client = try server.client(pair)
    let fault = FrameFault.oversizedFrame(name: "body", limit: FrameLimits.bulkBody)
    await #expect(throws: RequestFailure.tooLarge(fault)) {
      try await client.request(.sample("a", body: String(repeating: " ", count: FrameLimits.bulkBody + 1)))
    }
    #expect(try await client.request(.sample("b")).kind == .reply)
    client.close()
    server.stop()
  }

  @Test("a routing id that is taken is not handed over to another key")
  func noHandover() throws {
    let (one, thief) = (try CurveKeyPair.generate(), try CurveKeyPair.generate())
    let server = try TestServer(known: [one.publicKey, thief.publicKey], answer: TestServer.echo)
    let owner = try dealer(server, one, routingID: "same")
    let ping = [Data(), Data("JG1/P".utf8), Self.header, Data("{}".utf8)]
    send(owner, ping)
    #expect(try answer(owner)?.feed == one.publicKey)
    let other = try dealer(server, thief, routingID: "same")
    send(other, ping)
    #expect(try answer(other, milliseconds: 200) == nil)
    send(owner, ping)
    #expect(try answer(owner)?.feed == one.publicKey, "the owner still gets its own answers")
    owner.close()
    other.close()
    server.stop()
  }

  @Test("a peer that has gone, or does not read, is not waited for")
  func unsendable() throws {
    let context = try MessagingContext()
    let table = KeyTable()
    let pair = try CurveKeyPair.generate()
    table.replace(known: [pair.publicKey], revoked: [])
    let handler = try ZAPHandler(context: context, keys: table, domain: "test")
    try handler.start()
    let keys = try CurveKeyPair.generate()
    let server = try ServerSocket(
      context: context, endpoint: "tcp://127.0.0.1:*", keys: keys, zapDomain: "test", settings: SocketSettings(highWater: 2))
    #expect(!server.send(to: Data("nobody".utf8), kind: .reply, header: Data(), body: Data()))
    let client = try ClientSocket(
      context: context, endpoint: server.lastEndpoint, serverKey: keys.publicKey, keys: pair,
      settings: SocketSettings(highWater: 2))
    let end = Monotonic.now() + 2_000_000_000
    while try !client.send(kind: .ping, header: Self.header, body: Data()), Monotonic.now() < end { usleep(1_000) }
    let poller = Poller()
    _ = poller.add(server)
    #expect(try poller.wait(milliseconds: 2_000).count == 1)
    guard case .frames(let frames) = try server.receive() else {
      Issue.record("the ping did not arrive")
      return
    }
    #expect(frames.clientKey == pair.publicKey)
    // Without a reader the queues and the kernel's buffers fill up; then sends are refused, and do not block.
    let page = Data(count: 256 * 1024)
    var taken = 0
    while taken < 10_000, server.send(to: frames.routingID, kind: .reply, header: Self.header, body: page) { taken += 1 }
    #expect(taken < 10_000)
    client.close()
    server.close()
    handler.stop()
    #expect(context.terminate())
  }
}
