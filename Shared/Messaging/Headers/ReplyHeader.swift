import Foundation

/// The header of an answer.
public struct ReplyHeader: Codable, Sendable, Equatable {
  /// The id of the request; absent only if the server could not read it.
  public var inreplyto: String?
  /// The attempt that this answers.
  public var rid: String?
  public var status: ReplyStatus
  /// One of `WireCode`, or one that a newer server knows; absent for `ok`.
  public var code: String?
  /// How long to wait before the same message may be sent again, in milliseconds.
  public var retryafterms: Int?
  /// Whether this is the stored reply to a message that was dealt with before.
  public var replayed: Bool?
  /// The feed that the next members speak of.
  public var feed: String?
  public var epoch: String?
  /// The first and the last event that came of the command, or that the page holds.
  public var firstseq: Int?
  public var lastseq: Int?
  /// The sequence of the last event in the feed, and the chain's hash there (hexadecimal).
  public var head: Int?
  public var headhash: String?
  /// The feed's first epoch, of which its chain begins; absent when it is the one the feed is in, which was never restored.
  public var origin: String?

  public init(
    inreplyto: String?, rid: String? = nil, status: ReplyStatus, code: WireCode? = nil, retryafterms: Int? = nil,
    replayed: Bool? = nil, feed: String? = nil, epoch: String? = nil, firstseq: Int? = nil, lastseq: Int? = nil,
    head: Int? = nil, headhash: String? = nil, origin: String? = nil
  ) {
    self.origin = origin
    self.inreplyto = inreplyto
    self.rid = rid
    self.status = status
    self.code = code?.rawValue
    self.retryafterms = retryafterms
    self.replayed = replayed
    self.feed = feed
    self.epoch = epoch
    self.firstseq = firstseq
    self.lastseq = lastseq
    self.head = head
    self.headhash = headhash
  }

  /// The code, if this version of the registry has it.
  public var wireCode: WireCode? { code.flatMap(WireCode.init) }

  /// Reads the header frame strictly.
  ///
  /// - Throws: `StrictJSONError`, or `HeaderError` when a member is missing or has another type.
  public init(wire: Data) throws {
    var status: ReplyStatus?
    self.init(inreplyto: nil, status: .error)
    try HeaderReader.read(wire) { member in
      switch member.name {
      case "inreplyto": inreplyto = try member.text()
      case "rid": rid = try member.text()
      case "status":
        guard let value = ReplyStatus(rawValue: try member.text()) else { throw HeaderError.wrongType("status") }
        status = value
      case "code": code = try member.text()
      case "retryafterms": retryafterms = try member.integer()
      case "replayed": replayed = try member.flag()
      case "feed": feed = try member.text()
      case "epoch": epoch = try member.text()
      case "firstseq": firstseq = try member.integer()
      case "lastseq": lastseq = try member.integer()
      case "head": head = try member.integer()
      case "headhash": headhash = try member.text()
      case "origin": origin = try member.text()
      default: break
      }
    }
    guard let status else { throw HeaderError.missing("status") }
    self.status = status
  }

  /// The header frame. The same header always gives the same bytes.
  public func wire() -> Data {
    var writer = HeaderWriter()
    writer.member("inreplyto", inreplyto)
    writer.member("rid", rid)
    writer.member("status", status.rawValue)
    writer.member("code", code)
    writer.member("retryafterms", retryafterms)
    writer.member("replayed", replayed)
    writer.member("feed", feed)
    writer.member("epoch", epoch)
    writer.member("firstseq", firstseq)
    writer.member("lastseq", lastseq)
    writer.member("head", head)
    writer.member("headhash", headhash)
    writer.member("origin", origin)
    return writer.finish()
  }
}
