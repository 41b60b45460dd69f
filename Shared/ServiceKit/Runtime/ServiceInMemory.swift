import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// A service without socket, thread or file: the real engine, query desk and feed pages over a journal in memory. What a
/// simulation needs to let five of them speak to each other.
///
/// It lasts as long as its "process": a new one over the same journal is the service started again.
package final class ServiceInMemory {
  package let definition: ServiceDefinition
  package let engine: Engine
  private let journal: MemoryJournal
  private let reader: any JournalReader
  private let laws: any LawBook
  private let replies: Replies
  private let pages: FeedServer

  /// - Throws: what a journal that cannot be read throws.
  package init(
    _ definition: ServiceDefinition, journal: MemoryJournal, laws: any LawBook, clock: @escaping @Sendable () -> Instant
  ) throws {
    self.definition = definition
    self.journal = journal
    self.laws = laws
    reader = journal.reader()
    replies = Replies(feed: journal.feed, epoch: journal.epoch)
    pages = FeedServer(feed: definition.service, reader: reader)
    engine = try Engine(definition, journal: journal, laws: laws, clock: clock)
  }

  /// Decides a command into the batch in hand; the answer may be sent once `engine.commit()` has returned.
  package func decide(_ header: RequestHeader, _ body: Data, _ principal: Principal) throws -> ReplyFrames {
    let day = try BusinessDate(header.effectiveon ?? "")
    let request = CommandRequest(
      type: header.type, id: header.id, source: header.source, subject: header.subject ?? "", effectiveOn: day,
      expectedVersion: header.expectedversion.map(Int64.init), body: body, principal: principal,
      language: Language(header))
    let reply: OutgoingReply
    switch try engine.decide(request) {
    case .accepted(let body, let first, let last, let isRepeat):
      reply = replies.ok(header, to: Data(), body: body, first: first, last: last, isRepeat: isRepeat ? true : nil)
    case .refused(let problem, let isRepeat):
      reply = replies.refused(header, to: Data(), problem: problem, isRepeat: isRepeat)
    case .rejected(let code, let detail, let pointers):
      reply = replies.error(code, detail, pointers: pointers, id: header.id, rid: header.rid, to: Data())
    }
    return reply.frames
  }

  /// Answers a query from what is committed.
  package func answer(_ header: RequestHeader, _ body: Data, _ principal: Principal) -> ReplyFrames {
    guard let known = engine.registry.queries[header.type] else {
      return error(.unknownType, "no such query or version here", header)
    }
    guard !known.handler.query.askers.isDisjoint(with: principal.roles) else {
      return error(.notAuthorised, "this query is not for the key's roles", header)
    }
    let frames = InboundFrames(routingID: Data(), clientKey: "", kind: .query, header: Data(), body: body)
    return QueryDesk.answer(header, frames, known.decode, known.handler, reader, principal, laws, replies).frames
  }

  /// A page of the own feed.
  package func page(_ header: RequestHeader, _ request: FeedRequest, _ principal: Principal) -> ReplyFrames {
    replies.page(try? pages.page(request, for: principal), header, to: Data()).frames
  }

  /// An answer that something was not judged.
  package func error(_ code: WireCode, _ detail: String, _ header: RequestHeader) -> ReplyFrames {
    replies.error(code, detail, id: header.id, rid: header.rid, to: Data()).frames
  }

  /// An answer with a body that the simulation makes itself.
  package func ok(_ header: RequestHeader, _ body: Data) -> ReplyFrames { replies.ok(header, to: Data(), body: body).frames }
}

extension OutgoingReply {
  fileprivate var frames: ReplyFrames { ReplyFrames(kind: kind, header: header, body: body) }
}
