import Contracts
import DomainModel
import Foundation
import Logging
import Messaging

/// Who may connect, as the operator's file says, and who tried to without leave. Shared by the handshakes, the front door
/// and the loop.
final class AccessDesk: Sendable {
  /// So many days before a key's last one health begins to tell of it.
  private static let noticeDays: Int32 = 30

  private struct Reading: Sendable {
    var book: PrincipalBook
    var changed: Date?
    var readAt: Instant
    var fault: String?
  }

  private let reading: Locked<Reading>
  private let ledger: Locked<AttemptLedger>
  private let keys: KeyTable
  private let file: URL

  /// - Throws: `SettingsFault` when the file cannot be used: a service does not start without knowing who may come in.
  init(file: URL, keys: KeyTable, limit: Int, minutes: Int) throws {
    self.file = file
    self.keys = keys
    let changed = AccessDesk.changed(file)
    let book = try PrincipalBook(file: file)
    reading = Locked(Reading(book: book, changed: changed, readAt: Instant.now()))
    ledger = Locked(AttemptLedger(limit: limit, minutes: minutes))
    keys.replace(known: Set(book.entries.keys), revoked: book.revoked)
  }

  // MARK: Who may connect

  /// Who stands behind a key; nil when it is not registered, or no longer.
  func entry(of key: String) -> PrincipalBook.Entry? { reading.change { $0.book.entries[key] } }

  /// Takes up a changed file. A file with a fault changes nothing: who was in stays in, and it is told.
  func reload(_ logger: Logger) {
    let changed = AccessDesk.changed(file)
    guard changed != reading.change({ $0.changed }) else { return }
    do {
      let book = try PrincipalBook(file: file)
      reading.value = Reading(book: book, changed: changed, readAt: Instant.now())
      keys.replace(known: Set(book.entries.keys), revoked: book.revoked)
      logger.info("principals taken up", metadata: ["count": "\(book.entries.count)"])
    } catch {
      reading.change { reading in
        reading.changed = changed
        reading.fault = "\(error)"
      }
      logger.error("principals not taken up", metadata: ["fault": "\(error)"])
    }
  }

  private static func changed(_ file: URL) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
  }

  // MARK: Who tried

  /// A handshake was refused.
  func knocked(_ key: String, _ verdict: KeyVerdict) {
    guard verdict != .known else { return }
    note(verdict == .revoked ? "KEY_REVOKED" : "KEY_NOT_KNOWN", key: key, organisation: nil)
  }

  /// A message was not taken because of who sent it, or because it cannot be read.
  func refused(_ code: WireCode, key: String) {
    guard [.notAuthorised, .sourceMismatch, .malformed].contains(code) else { return }
    note(code.rawValue, key: key, organisation: entry(of: key)?.principal.organisation)
  }

  /// A command was not taken because of who sent it.
  func refused(_ code: WireCode, _ principal: Principal) {
    guard code == .notAuthorised || code == .sourceMismatch else { return }
    let now = Instant.now()
    ledger.change { $0.note(code.rawValue, key: principal.key, organisation: principal.organisation, at: now) }
  }

  /// A message came with a key whose time is over.
  func expired(key: String) { note("KEY_EXPIRED", key: key, organisation: entry(of: key)?.principal.organisation) }

  private func note(_ code: String, key: String, organisation: OrganisationID?) {
    let now = Instant.now()
    let fingerprint = PrincipalBook.fingerprint(of: key)
    ledger.change { $0.note(code, key: fingerprint, organisation: organisation, at: now) }
  }

  /// Writes what was tried since the last call, at a bounded rate whatever is thrown at the service.
  func logAttempts(_ logger: Logger) {
    let now = Instant.now()
    for line in ledger.change({ $0.takeLines(at: now) }) {
      logger.notice(
        "somebody tried what they may not",
        metadata: [
          "key": "\(line.key)", "organisation": "\(line.organisation ?? "")", "code": "\(line.code)", "count": "\(line.count)",
        ])
    }
  }

  // MARK: What health tells

  func attempts() -> Health.Attempts {
    let now = Instant.now()
    return ledger.change { $0.told(at: now) }
  }

  func principals(on today: BusinessDate) -> Health.Principals {
    let reading = reading.value
    let expiring = reading.book.entries.values.compactMap { entry -> Health.ExpiringKey? in
      guard let key = entry.principal.key, let day = entry.expires, day.dayNumber - today.dayNumber <= AccessDesk.noticeDays
      else { return nil }
      return Health.ExpiringKey(key: key, organisation: entry.principal.organisation, on: day)
    }
    let soonestFirst = expiring.sorted { ($0.on, $0.key.rawValue) < ($1.on, $1.key.rawValue) }
    return Health.Principals(
      count: reading.book.entries.count, revoked: reading.book.revoked.count, readAt: reading.readAt, fault: reading.fault,
      expiring: Array(soonestFirst.prefix(50)))
  }
}
