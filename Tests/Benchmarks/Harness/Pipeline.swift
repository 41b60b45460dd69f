import Foundation
import Messaging

/// A message ready to be sent: nothing is left to encode while the clock runs.
struct Prepared {
  let kind: FrameKind
  let header: Data
  let body: Data
}

/// Clients that keep a window of requests under way: a few connections of one thread, each with as many in flight as a
/// service grants a connection, so that no answer is ever dropped. Everything happens on the calling thread.
final class Pipeline {
  private let sockets: [ClientSocket]
  private let poller = Poller()
  let inFlight: Int

  init(
    context: MessagingContext, endpoint: String, serverKey: String, keys: CurveKeyPair, connections: Int = 1,
    inFlight: Int = 32
  ) throws {
    self.inFlight = inFlight
    sockets = try (0..<connections).map { _ in
      try ClientSocket(context: context, endpoint: endpoint, serverKey: serverKey, keys: keys)
    }
    for socket in sockets { _ = poller.add(socket) }
  }

  var window: Int { sockets.count * inFlight }

  /// Sends all requests and waits for all answers.
  ///
  /// - Throws: `BenchFault` at the first answer that is not `ok`, or after ten seconds without any.
  func run(_ requests: [Prepared]) throws {
    try run(requests) { _ in }
  }

  /// The same; `each` sees every answer, in the order of arrival.
  func run(_ requests: [Prepared], each: (ReplyFrames) throws -> Void) throws {
    var underWay = Array(repeating: 0, count: sockets.count)
    var next = 0
    var answered = 0
    var lastNews = Stopwatch.now()
    while answered < requests.count {
      for (index, socket) in sockets.enumerated() {
        while next < requests.count, underWay[index] < inFlight {
          let request = requests[next]
          guard try socket.send(kind: request.kind, header: request.header, body: request.body) else { break }
          underWay[index] += 1
          next += 1
        }
      }
      _ = try poller.wait(milliseconds: underWay.contains { $0 > 0 } ? 1000 : 5)
      for (index, socket) in sockets.enumerated() {
        while let reply = try socket.receive() {
          try Pipeline.requireGood(reply)
          try each(reply)
          underWay[index] -= 1
          answered += 1
          lastNews = Stopwatch.now()
        }
      }
      if Stopwatch.now() - lastNews > 10_000_000_000 {
        throw BenchFault("no answer for ten seconds: \(answered) of \(requests.count) answered, \(try state())")
      }
    }
  }

  /// One request and its answer.
  func ask(_ request: Prepared) throws -> ReplyFrames {
    var answer: ReplyFrames?
    try run([request]) { answer = $0 }
    guard let answer else { throw BenchFault("no answer") }
    return answer
  }

  /// Sends one request and does not wait.
  func post(_ request: Prepared) throws {
    let watch = Stopwatch()
    while !(try sockets[0].send(kind: request.kind, header: request.header, body: request.body)) {
      guard watch.nanoseconds < 5_000_000_000 else { throw BenchFault("not connected: \(try state())") }
      _ = try poller.wait(milliseconds: 5)
    }
  }

  /// When the first answer came on each of two lines that a request was posted on; `each` takes the second line's.
  static func firstAnswers(
    of first: Pipeline, _ second: Pipeline, each: (ReplyFrames) throws -> Void
  ) throws -> (UInt64, UInt64) {
    let poller = Poller()
    _ = poller.add(first.sockets[0])
    _ = poller.add(second.sockets[0])
    var times: (UInt64?, UInt64?)
    let watch = Stopwatch()
    while watch.nanoseconds < 10_000_000_000 {
      if let one = times.0, let other = times.1 { return (one, other) }
      _ = try poller.wait(milliseconds: 1000)
      if let reply = try first.sockets[0].receive() {
        times.0 = Stopwatch.now()
        try requireGood(reply)
      }
      if let reply = try second.sockets[0].receive() {
        times.1 = Stopwatch.now()
        try requireGood(reply)
        try each(reply)
      }
    }
    throw BenchFault("no answer for ten seconds")
  }

  private static func requireGood(_ reply: ReplyFrames) throws {
    guard reply.kind == .reply, reply.header.range(of: ok) != nil else {
      throw BenchFault(
        "answered with \(String(decoding: reply.header, as: UTF8.self)) \(String(decoding: reply.body.prefix(2000), as: UTF8.self))")
    }
  }

  func close() {
    for socket in sockets { socket.close() }
  }

  private func state() throws -> String { try sockets.map { try $0.connection().rawValue }.joined(separator: ", ") }

  private static let ok = Data(#""status":"ok""#.utf8)
}
