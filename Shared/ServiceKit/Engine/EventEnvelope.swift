import DomainModel
import Foundation

/// An event as it stands in the journal and on the feed: a structured CloudEvent. Its facts and the edition it pins stand
/// beside the body, so that a reader that does not know the type yet still learns them.
struct EventEnvelope: Decodable {
  let id: String
  let type: String
  let subject: String
  let time: Instant
  let sequence: Int64
  let effectiveon: BusinessDate
  let organisation: OrganisationID
  let causationid: String
  let project: ProjectID?
  let critical: Bool?
  let facts: [FactStatement]?
  let edition: PackEdition?
  let community: CommunityID?
  let receipt: Receipt?

  /// The message's name and version out of the type, `jiugai.voting.round-closed.v1`.
  var name: (name: String, version: Int)? { EventEnvelope.name(of: type) }

  static func name(of type: String) -> (name: String, version: Int)? {
    guard type.hasPrefix("jiugai."), let mark = type.range(of: ".v", options: .backwards),
      let version = Int(type[mark.upperBound...])
    else { return nil }
    return (String(type[type.index(type.startIndex, offsetBy: 7)..<mark.lowerBound]), version)
  }

  private struct Body<E: Decodable>: Decodable {
    let data: E
  }

  /// The body of an event whose type is known.
  static func body<E: Event>(_ type: E.Type, from bytes: Data, decoder: CompactDecoder) throws -> E {
    try decoder.decode(Body<E>.self, from: bytes).data
  }
}

/// Writes events in the one form that is hashed, stored and served.
struct EventWriter {
  private let encoder = CompactEncoder()
  let service: ServiceName
  let epoch: String

  init(service: ServiceName, epoch: String) {
    self.service = service
    self.epoch = epoch
  }

  /// What is written of an event beside its body.
  struct Heading {
    let sequence: Int64
    let recordedAt: String
    let effectiveOn: String
    let organisation: OrganisationID
    let clerk: ClerkID?
    let key: KeyFingerprint?
    let cause: String
    let receipt: Receipt?
  }

  /// The members that need no escaping are written by hand: this runs for every ballot.
  func bytes(of event: any Event, _ traits: EventTraits, _ heading: Heading) throws -> Data {
    let text = encoder.begin()
    text.append(#"{"specversion":"1.0","id":""#)
    text.append(service.rawValue)
    text.append("-")
    text.append(epoch)
    text.append("-")
    text.appendDigits(of: heading.sequence)
    text.append(#"","source":"urn:jiugai:"#)
    text.append(service.rawValue)
    member(#"","type":""#, traits.wireType, in: text)
    member(#"","subject":""#, event.stream, in: text)
    member(#"","time":""#, heading.recordedAt, in: text)
    text.append(#"","datacontenttype":"application/json","sequence":"#)
    text.appendDigits(of: heading.sequence)
    member(#","effectiveon":""#, heading.effectiveOn, in: text)
    member(#"","organisation":""#, heading.organisation.rawValue, in: text)
    if let clerk = heading.clerk { member(#"","clerk":""#, clerk.rawValue, in: text) }
    if let key = heading.key { member(#"","key":""#, key.rawValue, in: text) }
    member(#"","causationid":""#, heading.cause, in: text)
    if let project = event.concerns { member(#"","project":""#, project.rawValue, in: text) }
    if let community = event.homeOfProject { member(#"","community":""#, community.rawValue, in: text) }
    text.append("\"")
    if traits.isCritical { text.append(#","critical":true"#) }
    let facts = event.facts
    if !facts.isEmpty {
      text.append(#","facts":"#)
      try encoder.append(facts)
    }
    if let edition = event.pins {
      text.append(#","edition":"#)
      try encoder.append(edition)
    }
    if let receipt = heading.receipt {
      text.append(#","receipt":"#)
      try encoder.append(receipt)
    }
    text.append(#","data":"#)
    try encoder.append(event)
    text.append(UInt8(ascii: "}"))
    return text.data
  }

  /// Ends the text before, names the member and writes its text, which the next member's name ends.
  private func member(_ name: String, _ value: String, in text: ByteBuffer) {
    text.append(name)
    text.append(value)
  }
}
