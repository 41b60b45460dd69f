import Foundation

/// All that an in-memory journal holds: a value, so that a snapshot is a copy.
struct MemoryState: JournalSnapshot, Sendable {
  struct Entity: Sendable {
    var stored: StoredEntity
    var indexes: [IndexEntry]
  }

  var epochRecords: [EpochRecord]
  var events: [StoredEvent] = []
  var streams: [ByteKey: [Int]] = [:]
  var entities = SortedTable<ByteKey, Entity>()
  var entityIndex = SortedTable<ByteKey, EntityAddress>()
  var repeats: [ByteKey: RepeatRecord] = [:]
  var cursorTable = SortedTable<ByteKey, CursorRecord>()
  var reactions: Set<ByteKey> = []
  var parkedTable = SortedTable<ByteKey, ParkedRecord>()
  var vault = SortedTable<ByteKey, VaultSubject>()
  var holdingTable = SortedTable<ByteKey, VaultHolding>()
  var documentTable = SortedTable<ByteKey, Data>()

  init(first epoch: EpochRecord) {
    epochRecords = [epoch]
  }

  var head: JournalHead {
    guard let last = events.last else { return JournalHead(sequence: 0, hash: epochRecords[0].hash) }
    return JournalHead(sequence: last.sequence, hash: last.hash)
  }

  func epochs() -> [EpochRecord] { epochRecords }

  func hash(at sequence: Int64) -> Data? {
    sequence == 0 ? epochRecords[0].hash : event(sequence)?.hash
  }

  func event(_ sequence: Int64) -> StoredEvent? {
    sequence >= 1 && sequence <= events.count ? events[Int(sequence) - 1] : nil
  }

  func events(after: Int64, limit: Int, maxBytes: Int) -> [StoredEvent] {
    var room = maxBytes
    var page: [StoredEvent] = []
    for event in events.dropFirst(Int(max(after, 0))).prefix(limit) {
      guard page.isEmpty || event.bytes.count <= room else { break }
      room -= event.bytes.count
      page.append(event)
    }
    return page
  }

  func events(stream: String, after: Int64, limit: Int) -> [StoredEvent] {
    Array(streams[ByteKey(stream), default: []].lazy.map { events[$0] }.filter { $0.sequence > after }.prefix(limit))
  }

  func entity(_ address: EntityAddress) -> Data? {
    entities[ByteKey(address.kind, address.key)]?.stored.body
  }

  func entities(kind: String, keyPrefix: String, after: String?, limit: Int) -> [StoredEntity] {
    let start = after.map { $0.precedes(keyPrefix) ? keyPrefix : $0 } ?? keyPrefix
    let rows = entities.rows(from: ByteKey(kind, start), limit: limit) { key in
      key.parts[0].hasSameBytes(as: kind) && key.parts[1].utf8.starts(with: keyPrefix.utf8)
    } where: { key, _ in
      after.map { $0.precedes(key.parts[1]) } ?? true
    }
    return rows.map(\.value.stored)
  }

  func entities(kind: String, index: String, value: String, after: String?, limit: Int) -> [StoredEntity] {
    let rows = entityIndex.rows(from: ByteKey(kind, index, value, after ?? ""), limit: limit) { key in
      ByteKey(key.parts[0], key.parts[1], key.parts[2]) == ByteKey(kind, index, value)
    } where: { key, _ in
      after.map { $0.precedes(key.parts[3]) } ?? true
    }
    return rows.compactMap { entities[ByteKey($0.value.kind, $0.value.key)]?.stored }
  }

  func addresses(ofStream stream: String) -> [EntityAddress] {
    entities.keys.compactMap { entities[$0]?.stored }.filter { $0.stream.hasSameBytes(as: stream) }.map(\.address)
  }

  func entityKinds() -> [String] {
    var kinds: [String] = []
    for key in entities.keys where kinds.last?.hasSameBytes(as: key.parts[0]) != true { kinds.append(key.parts[0]) }
    return kinds
  }

  func indexes(of address: EntityAddress) -> [IndexEntry] {
    entities[ByteKey(address.kind, address.key)]?.indexes ?? []
  }

  func repeatRecord(source: String, id: String) -> RepeatRecord? { repeats[ByteKey(source, id)] }

  func refusals(subject: String, limit: Int) -> [RepeatRecord] {
    let found = repeats.values.filter { $0.status == RepeatRecord.refused && $0.subject.hasSameBytes(as: subject) }
    let newestFirst = found.sorted {
      ByteKey($1.recordedAt, $1.source, $1.id) < ByteKey($0.recordedAt, $0.source, $0.id)
    }
    return Array(newestFirst.prefix(limit))
  }

  func refusals(_ filter: RefusalFilter, before mark: RefusalMark?, limit: Int) -> RefusalPage {
    func place(_ record: RepeatRecord) -> ByteKey { ByteKey(record.recordedAt, record.source, record.id) }
    let end = mark.map { ByteKey($0.recordedAt, $0.source, $0.id) }
    let refused = repeats.values.filter { record in
      record.status == RepeatRecord.refused && filter.since.map { !record.recordedAt.precedes($0) } ?? true
        && end.map { place(record) < $0 } ?? true
    }
    var page = RefusalPage.Gathering(filter, limit: limit)
    for record in refused.sorted(by: { place($1) < place($0) }).prefix(RefusalPage.lookedThrough) where !page.isFull {
      page.look(at: record)
    }
    return page.page
  }

  func cursor(feed: String) -> CursorRecord? { cursorTable[ByteKey(feed)] }

  func cursors() -> [CursorRecord] { cursorTable.rows().map(\.value) }

  func hasReaction(_ key: ReactionKey) -> Bool { reactions.contains(key.byteKey) }

  func parked(subject: String?, limit: Int) -> [ParkedRecord] {
    parkedTable.rows(
      limit: limit,
      where: { _, record in subject.map { record.subject.hasSameBytes(as: $0) } ?? true }
    )
    .map(\.value)
  }

  func parked(_ event: ForeignEvent) -> ParkedRecord? { parkedTable[event.byteKey] }

  func disclose(subject: String) -> [VaultRecord] { vault[ByteKey(subject)]?.records(of: subject) ?? [] }

  func fieldNames(of subject: String) -> [VaultFieldName] { vault[ByteKey(subject)]?.fieldNames ?? [] }

  func holdings(of subject: String) -> [VaultHolding] {
    holdingTable.rows(from: ByteKey(subject), while: { $0.parts[0].hasSameBytes(as: subject) }).map(\.value)
  }

  func subjects(inScope scope: String, after: String?, limit: Int) -> [String] {
    var found: [String] = []
    for (_, holding) in holdingTable.rows() where holding.scope.hasSameBytes(as: scope) {
      guard (after ?? "").precedes(holding.subject), found.last?.hasSameBytes(as: holding.subject) != true else { continue }
      found.append(holding.subject)
    }
    return Array(found.prefix(limit))
  }

  func subjects(belongingTo subject: String) -> [String] {
    var found: [String] = []
    for (_, holding) in holdingTable.rows() where holding.belongsTo?.hasSameBytes(as: subject) == true {
      if found.last?.hasSameBytes(as: holding.subject) != true { found.append(holding.subject) }
    }
    return found
  }

  func documents(ownedBy subject: String) -> [Data] {
    documentTable.rows(from: ByteKey(subject), while: { $0.parts[0].hasSameBytes(as: subject) }).map(\.value)
  }

  /// A journal in memory is never restored.
  func owedErasures() -> [VaultErasure] { [] }
}

extension ReactionKey {
  var byteKey: ByteKey { ByteKey(feed, epoch, String(sequence), reaction) }
}

extension ForeignEvent {
  /// Numbers are padded so that their texts sort as they do.
  var byteKey: ByteKey {
    let digits = String(sequence)
    return ByteKey(feed, epoch, String(repeating: "0", count: max(0, 20 - digits.utf8.count)) + digits)
  }
}
