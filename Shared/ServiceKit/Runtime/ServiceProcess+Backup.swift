import Contracts
import DomainModel
import FileStore
import Foundation

extension ServiceProcess {
  /// Copies the store, whether the service runs or not.
  ///
  /// - Returns: what to tell the operator, and whether every document that the journal names is in the copy.
  func backUp(to folder: URL) throws -> (lines: [String], isWhole: Bool) {
    let options = try storeOptions()
    let manifest = try StoreBackup(
      store: options.folder, feed: options.feed, vaultKey: options.vaultKey, program: Version.current,
      now: { Instant.now().description }
    ).write(to: folder)
    var lines = [
      "\(manifest.feed): events 1 to \(manifest.head) of epoch \(manifest.epoch), \(manifest.counts.documents) documents,"
        + " \(manifest.journalBytes + manifest.counts.documentBytes) bytes, chain verified: \(folder.path)",
      "The keys are not in it. Without \(try settings.text("keys"))/vault.key nobody can restore it: keep a copy of that file"
        + " in another place, never beside the backup.",
    ]
    if !manifest.damagedDocuments.isEmpty {
      lines.append(
        "\(manifest.damagedDocuments.count) documents that the journal names are missing or damaged in the store itself:"
          + " \(manifest.damagedDocuments.prefix(3).joined(separator: ", ")). Look for them in an older backup.")
    }
    return (lines, manifest.damagedDocuments.isEmpty)
  }

  /// Puts a backup into the store's empty folder, does the later erasures again, and begins a new epoch.
  ///
  /// - Parameter places: later backups, or the store that was lost, as far as it can be read.
  /// - Returns: what to tell the operator.
  func restore(from backup: URL, erasures places: [URL], now: @escaping @Sendable () -> Instant) throws -> [String] {
    let laws = try RefreshableLaws(
      packs: try settings.folder("packs")?.path, further: try settings.folder("further-packs")?.path,
      calendars: try settings.folder("calendars")?.path)
    var erasures = LaterErasures()
    let report = try StoreRestoration(backup: backup, options: try storeOptions()).run { journal in
      let engine = try Engine(definition, journal: journal, laws: laws, clock: now)
      for place in places { try erasures.repeated(from: place, by: engine) }
    }
    let manifest = report.manifest
    let name = manifest.feed
    var lines = [
      "\(name): events 1 to \(manifest.head) of the backup of \(manifest.madeAt) restored, chain and \(report.documents) documents verified.",
      "\(name): \(erasures.told)",
      "\(name): epoch \(report.epoch) begins after event \(manifest.head). Start the service; the readers stop at the new epoch"
        + " until an operator accepts it: jiugai-status feed accept --feed \(name) --reason …",
    ]
    lines += erasures.faults.map { "\(name): \($0)" }
    if !manifest.damagedDocuments.isEmpty {
      lines.append("\(name): \(manifest.damagedDocuments.count) documents were missing or damaged when the backup was made.")
    }
    return lines
  }
}

/// Erasures that were recorded after a backup was made. The backup has the persons' data still; the law does not.
///
/// What the backup's own journal names as erased is gone from its vault too, since both were copied as of one moment; who
/// was entered again after an erasure must stay. So only what other copies of the journal name beyond it is repeated, and
/// recorded anew.
struct LaterErasures {
  private(set) var count = 0
  private(set) var places = 0
  private(set) var faults: [String] = []

  var told: String {
    places == 0
      ? "no later copy of the journal was named (--erasures): a person erased after the backup is in the vault again."
      : "\(count) erasures that \(places) later copies name were done again and recorded."
  }

  /// Reads a later copy of the journal as far as it can be read.
  mutating func repeated(from place: URL, by engine: Engine) throws {
    places += 1
    var after: Int64 = 0
    do {
      let other = try StoredJournal(folder: place)
      let feed = try other.feed()
      guard feed == engine.definition.service.rawValue else {
        throw StoreError.otherFeed(expected: engine.definition.service.rawValue, found: feed)
      }
      while true {
        let page = try other.events(after: after, limit: 1000)
        guard let last = page.last else { return }
        for event in page {
          do { count += try engine.repeatErasure(event) ? 1 : 0 } catch let fault as FoldFault {
            faults.append("\(place.path): event \(event.sequence) names an erasure, but cannot be read: \(fault)")
          }
        }
        after = last.sequence
      }
    } catch let fault as StoreError {
      faults.append("\(place.path) could be read up to event \(after) only: \(fault)")
    }
  }
}
