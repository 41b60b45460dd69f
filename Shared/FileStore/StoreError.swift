import Foundation

/// What can go wrong in a store, with a stable code and a sentence that never holds personal data.
public enum StoreError: Error, Equatable, Sendable {
  /// The disk, or the size allowed for the store, is used up. Nothing was written; the store is intact and may go on.
  case full
  /// Someone else held the database too long. Nothing was written; the same call may be tried again.
  case busy
  /// A read or write failed in a way that leaves the outcome unknown: send nothing, exit, start again and verify.
  case fatal(String)
  /// The journal is not the one this folder's anchor, or a peer, has seen: answer NEEDS_REPAIR and write nothing.
  case diverged(String)
  /// Another instance has this folder open.
  case inUse(folder: String)
  /// The folder or a file in it cannot be opened as a store.
  case cannotOpen(String)
  /// SQLite would not sync every commit; acknowledged work could be lost with the power.
  case notDurable(String)
  /// The store was written by a newer version of this software.
  case newerSchema(String)
  /// The store belongs to another feed.
  case otherFeed(expected: String, found: String)
  /// The vault key file is missing, unreadable or open to others.
  case vaultKeyUnusable(String)
  /// The vault key is not the one this store was made with.
  case vaultKeyWrong
  /// A folder into which something is to be put holds something already.
  case notEmpty(folder: String)
  /// A backup is not whole, or not what its manifest says.
  case backupUnusable(String)
  /// A sealed value does not open: it was altered, or moved to another place.
  case vaultDamaged(String)
  /// The batch's events do not follow the head without a gap.
  case notContiguous(expected: Int64, found: Int64)
  /// A repeat record, reaction or parked event of this key stands already; the whole batch was dropped.
  case duplicate(String)
  /// A value cannot be stored as it is (a key with a NUL character, for instance).
  case invalid(String)
  /// A document is larger than the configuration allows, or larger than was announced.
  case documentTooLarge(limit: Int64)
  /// A chunk does not follow what has arrived; go on at `expected`.
  case documentOffset(expected: Int64)
  /// No upload of this document was begun, or it was given up.
  case documentUnknown
  /// The bytes that arrived are not those that were announced; the upload was dropped and may be begun again.
  case documentMismatch(String)

  /// The stable code, for replies and logs.
  public var code: String {
    switch self {
    case .full: "STORE_FULL"
    case .busy: "STORE_BUSY"
    case .fatal: "STORE_FATAL"
    case .diverged: "NEEDS_REPAIR"
    case .inUse: "STORE_IN_USE"
    case .cannotOpen: "STORE_CANNOT_OPEN"
    case .notDurable: "STORE_NOT_DURABLE"
    case .newerSchema: "STORE_NEWER"
    case .otherFeed: "STORE_OTHER_FEED"
    case .vaultKeyUnusable: "VAULT_KEY_UNUSABLE"
    case .vaultKeyWrong: "VAULT_KEY_WRONG"
    case .notEmpty: "STORE_NOT_EMPTY"
    case .backupUnusable: "BACKUP_UNUSABLE"
    case .vaultDamaged: "VAULT_DAMAGED"
    case .notContiguous: "STORE_NOT_CONTIGUOUS"
    case .duplicate: "STORE_DUPLICATE"
    case .invalid: "STORE_INVALID"
    case .documentTooLarge: "DOCUMENT_TOO_LARGE"
    case .documentOffset: "DOCUMENT_OFFSET"
    case .documentUnknown: "DOCUMENT_UNKNOWN"
    case .documentMismatch: "DOCUMENT_MISMATCH"
    }
  }
}

extension StoreError: CustomStringConvertible, LocalizedError {
  /// What happened and what to do next.
  public var description: String {
    switch self {
    case .full: "The store is full: nothing was written. Make room on the disk; the service goes on by itself."
    case .busy: "Another program holds the journal's write lock. Nothing was written; try again."
    case .fatal(let what): "The store failed: \(what). Stop the service, start it again and run verify."
    case .diverged(let what): "The journal needs repair: \(what). Nothing is written until an operator has decided."
    case .inUse(let folder): "The store in \(folder) is open in another process. Stop that one first."
    case .cannotOpen(let what): "The store cannot be opened: \(what)."
    case .notDurable(let what): "The store refuses to start because commits would not be synced: \(what)."
    case .newerSchema(let what): "A newer version wrote the store (\(what)). Install that version or a later one."
    case .otherFeed(let expected, let found): "The store belongs to the feed \(found), not to \(expected)."
    case .vaultKeyUnusable(let what): "The vault key cannot be used: \(what)."
    case .vaultKeyWrong: "The vault key is not the one this store was made with."
    case .notEmpty(let folder): "The folder \(folder) is not empty. Move what it holds away, or name another folder."
    case .backupUnusable(let what): "The backup cannot be used: \(what). Nothing was restored; take another backup."
    case .vaultDamaged(let what): "A sealed value does not open: \(what)."
    case .notContiguous(let expected, let found): "The next event must be number \(expected), not \(found)."
    case .duplicate(let what): "Recorded already: \(what)."
    case .invalid(let what): "Cannot be stored: \(what)."
    case .documentTooLarge(let limit): "The document is larger than \(limit) bytes."
    case .documentOffset(let expected): "The next chunk must begin at byte \(expected)."
    case .documentUnknown: "No upload of this document was begun. Begin it first."
    case .documentMismatch(let what): "The document is not the one announced: \(what). Begin the upload again."
    }
  }

  /// The same sentence, where Foundation asks for it.
  public var errorDescription: String? { description }
}
