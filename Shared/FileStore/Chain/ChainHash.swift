import Crypto
import Foundation

/// The hash that ties each event to all before it: `h(n) = SHA-256(h(n−1) ‖ u64be n ‖ SHA-256(event bytes))`.
public enum ChainHash {
  /// The length of every hash in the chain.
  public static let length = 32

  /// The hash before the first event: `h(0) = SHA-256("JG1" ‖ feed ‖ epoch)`, of the feed's first epoch.
  public static func start(feed: String, epoch: String) -> Data {
    var hasher = SHA256()
    hasher.update(data: Data("JG1".utf8))
    hasher.update(data: Data(feed.utf8))
    hasher.update(data: Data(epoch.utf8))
    return Data(hasher.finalize())
  }

  /// The hash of event `sequence`, given the hash of the event before it.
  public static func next(after previous: Data, sequence: Int64, bytes: Data) -> Data {
    next(after: previous, sequence: sequence, digest: SHA256.hash(data: bytes))
  }

  /// The same from the event's own digest, for who keeps digests instead of events.
  static func next(after previous: Data, sequence: Int64, digest: SHA256.Digest) -> Data {
    var hasher = SHA256()
    hasher.update(data: previous)
    withUnsafeBytes(of: UInt64(bitPattern: sequence).bigEndian) { hasher.update(bufferPointer: $0) }
    digest.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return Data(hasher.finalize())
  }
}
