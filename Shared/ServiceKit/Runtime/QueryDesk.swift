import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging
import Policy

/// Answers queries beside the loop, from read snapshots.
enum QueryDesk {
  static func answer(
    _ header: RequestHeader, _ frames: InboundFrames, _ decode: @Sendable (Data, CompactDecoder) throws -> any Query,
    _ handler: QueryHandler, _ reader: any JournalReader, _ principal: Principal, _ laws: any LawBook, _ replies: Replies
  ) -> OutgoingReply {
    func error(_ code: WireCode, _ detail: String, _ pointers: [String] = []) -> OutgoingReply {
      replies.error(
        code, detail, pointers: pointers, id: header.id, rid: header.rid, to: frames.routingID, language: Language(header))
    }
    let query: any Query
    do { query = try decode(frames.body, CompactDecoder()) } catch {
      let fault = FieldFault(error)
      return replies.error(
        .schemaInvalid, fault.detail, pointers: [fault.pointer], id: header.id, rid: header.rid, to: frames.routingID,
        language: Language(header))
    }
    do {
      let body: Data? = try reader.read { snapshot in
        let view = SnapshotView(snapshot)
        switch try principal.reach(to: query.subject, community: {
          try view.get(ProjectRecord.self, $0.rawValue)?.community
        }) {
        case .within: break
        case .elsewhere: return nil
        case .unknown: throw Refusal(.projectUnknown)
        }
        let answer = try handler.answer(
          query, view,
          Inquiry(
            principal: principal, today: Instant.now().businessDate, laws: { laws.law($0) }, latest: { laws.latest($0) }))
        return try CompactEncoder().encode(answer)
      }
      guard let body else { return error(.notAuthorised, "the key may not look into this division or community") }
      guard body.count <= FrameLimits.feedPage else {
        return error(.tooLarge, "the answer is larger than a frame may be; ask for less")
      }
      return replies.ok(header, to: frames.routingID, body: body)
    } catch let refusal as Refusal {
      let problem = Problem(
        refusal, step: type(of: query).name, on: Instant.now().businessDate, edition: nil, language: Language(header))
      return replies.refused(
        header, to: frames.routingID, problem: (try? JSONEncoder().encode(problem)) ?? Data("{}".utf8), isRepeat: false)
    } catch {
      return replies.error(
        .internal, "the query could not be answered", id: header.id, rid: header.rid, to: frames.routingID,
        language: Language(header))
    }
  }
}

extension Language {
  init(_ header: RequestHeader?) {
    self = header?.lang?.hasPrefix("en") == true ? .en : .zh
  }
}
