import Foundation

/// The thread behind a `RequestClient`: it owns the socket and everything that is under way.
final class RequestLoop {
  private let socket: ClientSocket
  private let orders: Mailbox<RequestOrder>
  private let wakeUp: WakeUp
  private let settings: RequestSettings
  private let observed: ObservedConnection
  private let poller = Poller()
  private var limit: Int
  private var inFlight: [String: PendingRequest] = [:]
  private var line = WaitingLine<PendingRequest>()
  /// In flight but not yet taken by the socket.
  private var unsent = WaitingLine<PendingRequest>()
  /// The next moment at which a timeout or deadline may have passed; never too late, perhaps too early.
  private var nextDue: UInt64 = .max
  private var nextLineCheck: UInt64 = 0
  private var isClosing = false
  private var seenReconnections = 0
  /// Rounds of silence since the last answer, and when the last of them was counted: thirty-two requests that run out
  /// together are one round.
  private var silentRounds = 0
  private var lastRoundAt: UInt64 = 0
  private var ridPrefix = String(UInt32.random(in: .min ... .max), radix: 36)
  private var ridCount = 0

  init(
    socket: ClientSocket, orders: Mailbox<RequestOrder>, wakeUp: WakeUp, settings: RequestSettings,
    observed: ObservedConnection
  ) {
    self.socket = socket
    self.orders = orders
    self.wakeUp = wakeUp
    self.settings = settings
    self.observed = observed
    limit = settings.inFlight
  }

  /// Runs until it is told to close or the context is shut down.
  func run() {
    _ = poller.add(wakeUp)
    _ = poller.add(socket)
    do {
      while !isClosing { try turn() }
    } catch {
      // The context was shut down, or libzmq failed for good: nobody will be answered any more.
    }
    socket.close()
    let left = orders.close()
    for case .send(let submission) in left { take(submission) }
    for pending in inFlight.values { pending.batch.settle(pending.index, .failure(.closed)) }
    while let pending = line.popFirst() { pending.batch.settle(pending.index, .failure(.closed)) }
  }

  private func turn() throws {
    socket.waitsToSend = !unsent.isEmpty
    _ = try poller.wait(milliseconds: patience())
    observed.note(try socket.connection())
    wakeUp.drain()
    for order in orders.takeAll() { obey(order) }
    try receive()
    if socket.reconnections != seenReconnections {
      seenReconnections = socket.reconnections
      sendAllAgain()
    }
    admit()
    flush()
    try expire()
  }

  /// How long the poller may sleep, in milliseconds. At most a quarter of a second, so that the connection's state is
  /// fresh.
  private func patience() -> Int {
    let now = Monotonic.now()
    guard nextDue > now else { return 0 }
    return Int(min((nextDue - now + 999_999) / 1_000_000, 250))
  }

  // MARK: Orders

  private func obey(_ order: RequestOrder) {
    switch order {
    case .send(let submission): take(submission)
    case .cancel(let token): cancel(token)
    case .setInFlight(let limit): self.limit = limit
    case .close: isClosing = true
    }
  }

  private func take(_ submission: Submission) {
    let batch = PendingBatch(submission)
    let now = Monotonic.now()
    for (index, request) in submission.requests.enumerated() {
      line.append(PendingRequest(request, in: batch, index: index, now: now, settings: settings))
    }
  }

  private func cancel(_ token: Int) {
    for pending in line.remove(where: { $0.batch.token == token }) {
      pending.batch.settle(pending.index, .failure(.cancelled))
    }
    for pending in inFlight.values.filter({ $0.batch.token == token }) { settle(pending, .failure(.cancelled)) }
  }

  // MARK: Sending

  /// Lets requests out of the line as long as there is room in flight.
  private func admit() {
    while inFlight.count < limit, let pending = line.popFirst() {
      guard inFlight[pending.request.id] == nil else {
        pending.batch.settle(pending.index, .failure(.idInUse))
        continue
      }
      inFlight[pending.request.id] = pending
      begin(pending, at: Monotonic.now())
    }
  }

  private func begin(_ pending: PendingRequest, at now: UInt64) {
    pending.attempts += 1
    pending.isPaused = false
    pending.begunAt = now
    pending.dueAt = now + pending.schedule.wait(pending.attempts) { .random(in: $0) }
    ridCount += 1
    pending.rid = "\(ridPrefix)-\(ridCount)"
    nextDue = min(nextDue, pending.dueAt, pending.deadline)
    if !pending.isUnsent {
      pending.isUnsent = true
      unsent.append(pending)
    }
  }

  /// Hands over what the socket takes; the rest waits until it takes more.
  private func flush() {
    while let pending = unsent.popFirst() {
      guard !pending.batch.isSettled(pending.index) else { continue }
      do {
        let wasTaken = try socket.send(
          kind: pending.request.kind, header: pending.request.header(pending.rid), body: pending.request.body)
        guard wasTaken else {
          putBack(pending)
          return
        }
        pending.isUnsent = false
        pending.wasSent = true
      } catch {
        settle(pending, .failure(.tooLarge(error)))
      }
    }
  }

  /// The order among unsent requests does not matter, but none may be lost.
  private func putBack(_ pending: PendingRequest) {
    unsent.append(pending)
  }

  // MARK: Answers

  private func receive() throws {
    // A bound, so that a flood of answers does not keep new requests from going out.
    for _ in 0..<1_024 {
      guard let reply = try socket.receive() else { return }
      guard let header = try? reply.replyHeader(), let id = header.inreplyto else { continue }
      silentRounds = 0
      guard let pending = inFlight[id] else { continue }
      if let code = header.wireCode {
        // An attempt of our own has taken this one's place; its answer is the one to wait for.
        if code == .replaced, header.rid != nil, header.rid != pending.rid { continue }
        if settings.sendAgainOn.contains(code) {
          if header.rid == nil || header.rid == pending.rid { pause(pending, header.retryafterms) }
          continue
        }
      }
      settle(pending, .success(reply))
    }
  }

  private func pause(_ pending: PendingRequest, _ milliseconds: Int?) {
    let wait = milliseconds.map { UInt64(max(0, $0)) * 1_000_000 } ?? pending.schedule.first
    pending.isPaused = true
    pending.dueAt = Monotonic.now() + wait
    nextDue = min(nextDue, pending.dueAt)
  }

  private func settle(_ pending: PendingRequest, _ outcome: Result<ReplyFrames, RequestFailure>) {
    inFlight[pending.request.id] = nil
    pending.batch.settle(pending.index, outcome)
  }

  // MARK: Time

  private func expire() throws {
    let now = Monotonic.now()
    expireLine(now)
    guard now >= nextDue else { return }
    nextDue = .max
    var late: [PendingRequest] = []
    for pending in inFlight.values {
      if now >= pending.deadline {
        settle(pending, .failure(.noAnswer(attempts: pending.attempts, connection: observed.state)))
      } else if now >= pending.dueAt {
        late.append(pending)
      } else {
        nextDue = min(nextDue, pending.dueAt, pending.deadline)
      }
    }
    for pending in late where !pending.isPaused && pending.begunAt >= lastRoundAt {
      silentRounds += 1
      lastRoundAt = now
      break
    }
    for pending in late { begin(pending, at: now) }
    if silentRounds >= settings.silentRounds { try startAnew(now) }
    flush()
    admit()
    flush()
  }

  /// Deadlines of those that are not even in flight; looked at ten times a second, as there may be very many.
  private func expireLine(_ now: UInt64) {
    guard !line.isEmpty, now >= nextLineCheck else { return }
    nextLineCheck = now + 100_000_000
    for pending in line.remove(where: { now >= $0.deadline }) {
      pending.batch.settle(pending.index, .failure(.noAnswer(attempts: 0, connection: observed.state)))
    }
  }

  /// Opens the socket anew: after a final refusal libzmq would never try again by itself.
  private func startAnew(_ now: UInt64) throws {
    silentRounds = 0
    try socket.reopen()
    sendAllAgain()
  }

  /// After a connection has ended no answer to what was sent over it can arrive any more, so there is nothing to wait for.
  private func sendAllAgain() {
    for pending in inFlight.values where !pending.isUnsent && !pending.isPaused {
      pending.isUnsent = true
      unsent.append(pending)
    }
  }
}
