import Crypto
import Foundation

/// Walks a journal and reports every altered, removed, reordered or lost event.
///
/// The chain shows any change inside; that the end is missing, or that everything was hashed anew, shows only against
/// witnesses: the anchor, and the cursors of those who listened.
public struct ChainVerifier: Sendable {
  /// A position that someone is known to have seen.
  public struct Witness: Sendable {
    /// Who, for the report.
    public let name: String
    /// The event seen.
    public let sequence: Int64
    /// The chain hash seen there.
    public let hash: Data

    /// A position seen by `name`.
    public init(name: String, sequence: Int64, hash: Data) {
      self.name = name
      self.sequence = sequence
      self.hash = hash
    }

    /// The anchor of a store's folder as a witness.
    public init?(_ anchor: Anchor) {
      guard let hash = Data(hexadecimal: anchor.hash) else { return nil }
      self.init(name: "the anchor", sequence: anchor.sequence, hash: hash)
    }

    /// What a backup says of its own end as a witness.
    public init?(_ manifest: BackupManifest) {
      guard let hash = Data(hexadecimal: manifest.headHash) else { return nil }
      self.init(name: "the backup's manifest", sequence: manifest.head, hash: hash)
    }
  }

  private let witnesses: [Witness]
  private let columns: @Sendable (StoredEvent) -> String?

  /// A verifier that also asks `columns` of each event what of its columns contradicts its bytes; nil if nothing does.
  public init(witnesses: [Witness] = [], columns: @escaping @Sendable (StoredEvent) -> String? = { _ in nil }) {
    self.witnesses = witnesses
    self.columns = columns
  }

  /// Walks the whole journal of `feed`, in short reads.
  public func verify(_ reader: any JournalReader, feed: String) throws -> VerificationReport {
    let epochs = try reader.read { try $0.epochs() }
    guard let first = epochs.first else { throw StoreError.cannotOpen("the journal has no epoch") }
    var walk = ChainWalk(start: ChainHash.start(feed: feed, epoch: first.epoch))
    if first.hash != walk.previous { walk.add(.epochAltered, 0, "the first epoch's hash is not that of its name") }
    var end: JournalHead?
    while true {
      let page: [StoredEvent]
      do {
        page = try reader.read { snapshot in
          if end == nil { end = try snapshot.head }
          return try snapshot.events(after: walk.sequence, limit: 2_000, maxBytes: 8 << 20)
        }
      } catch let error as StoreError {
        walk.add(.unreadable, walk.sequence + 1, "\(error)")
        break
      }
      if page.isEmpty { break }
      for event in page {
        walk.visit(event)
        if let contradiction = columns(event) { walk.add(.columnAltered, event.sequence, contradiction) }
      }
    }
    walk.resolve()
    try check(epochs.dropFirst(), against: reader, &walk)
    try check(against: reader, &walk)
    return walk.report(head: end ?? JournalHead(sequence: 0, hash: first.hash))
  }

  /// Each later epoch names the hash it went on from.
  private func check(
    _ epochs: some Sequence<EpochRecord>, against reader: any JournalReader, _ walk: inout ChainWalk
  ) throws {
    for epoch in epochs where try reader.read({ try $0.hash(at: epoch.after) }) != epoch.hash {
      walk.add(.epochAltered, epoch.after, "epoch \(epoch.epoch) went on from another event \(epoch.after)")
    }
  }

  private func check(against reader: any JournalReader, _ walk: inout ChainWalk) throws {
    for witness in witnesses {
      let name = witness.name
      if witness.sequence > walk.sequence {
        walk.add(.lostTail, walk.sequence + 1, through: witness.sequence, "\(name) has seen event \(witness.sequence)")
      } else if try reader.read({ try $0.hash(at: witness.sequence) }) != witness.hash {
        walk.add(.otherPast, witness.sequence, "\(name) has seen another hash at event \(witness.sequence)")
      }
    }
  }
}
