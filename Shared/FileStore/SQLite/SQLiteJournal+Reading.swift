import Foundation

/// The committed state, for the writer's own thread.
extension SQLiteJournal {
  public func epochs() throws -> [EpochRecord] { try reading { try $0.epochs() } }
  public func hash(at sequence: Int64) throws -> Data? { try reading { try $0.hash(at: sequence) } }
  public func event(_ sequence: Int64) throws -> StoredEvent? { try reading { try $0.event(sequence) } }
  public func events(after: Int64, limit: Int, maxBytes: Int) throws -> [StoredEvent] {
    try reading { try $0.events(after: after, limit: limit, maxBytes: maxBytes) }
  }
  public func events(stream: String, after: Int64, limit: Int) throws -> [StoredEvent] {
    try reading { try $0.events(stream: stream, after: after, limit: limit) }
  }
  public func entity(_ address: EntityAddress) throws -> Data? { try reading { try $0.entity(address) } }
  public func entities(kind: String, keyPrefix: String, after: String?, limit: Int) throws -> [StoredEntity] {
    try reading { try $0.entities(kind: kind, keyPrefix: keyPrefix, after: after, limit: limit) }
  }
  public func entities(
    kind: String, index: String, value: String, after: String?, limit: Int
  ) throws -> [StoredEntity] {
    try reading { try $0.entities(kind: kind, index: index, value: value, after: after, limit: limit) }
  }
  public func addresses(ofStream stream: String) throws -> [EntityAddress] {
    try reading { try $0.addresses(ofStream: stream) }
  }
  public func entityKinds() throws -> [String] { try reading { try $0.entityKinds() } }
  public func indexes(of address: EntityAddress) throws -> [IndexEntry] { try reading { try $0.indexes(of: address) } }
  public func repeatRecord(source: String, id: String) throws -> RepeatRecord? {
    try reading { try $0.repeatRecord(source: source, id: id) }
  }
  public func refusals(subject: String, limit: Int) throws -> [RepeatRecord] {
    try reading { try $0.refusals(subject: subject, limit: limit) }
  }
  public func cursor(feed: String) throws -> CursorRecord? { try reading { try $0.cursor(feed: feed) } }
  public func cursors() throws -> [CursorRecord] { try reading { try $0.cursors() } }
  public func hasReaction(_ key: ReactionKey) throws -> Bool { try reading { try $0.hasReaction(key) } }
  public func parked(subject: String?, limit: Int) throws -> [ParkedRecord] {
    try reading { try $0.parked(subject: subject, limit: limit) }
  }
  public func parked(_ event: ForeignEvent) throws -> ParkedRecord? { try reading { try $0.parked(event) } }
  public func disclose(subject: String) throws -> [VaultRecord] { try reading { try $0.disclose(subject: subject) } }
  public func expired(asOf: String, limit: Int) throws -> [String] {
    try reading { try $0.expired(asOf: asOf, limit: limit) }
  }
}
