import DomainModel
import Foundation
import Logging
import Messaging

/// A file with another service's public key, looked at once a second.
struct WatchedKeyFile {
  let file: URL
  private(set) var key: String
  private var changed: Date?

  init(_ file: URL, key: String) {
    self.file = file
    self.key = key
    changed = WatchedKeyFile.changed(file)
  }

  /// The key when it is another than before.
  ///
  /// - Throws: when the file was changed and cannot be read as a key; what was known stays in force.
  mutating func news() throws -> String? {
    let now = WatchedKeyFile.changed(file)
    guard now != changed else { return nil }
    changed = now
    let found = try CertificateFile.readPublicKey(at: file)
    guard found != key else { return nil }
    key = found
    return found
  }

  private static func changed(_ file: URL) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file.path))?[.modificationDate] as? Date
  }
}

extension FeedFollower {
  /// Nanoseconds.
  private static let proofInterval: UInt64 = 3_000_000_000

  /// Takes up a new public key of the source, without a restart: reading goes on where it stood. A file with a fault
  /// changes nothing, and it is told. Called once a second.
  func takeUpKey(now: UInt64) {
    do {
      guard let key = try keyFile?.news() else {
        // The source gets its new pair by a restart, before or after this. Until then the handshake fails for good, so
        // the socket is made anew again and again: a read that was merely slow is asked once more.
        guard isProvingKey, now >= nextProof else { return }
        nextProof = now + FeedFollower.proofInterval
        try socket.reopen()
        askAgain(now: now)
        return
      }
      try socket.reopen(serverKey: key)
      self.key = PrincipalBook.fingerprint(of: key)
      askAgain(now: now)
      isProvingKey = true
      nextProof = now + FeedFollower.proofInterval
      logger.info("key of a feed taken up", metadata: ["feed": "\(feed.rawValue)"])
    } catch {
      logger.error("key of a feed not taken up", metadata: ["feed": "\(feed.rawValue)", "fault": "\(error)"])
    }
  }
}
