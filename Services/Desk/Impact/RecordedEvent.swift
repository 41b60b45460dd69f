import Contracts
import DomainModel
import FileStore
import Foundation

/// An event as a store holds it, as far as a replay looks at it.
struct RecordedEvent: Decodable {
  let id: String
  let type: String
  let sequence: Int64
  let effectiveon: BusinessDate
  let causationid: String
  let project: ProjectID?
  let facts: [FactStatement]?
  let edition: PackEdition?
  let receipt: Receipt?

  /// `voting.round-closed`
  var name: String {
    guard type.hasPrefix("jiugai."), let mark = type.range(of: ".v", options: .backwards) else { return type }
    return String(type[type.index(type.startIndex, offsetBy: 7)..<mark.lowerBound])
  }

  /// The event as others cite it.
  func source(in feed: ServiceName) -> SourceRef? {
    let parts = id.split(separator: "-")
    guard parts.count == 3, let epoch = try? Identifier<SlugKind>(String(parts[1])) else { return nil }
    return SourceRef(feed: feed, epoch: epoch, sequence: sequence)
  }
}

/// All events of one store, in their order.
struct RecordedStore {
  let service: ServiceName
  let events: [(event: RecordedEvent, bytes: Data)]

  init(service: ServiceName, events: [(event: RecordedEvent, bytes: Data)]) {
    self.service = service
    self.events = events
  }

  /// Reads the store in a folder and writes nothing.
  init(folder: URL) throws {
    let journal: StoredJournal
    do { journal = try StoredJournal(folder: folder) } catch {
      throw DeskFault.usage("store-unreadable", zh: "读不了存储 \(folder.path)：\(error)", en: "The store \(folder.path) cannot be read: \(error)")
    }
    guard let service = ServiceName(rawValue: try journal.feed()) else {
      throw DeskFault.rejected("store-unreadable", zh: "\(folder.path) 不是本系统的存储。", en: "\(folder.path) is no store of this system.")
    }
    self.service = service
    var events: [(event: RecordedEvent, bytes: Data)] = []
    let decoder = JSONDecoder()
    while true {
      let page = try journal.events(after: events.last?.event.sequence ?? 0, limit: 500)
      guard !page.isEmpty else { break }
      for stored in page { events.append((try decoder.decode(RecordedEvent.self, from: stored.bytes), stored.bytes)) }
    }
    self.events = events
  }

  /// The body of an event.
  static func body<Body: Decodable>(_ type: Body.Type, _ bytes: Data) throws -> Body {
    try JSONDecoder().decode(Envelope<Body>.self, from: bytes).data
  }

  private struct Envelope<Body: Decodable>: Decodable {
    let data: Body
  }
}
