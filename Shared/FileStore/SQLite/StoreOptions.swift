import Foundation
import Logging

/// What a store is opened with.
public struct StoreOptions: Sendable {
  /// The store's folder; it is made if it does not exist.
  public var folder: URL
  /// The feed that the journal is published as, such as `voting`.
  public var feed: String
  /// The vault's master key, from a file apart from the folder.
  public var vaultKey: VaultKey
  /// Names a new epoch: eight random hexadecimal digits.
  public var makeEpoch: @Sendable () -> String
  /// The present instant, RFC 3339, to be recorded with a new epoch.
  public var now: @Sendable () -> String
  /// Begin a new epoch at the head, as after a restore: what the old epoch had beyond it is given up for good, and the
  /// anchor is not consulted.
  public var beginsEpoch = false
  /// Whether a journal that its anchor contradicts is refused. Only tools that inspect one turn it off.
  public var checksAnchor = true
  /// Where erasures are kept a second time, apart from the store, so that an old copy put back does not bring anybody back;
  /// nil keeps none. Only tests and tools that inspect go without.
  public var erasureLog: ErasureLog?
  /// How often, at most, commits renew the anchor.
  public var anchorInterval: Duration = .seconds(1)
  /// How long to wait for another program's lock, or for readers before an erasure's checkpoint.
  public var busySeconds: Double = 5
  /// Where the few things worth saying go.
  public var logger = Logger(label: "jiugai.store")

  /// Options for the store of `feed` in `folder`.
  public init(
    folder: URL, feed: String, vaultKey: VaultKey, makeEpoch: @escaping @Sendable () -> String,
    now: @escaping @Sendable () -> String
  ) {
    self.folder = folder
    self.feed = feed
    self.vaultKey = vaultKey
    self.makeEpoch = makeEpoch
    self.now = now
  }
}
