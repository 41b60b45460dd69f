import Foundation

/// The header of a request: CloudEvents attributes in lower case, as they stand on the wire.
///
/// Members that it does not name are passed over when read, so that a newer client can talk to an older service.
public struct RequestHeader: Codable, Sendable, Equatable {
  /// Always "1.0".
  public var specversion: String
  /// Made and stored by the sender before the first attempt (UUIDv7); the same for every attempt.
  public var id: String
  /// The URI registered for the sender's key.
  public var source: String
  /// The message type with its version, `jiugai.voting.close-round.v1`.
  public var type: String
  /// The project, community, plan year or roll that it is about.
  public var subject: String?
  /// When the sender made it, RFC 3339; information only.
  public var time: String?
  /// The media type of the body; JSON when absent.
  public var datacontenttype: String?
  /// The day the command is dated, `2024-03-01`.
  public var effectiveon: String?
  /// Fresh for every attempt.
  public var rid: String?
  /// The id of the matter that this belongs to.
  public var correlationid: String?
  /// The id of the message that led to this one.
  public var causationid: String?
  /// The version of the subject that the sender saw.
  public var expectedversion: Int?
  /// The language for sentences in the reply: `zh-Hans` or `en`.
  public var lang: String?

  public init(
    id: String, source: String, type: String, subject: String? = nil, time: String? = nil,
    datacontenttype: String? = nil, effectiveon: String? = nil, rid: String? = nil, correlationid: String? = nil,
    causationid: String? = nil, expectedversion: Int? = nil, lang: String? = nil
  ) {
    specversion = "1.0"
    self.id = id
    self.source = source
    self.type = type
    self.subject = subject
    self.time = time
    self.datacontenttype = datacontenttype
    self.effectiveon = effectiveon
    self.rid = rid
    self.correlationid = correlationid
    self.causationid = causationid
    self.expectedversion = expectedversion
    self.lang = lang
  }

  /// Reads the header frame strictly.
  ///
  /// - Throws: `StrictJSONError`, or `HeaderError` when a member is missing or has another type.
  public init(wire: Data) throws {
    var specversion: String?
    var id: String?
    var source: String?
    var type: String?
    self.init(id: "", source: "", type: "")
    try HeaderReader.read(wire) { member in
      switch member.name {
      case "specversion": specversion = try member.text()
      case "id": id = try member.text()
      case "source": source = try member.text()
      case "type": type = try member.text()
      case "subject": subject = try member.text()
      case "time": time = try member.text()
      case "datacontenttype": datacontenttype = try member.text()
      case "effectiveon": effectiveon = try member.text()
      case "rid": rid = try member.text()
      case "correlationid": correlationid = try member.text()
      case "causationid": causationid = try member.text()
      case "expectedversion": expectedversion = try member.integer()
      case "lang": lang = try member.text()
      default: break
      }
    }
    guard let specversion else { throw HeaderError.missing("specversion") }
    guard let id else { throw HeaderError.missing("id") }
    guard let source else { throw HeaderError.missing("source") }
    guard let type else { throw HeaderError.missing("type") }
    self.specversion = specversion
    self.id = id
    self.source = source
    self.type = type
  }

  /// The header frame. The same header always gives the same bytes.
  public func wire() -> Data {
    var writer = HeaderWriter()
    writer.member("specversion", specversion)
    writer.member("id", id)
    writer.member("source", source)
    writer.member("type", type)
    writer.member("subject", subject)
    writer.member("time", time)
    writer.member("datacontenttype", datacontenttype)
    writer.member("effectiveon", effectiveon)
    writer.member("rid", rid)
    writer.member("correlationid", correlationid)
    writer.member("causationid", causationid)
    writer.member("expectedversion", expectedversion)
    writer.member("lang", lang)
    return writer.finish()
  }
}
