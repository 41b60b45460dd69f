import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// What comes off the socket: answered at once, handed to another thread, or given back as a command.
extension FrontDoor {
  /// Answers what can be answered at once, hands out what others work on, and gives back a command.
  func take(_ message: InboundMessage) -> WaitingCommand? {
    switch message {
    case .fault(let routingID, let key, let fault, let header):
      let known = try? RequestHeader(wire: header)
      shared.count(fault.code)
      shared.access.refused(fault.code, key: key)
      send(replies.error(fault.code, fault.description, id: known?.id, rid: known?.rid, to: routingID))
      return nil
    case .frames(let frames): return take(frames)
    }
  }

  private func take(_ frames: InboundFrames) -> WaitingCommand? {
    let header: RequestHeader
    do { header = try RequestHeader(wire: frames.header) } catch {
      reject(.malformed, "\(error)", nil, frames)
      return nil
    }
    guard let entry = shared.access.entry(of: frames.clientKey) else {
      reject(.notAuthorised, "the key is not registered any more", header, frames)
      return nil
    }
    // Most keys have no last day; only of the others is the clock asked.
    if let day = entry.expires, entry.isExpired(on: Instant.now().businessDate) {
      expired(day, header, frames)
      return nil
    }
    guard header.specversion == "1.0", LoopShared.isPlain(header.id, 1...64) else {
      reject(.malformed, "the header needs specversion 1.0 and an id of 1 to 64 letters, digits and -_.:", header, frames)
      return nil
    }
    if frames.kind == .ping {
      send(replies.ok(header, to: frames.routingID, body: Data("{}".utf8)))
      return nil
    }
    guard header.source == entry.source else {
      reject(.sourceMismatch, "this key is registered for another source", header, frames)
      return nil
    }
    switch frames.kind {
    case .command: return command(header, frames, entry.principal)
    case .query: query(header, frames, entry.principal)
    case .feedRead: feedRead(header, frames, entry.principal)
    case .documentChunk: document(header, frames, entry.principal)
    case .hello: hello(header, frames)
    case .ping, .reply, .error: reject(.unsupportedProtocol, "not a request", header, frames)
    }
    return nil
  }

  func reject(_ code: WireCode, _ detail: String, pointers: [String] = [], _ header: RequestHeader?, _ frames: InboundFrames) {
    shared.count(code)
    shared.access.refused(code, key: frames.clientKey)
    send(
      replies.error(
        code, detail, pointers: pointers, id: header?.id, rid: header?.rid, to: frames.routingID,
        language: Language(header), retryAfter: code == .busy ? 200 : nil))
  }

  /// A key whose time is over is let in and told so: at the handshake it would only meet silence.
  private func expired(_ day: BusinessDate, _ header: RequestHeader, _ frames: InboundFrames) {
    shared.count(.notAuthorised)
    shared.access.expired(key: frames.clientKey)
    let detail =
      Language(header) == .zh
      ? "该密钥自 \(day) 起失效；请用 jiugai keys new 生成新密钥，并请运维登记。"
      : "this key expired on \(day); make a new one with jiugai keys new and have the operator register it"
    send(
      replies.error(
        .notAuthorised, detail, id: header.id, rid: header.rid, to: frames.routingID, language: Language(header)))
  }

  private func hello(_ header: RequestHeader, _ frames: InboundFrames) {
    let hello = Hello(feed: equipment.feed, epoch: equipment.epoch, epochs: equipment.epochs, head: shared.head)
    send(replies.ok(header, to: frames.routingID, body: hello.body))
  }

  private func command(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) -> WaitingCommand? {
    guard !needsRepair else {
      reject(.needsRepair, "another service has seen a later end of this journal", header, frames)
      return nil
    }
    guard let known = equipment.registry.commands[header.type], let shape = equipment.shapes.tree(of: header.type) else {
      reject(.unknownType, "no such command or version here", header, frames)
      return nil
    }
    do throws(StrictJSONError) { try StrictJSON.check(frames.body, keys: shape) } catch {
      let code: WireCode = if case .unknownKey = error.reason { .schemaInvalid } else { .malformed }
      reject(code, "\(error)", pointers: [error.pointer], header, frames)
      return nil
    }
    guard let day = header.effectiveon.flatMap({ try? BusinessDate($0) }) else {
      reject(.schemaInvalid, "the header needs effectiveon, a day such as 2024-03-01", pointers: ["/effectiveon"], header, frames)
      return nil
    }
    var request = CommandRequest(
      type: header.type, id: header.id, source: header.source, subject: header.subject ?? "", effectiveOn: day,
      expectedVersion: header.expectedversion.map(Int64.init), body: frames.body, principal: principal,
      language: Language(header))
    request.read(known, decoder, contentMAC: equipment.vaultKey.contentMAC)
    return WaitingCommand(header: header, request: request, routingID: frames.routingID)
  }

  private func query(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    guard let known = equipment.registry.queries[header.type], let shape = equipment.shapes.tree(of: header.type) else {
      if header.type == equipment.healthType { return health(header, frames, principal) }
      return reject(.unknownType, "no such query or version here", header, frames)
    }
    guard !known.handler.query.askers.isDisjoint(with: principal.roles) else {
      return reject(.notAuthorised, "this query is not for the key's roles", header, frames)
    }
    do throws(StrictJSONError) { try StrictJSON.check(frames.body, keys: shape) } catch {
      return reject(.malformed, "\(error)", pointers: [error.pointer], header, frames)
    }
    let (replies, reader, laws, shared) = (replies, equipment.reader, equipment.laws, shared)
    let accepted = shared.work {
      let answer = QueryDesk.answer(
        header, frames, known.decode, known.handler, reader, principal, laws, replies)
      if answer.isUnauthorised { shared.access.refused(.notAuthorised, key: frames.clientKey) }
      shared.outbox(answer)
    }
    if !accepted { reject(.busy, "too many queries are being answered", header, frames) }
  }

  private func document(_ header: RequestHeader, _ frames: InboundFrames, _ principal: Principal) {
    let (replies, documents, shared) = (replies, equipment.documents, shared)
    let accepted = shared.work {
      switch documents.answer(header, frames.body, principal) {
      case .progress(let body), .chunk(let body): shared.outbox(replies.ok(header, to: frames.routingID, body: body))
      case .rejected(let code, let detail):
        if code == .notAuthorised { shared.access.refused(code, key: frames.clientKey) }
        shared.outbox(
          replies.error(code, detail, id: header.id, rid: header.rid, to: frames.routingID, language: Language(header)))
      }
    }
    if !accepted { reject(.busy, "too many documents are being taken", header, frames) }
  }
}
