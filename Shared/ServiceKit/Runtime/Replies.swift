import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// An answer ready to be sent.
struct OutgoingReply: Sendable {
  let routingID: Data
  let kind: FrameKind
  let header: Data
  let body: Data
  /// Whether it says that the key may not do that.
  var isUnauthorised = false
}

/// Puts answers into frames.
struct Replies: Sendable {
  let feed: String
  let epoch: String

  func ok(_ request: RequestHeader, to routingID: Data, body: Data, first: Int64? = nil, last: Int64? = nil, isRepeat: Bool? = nil)
    -> OutgoingReply
  {
    let header = ReplyHeader(
      inreplyto: request.id, rid: request.rid, status: .ok, replayed: isRepeat, feed: feed, epoch: epoch,
      firstseq: first.map(Int.init), lastseq: last.map(Int.init))
    return OutgoingReply(routingID: routingID, kind: .reply, header: header.wire(), body: body)
  }

  func refused(_ request: RequestHeader, to routingID: Data, problem: Data, isRepeat: Bool) -> OutgoingReply {
    let header = ReplyHeader(
      inreplyto: request.id, rid: request.rid, status: .refused, code: .refused, replayed: isRepeat, feed: feed,
      epoch: epoch)
    return OutgoingReply(routingID: routingID, kind: .reply, header: header.wire(), body: problem)
  }

  /// - Parameter page: nil when it could not be read.
  func page(_ page: FeedServer.Page?, _ request: RequestHeader, to routingID: Data) -> OutgoingReply {
    switch page {
    case nil: return error(.internal, "the page could not be read", id: request.id, rid: request.rid, to: routingID)
    case .refused(let code):
      return error(code, "the cursor does not fit this feed", id: request.id, rid: request.rid, to: routingID)
    case .lines(let body, let epoch, let origin, let first, let last, let head):
      let header = ReplyHeader(
        inreplyto: request.id, rid: request.rid, status: .ok, feed: feed, epoch: epoch,
        firstseq: last >= first ? Int(first) : nil, lastseq: last >= first ? Int(last) : nil, head: Int(head.sequence),
        headhash: head.hash.hexDigits, origin: origin)
      return OutgoingReply(routingID: routingID, kind: .reply, header: header.wire(), body: body)
    }
  }

  func error(
    _ code: WireCode, _ detail: String, pointers: [String] = [], id: String?, rid: String?, to routingID: Data,
    language: Language = .zh, retryAfter: Int? = nil
  ) -> OutgoingReply {
    let header = ReplyHeader(
      inreplyto: id, rid: rid, status: .error, code: code, retryafterms: retryAfter, feed: feed, epoch: epoch)
    let problem = Problem(
      code: code.rawValue, title: code.title(language), detail: detail, retry: code.retry == .sameID ? .later : .never,
      pointers: pointers)
    let body = (try? JSONEncoder().encode(problem)) ?? Data("{}".utf8)
    return OutgoingReply(
      routingID: routingID, kind: .error, header: header.wire(), body: body, isUnauthorised: code == .notAuthorised)
  }
}

extension WireCode {
  /// What went wrong, for people.
  public func title(_ language: Language) -> String {
    let (zh, en) = titles
    return language == .zh ? zh : en
  }

  private var titles: (zh: String, en: String) {
    switch self {
    case .busy: ("服务繁忙，请稍后用同一编号重发。", "The service is busy; send the same message again shortly.")
    case .rateLimited: ("发送过快，请稍后再发。", "Too many messages; slow down and send again.")
    case .storeFull: ("服务端磁盘已满，未保存任何内容；请通知运维，稍后重发。", "The service's disk is full and nothing was kept; tell the operator and send again later.")
    case .shuttingDown: ("服务正在停止，请稍后重发。", "The service is stopping; send again later.")
    case .needsRepair: ("服务的存储需要修复，暂不受理；请通知运维。", "The service's store needs repair and takes nothing; tell the operator.")
    case .internal: ("服务内部出错，未保存任何内容；请通知运维。", "The service failed inside and kept nothing; tell the operator.")
    case .malformed: ("报文格式不正确。", "The message cannot be read.")
    case .unsupportedProtocol: ("协议或种类不受支持。", "Another protocol or kind than this service speaks.")
    case .unknownType: ("没有这种报文，或版本不受支持。", "There is no such message type or version.")
    case .schemaInvalid: ("报文内容不符合规定的格式，请按所指字段更正。", "The body does not have its form; correct the fields pointed to.")
    case .tooLarge: ("超过允许的大小。", "Larger than allowed.")
    case .notAuthorised: ("该密钥无权发送此报文。", "This key may not send that.")
    case .sourceMismatch: ("source 与密钥登记的不一致。", "The source is not the one registered for the key.")
    case .idReused: ("该编号已用于其他内容，请使用新编号。", "The id was used for another content; use a new one.")
    case .conflict: ("该事项已有变动，请重新查看后再办。", "The matter has changed; look again first.")
    case .refused: ("依据规定不予办理。", "The rules or the state say no.")
    case .replaced: ("已被更新的读取请求取代。", "A newer read took this one's place.")
    case .cursorAhead: ("读取位置超出数据源末尾，请停止读取并通知运维。", "The cursor is beyond the feed's end; stop and tell the operator.")
    case .feedDiverged: ("数据源与以往不一致，请停止读取并通知运维。", "The feed has another past; stop and tell the operator.")
    case .epochChanged: ("数据源已恢复并开始新的纪元，请停止读取并通知运维。", "The feed was restored and began a new epoch; stop and tell the operator.")
    }
  }
}
