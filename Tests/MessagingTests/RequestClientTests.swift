import Foundation
import Synchronization
import Testing

@testable import Messaging

@Suite("The client")
struct RequestClientTests {
  static let quick = RequestSettings(
    attempt: .milliseconds(100), longestAttempt: .milliseconds(200), socket: DoorTests.quick)

  @Test("asks again with the same id and a fresh rid when its first attempts are lost")
  func retries() async throws {
    let pair = try CurveKeyPair.generate()
    let log = Log()
    let server = try TestServer(known: [pair.publicKey]) { message, socket in
      guard case .frames(let frames) = message, let header = try? RequestHeader(wire: frames.header) else { return }
      if log.add(header) > 2 { TestServer.echo(message, socket) }
    }
    let client = try server.client(pair, settings: Self.quick)
    let reply = try await client.request(.sample("again", body: "[7]"))
    #expect(reply.body == Data("[7]".utf8))
    #expect(log.headers.count == 3)
    #expect(Set(log.headers.map(\.id)) == ["again"])
    #expect(Set(log.headers.map(\.rid)).count == 3)
    client.close()
    server.stop()
  }

  @Test("says that the outcome is unknown when nobody answers by the deadline")
  func silence() async throws {
    let pair = try CurveKeyPair.generate()
    let server = try TestServer(known: [pair.publicKey]) { _, _ in }
    let client = try server.client(pair, settings: Self.quick)
    let begun = Monotonic.now()
    let outcome = await client.send([.sample("a", deadline: .milliseconds(350))])
    #expect((outcome[0].failure?.attempts ?? 0) >= 2)
    #expect(Monotonic.now() - begun >= 340_000_000)
    client.close()
    server.stop()
  }

  @Test("keeps no more in flight than allowed, and the rest in line")
  func inFlight() async throws {
    let pair = try CurveKeyPair.generate()
    let held = Held()
    let server = try TestServer(known: [pair.publicKey]) { message, socket in
      guard case .frames(let frames) = message else { return }
      // Answers only when as many wait as may, so a client that held back more than it must would stall.
      for frames in held.add(frames, upTo: 4) { TestServer.echo(.frames(frames), socket) }
    }
    var settings = RequestSettings(inFlight: 4)
    settings.socket = DoorTests.quick
    let client = try server.client(pair, settings: settings)
    let replies = try await client.requestAll((0..<40).map { .sample("r\($0)", body: "\($0)") })
    #expect(replies.map { String(decoding: $0.body, as: UTF8.self) } == (0..<40).map { "\($0)" })
    #expect(held.most == 4)
    client.setInFlight(8)
    _ = try await client.requestAll((0..<40).map { .sample("s\($0)") })
    client.close()
    server.stop()
  }

  @Test("a restart of the server in mid-flight loses no request and doubles no answer")
  func restart() async throws {
    let pair = try CurveKeyPair.generate()
    let keys = try CurveKeyPair.generate()
    let first = try TestServer(keys: keys, known: [pair.publicKey], settings: DoorTests.quick) { message, socket in
      // Half of what arrives before the restart is lost.
      if case .frames(let frames) = message, frames.body.last.map({ $0 % 2 == 0 }) == true { TestServer.echo(message, socket) }
    }
    let clientContext = try MessagingContext()
    let client = try RequestClient(
      context: clientContext, endpoint: first.endpoint, serverKey: keys.publicKey, keys: pair,
      settings: RequestSettings(inFlight: 16, attempt: .seconds(30), socket: DoorTests.quick))
    async let replies = client.requestAll((0..<64).map { .sample("r\($0)", body: "\($0)") })
    try await Task.sleep(for: .milliseconds(200))
    first.stop()
    first.context.terminate()
    let second = try TestServer(keys: keys, known: [pair.publicKey], endpoint: first.endpoint, answer: TestServer.echo)
    // An attempt lasts 30 s here: the answers come because the client sees that the connection has ended.
    #expect(try await replies.map { String(decoding: $0.body, as: UTF8.self) } == (0..<64).map { "\($0)" })
    client.close()
    #expect(clientContext.terminate())
    second.stop()
  }

  @Test("sends busy requests again after the time that the server named, if told to")
  func busy() async throws {
    let pair = try CurveKeyPair.generate()
    let log = Log()
    let server = try TestServer(known: [pair.publicKey]) { message, socket in
      guard case .frames(let frames) = message, let header = try? RequestHeader(wire: frames.header) else { return }
      if log.add(header) % 2 == 0 { return TestServer.echo(message, socket) }
      let reply = ReplyHeader(inreplyto: header.id, rid: header.rid, status: .error, code: .busy, retryafterms: 20)
      socket.send(to: frames.routingID, kind: .error, header: reply.wire(), body: Data())
    }
    let plain = try server.client(pair)
    #expect(try await plain.request(.sample("a")).replyHeader().wireCode == .busy)
    #expect(try await plain.request(.sample("a")).replyHeader().status == .ok)
    let bulk = try server.client(pair, settings: RequestSettings(sendAgainOn: [.busy]))
    #expect(try await bulk.request(.sample("b")).replyHeader().status == .ok)
    plain.close()
    bulk.close()
    server.stop()
  }

  @Test("an attempt that another of its own replaced is not taken for the answer")
  func replaced() async throws {
    let pair = try CurveKeyPair.generate()
    let log = Log()
    let server = try TestServer(known: [pair.publicKey]) { message, socket in
      guard case .frames(let frames) = message, let header = try? RequestHeader(wire: frames.header) else { return }
      guard log.add(header) > 1 else { return }
      let reply = ReplyHeader(
        inreplyto: header.id, rid: log.headers[0].rid, status: .error, code: .replaced)
      socket.send(to: frames.routingID, kind: .error, header: reply.wire(), body: Data())
      TestServer.echo(message, socket)
    }
    let client = try server.client(pair, settings: Self.quick)
    #expect(try await client.request(.sample("a")).replyHeader().status == .ok)
    client.close()
    server.stop()
  }

  @Test("a cancelled task, a closed client and a repeated id end requests with their own errors")
  func ends() async throws {
    let pair = try CurveKeyPair.generate()
    let server = try TestServer(known: [pair.publicKey]) { _, _ in }
    let client = try server.client(pair)
    let task = Task { try await client.request(.sample("a")) }
    try await Task.sleep(for: .milliseconds(50))
    await #expect(throws: RequestFailure.idInUse) { try await client.request(.sample("a")) }
    task.cancel()
    await #expect(throws: RequestFailure.cancelled) { try await task.value }
    let before = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await client.request(.sample("b"))
    }
    await #expect(throws: RequestFailure.cancelled) { try await before.value }
    let open = Task { try await client.request(.sample("c")) }
    try await Task.sleep(for: .milliseconds(50))
    client.close()
    await #expect(throws: RequestFailure.closed) { try await open.value }
    await #expect(throws: RequestFailure.closed) { try await client.request(.sample("d")) }
    server.stop()
  }

  @Test("waits between the first attempt's time and its doubling, up to the longest")
  func schedule() {
    let schedule = AttemptSchedule(first: 2, longest: 60)
    let most = (1...50).map { schedule.wait($0) { $0.upperBound } }
    #expect(Array(most.prefix(7)) == [2, 4, 8, 16, 32, 60, 60])
    #expect(most.last == 60)
    #expect((1...50).allSatisfy { schedule.wait($0) { $0.lowerBound } == 2 })
    #expect(AttemptSchedule(first: 100, longest: 60).wait(9) { $0.upperBound } == 100)
  }

  @Test("a reader follows a feed over pages, skips and empty pages, and stops at another past")
  func feedReader() async throws {
    let pair = try CurveKeyPair.generate()
    let events = FeedTests.events
    let hashes = FeedTests.hashes
    let server = try TestServer(known: [pair.publicKey]) { message, socket in
      guard case .frames(let frames) = message, let header = try? RequestHeader(wire: frames.header),
        let read = try? FeedRequest(body: frames.body)
      else { return }
      var reply = ReplyHeader(inreplyto: header.id, rid: header.rid, status: .ok, feed: read.feed, epoch: "1")
      var body = Data()
      switch read.after {
      case 0: body = events[0] + [0x0A] + events[1] + [0x0A]
      case 2: body = FeedLine.skipLine(first: 3, last: 4, hash: hashes[4]) + [0x0A]
      case 4: body = events[4]
      default:
        reply.status = .error
        reply.code = WireCode.feedDiverged.rawValue
      }
      if read.after == 4 { (reply.head, reply.headhash) = (5, hashes[5].hex) }
      socket.send(to: frames.routingID, kind: .reply, header: reply.wire(), body: body)
    }
    let client = try server.client(pair)
    let reader = FeedReader(
      client: client, source: "urn:test", request: FeedRequest(feed: "voting", consumer: "c", cursor: nil, waitms: 0), from: nil)
    var sequences: [Int] = []
    await #expect(throws: FeedFault.answered(code: "FEED_DIVERGED", retry: .stop)) {
      for try await batch in reader { sequences.append(batch.cursor.sequence) }
    }
    #expect(sequences == [2, 4, 5])
    client.close()
    server.stop()
  }
}

/// Headers in the order in which they arrived.
private final class Log: Sendable {
  private let state = Mutex<[RequestHeader]>([])
  var headers: [RequestHeader] { state.withLock { $0 } }
  func add(_ header: RequestHeader) -> Int {
    state.withLock {
      $0.append(header)
      return $0.count
    }
  }
}

/// Keeps messages back until there are enough of them.
private final class Held: Sendable {
  private let state = Mutex<(frames: [InboundFrames], most: Int)>(([], 0))
  var most: Int { state.withLock { $0.most } }
  func add(_ frames: InboundFrames, upTo limit: Int) -> [InboundFrames] {
    state.withLock {
      $0.frames.append(frames)
      $0.most = max($0.most, $0.frames.count)
      guard $0.frames.count >= limit else { return [] }
      let all = $0.frames
      $0.frames = []
      return all
    }
  }
}
