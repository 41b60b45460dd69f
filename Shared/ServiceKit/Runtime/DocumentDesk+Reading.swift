import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// Gives documents out, a chunk at a time. Who may read the event that names a document may read the document; one that is
/// protected (P2, P3) asks for a `DocumentDisclosed` of the same key, which says why and holds for a day.
extension DocumentDesk {
  /// How long a disclosure holds.
  static let disclosureHolds: Int64 = 86_400_000

  /// Why a document is not given out.
  private enum NotGiven: Error {
    case notHere, notShown, needsDisclosure, outOfRange(Int64), tooLong
  }

  /// `subject` of the header is the document's hash.
  func reading(_ header: RequestHeader, _ body: Data, _ principal: Principal) throws -> Answer {
    do {
      let hash = try DocumentHash(header.subject ?? "")
      guard let record = try store.record(hash.bytes), record.isComplete else { throw NotGiven.notHere }
      if header.type == DocumentMessage.find.rawValue {
        try StrictJSON.check(body, keys: .object(["subject": .any, "event": .any]))
        let search = try JSONDecoder().decode(DocumentSearch.self, from: body)
        let event = try reader.read { try number(of: hash, record, search, principal, SnapshotView($0)) }
        return .progress(
          try JSONEncoder().encode(
            FoundDocument(
              size: record.size, classification: record.classification, mediaType: try Text(record.mediaType), event: event)))
      }
      try StrictJSON.check(body, keys: .object(["event": .any, "offset": .any, "length": .any]))
      let stretch = try JSONDecoder().decode(DocumentStretch.self, from: body)
      guard (1...Int64(DocumentMessage.longestChunk)).contains(stretch.length) else { throw NotGiven.tooLong }
      guard (0..<record.size).contains(stretch.offset) else { throw NotGiven.outOfRange(record.size) }
      try reader.read { try check(stretch.event, hash, record, principal, SnapshotView($0)) }
      return .chunk(try store.read(hash.bytes, offset: stretch.offset, length: Int(stretch.length)))
    } catch let fault as NotGiven {
      return rejection(fault)
    }
  }

  private func rejection(_ fault: NotGiven) -> Answer {
    switch fault {
    case .notHere: .rejected(.conflict, "the document is not here; it never came, or was erased")
    case .notShown: .rejected(.notAuthorised, "no record that this key may read names the document; name its project or community")
    case .needsDisclosure:
      .rejected(
        .notAuthorised,
        "the document is protected: send \(service).disclose-document with a reason, and name the event that it recorded, within a day")
    case .outOfRange(let size): .rejected(.schemaInvalid, "the document has \(size) bytes; the offset is beyond its end")
    case .tooLong: .rejected(.tooLarge, "a chunk has 1 to \(DocumentMessage.longestChunk) bytes")
    }
  }

  // MARK: Who may

  private func number(
    of hash: DocumentHash, _ record: DocumentRecord, _ search: DocumentSearch, _ principal: Principal, _ view: SnapshotView
  ) throws -> Int64 {
    if let event = search.event {
      try check(event, hash, record, principal, view)
      return event
    }
    guard !record.classification.isSealed else { throw NotGiven.needsDisclosure }
    let project = try? ProjectID(search.subject.value)
    for stream in try project.map({ try view.documentScopes(of: $0) }) ?? [search.subject.value] {
      let found = try view.snapshot.naming(hash, inStream: stream) { try isShown($0, to: principal, view) }
      if let found { return found.sequence }
    }
    throw NotGiven.notShown
  }

  private func check(
    _ number: Int64, _ hash: DocumentHash, _ record: DocumentRecord, _ principal: Principal, _ view: SnapshotView
  ) throws {
    guard let event = try view.snapshot.event(number), event.bytes.range(of: Data("\"\(hash.rawValue)\"".utf8)) != nil else {
      throw NotGiven.notShown
    }
    if try isDisclosure(event, to: principal) { return }
    guard !record.classification.isSealed else { throw NotGiven.needsDisclosure }
    guard try isShown(event, to: principal, view) else { throw NotGiven.notShown }
  }

  /// Whether the event says that the document was shown to this very key, within the last day.
  private func isDisclosure(_ event: StoredEvent, to principal: Principal) throws -> Bool {
    struct Told: Decodable {
      let organisation: OrganisationID
      let key: KeyFingerprint?
    }
    guard event.type == "jiugai.\(service).document-disclosed.v1" else { return false }
    let told = try JSONDecoder().decode(Told.self, from: event.bytes)
    guard told.organisation == principal.organisation, told.key == principal.key else { return false }
    let age = now().milliseconds - (try Instant(event.recordedAt)).milliseconds
    return age < DocumentDesk.disclosureHolds
  }

  private func isShown(_ event: StoredEvent, to principal: Principal, _ view: SnapshotView) throws -> Bool {
    guard Readers.label(event.readers, admits: principal.roles) else { return false }
    let reach = try principal.reach(to: event.stream) { try view.get(ProjectRecord.self, $0.rawValue)?.community }
    return reach == .within
  }
}
