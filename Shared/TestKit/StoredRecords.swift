import DomainModel
import FileStore
import Foundation

/// What one service has stored: its events and entities as they stand in the store.
public struct StoredRecords: Sendable {
  public let service: ServiceName
  public let epoch: String
  /// As stored, in their order.
  public let events: [String]
  /// By kind and key.
  public let entities: [String: String]
  /// What the chain verifier found.
  public let faults: [String]

  public init(service: ServiceName, epoch: String, events: [String], entities: [String: String], faults: [String] = []) {
    self.service = service
    self.epoch = epoch
    self.events = events
    self.entities = entities
    self.faults = faults
  }
}

extension StoredRecords {
  /// What a journal holds, its chain verified.
  ///
  /// - Parameter faults: what was found wrong with it before.
  public init(
    of service: ServiceName, in journal: any Journal, witnesses: [ChainVerifier.Witness] = [], faults: [String] = []
  ) throws {
    let report = try ChainVerifier(witnesses: witnesses).verify(journal.reader(), feed: service.rawValue)
    var events: [String] = []
    while true {
      let page = try journal.events(after: Int64(events.count), limit: 1000, maxBytes: .max)
      if page.isEmpty { break }
      events += page.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    var entities: [String: String] = [:]
    for kind in try journal.entityKinds() {
      var after: String?
      while true {
        let page = try journal.entities(kind: kind, keyPrefix: "", after: after, limit: 1000)
        guard let last = page.last else { break }
        for entity in page { entities["\(kind) \(entity.address.key)"] = String(decoding: entity.body, as: UTF8.self) }
        after = last.address.key
      }
    }
    self.init(
      service: service, epoch: journal.epoch, events: events, entities: entities,
      faults: report.findings.map { "\($0.kind.rawValue) \($0.sequence): \($0.detail)" } + faults)
  }
}
