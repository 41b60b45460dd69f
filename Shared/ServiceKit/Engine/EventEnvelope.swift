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
    let recordedAt: Instant
    let effectiveOn: BusinessDate
    let organisation: OrganisationID
    let clerk: ClerkID?
    let cause: String
    let receipt: Receipt?
  }

  /// The members that need no escaping are written by hand: this runs for every ballot.
  func bytes(of event: any Event, _ traits: EventTraits, _ heading: Heading) throws -> Data {
    var text = #"{"specversion":"1.0","id":"\#(service.rawValue)-\#(epoch)-\#(heading.sequence)""#
    text += #","source":"urn:jiugai:\#(service.rawValue)","type":"\#(traits.wireType)","subject":"\#(event.stream)""#
    text += #","time":"\#(heading.recordedAt)","datacontenttype":"application/json","sequence":\#(heading.sequence)"#
    text += #","effectiveon":"\#(heading.effectiveOn)","organisation":"\#(heading.organisation)""#
    if let clerk = heading.clerk { text += #","clerk":"\#(clerk)""# }
    text += #","causationid":"\#(heading.cause)""#
    if let project = event.concerns { text += #","project":"\#(project)""# }
    if let community = event.homeOfProject { text += #","community":"\#(community)""# }
    if traits.isCritical { text += #","critical":true"# }
    var data = Data(text.utf8)
    let facts = event.facts
    if !facts.isEmpty {
      data.append(contentsOf: #","facts":"#.utf8)
      data.append(try encoder.encode(facts))
    }
    if let edition = event.pins {
      data.append(contentsOf: #","edition":"#.utf8)
      data.append(try encoder.encode(edition))
    }
    if let receipt = heading.receipt {
      data.append(contentsOf: #","receipt":"#.utf8)
      data.append(try encoder.encode(receipt))
    }
    data.append(contentsOf: #","data":"#.utf8)
    data.append(try encoder.encode(event))
    data.append(UInt8(ascii: "}"))
    return data
  }
}
