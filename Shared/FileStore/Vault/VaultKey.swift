import Crypto
import Foundation

/// The master key of a service's vault. It lives in a file apart from the store, so that a copied store tells nothing.
public struct VaultKey: Sendable {
  /// The keyed hash with nothing in it yet. It is copied for every command: taking up the key costs as much as the hash.
  private let contentHash: HMAC<SHA256>
  let wrappingKey: SymmetricKey
  /// Recognises the key without giving it away, so that a store opened with another one is refused.
  let fingerprint: Data

  /// The key made of 32 random bytes.
  public init(bytes: Data) throws {
    guard bytes.count == 32 else { throw StoreError.vaultKeyUnusable("it must be 32 bytes, not \(bytes.count)") }
    let master = SymmetricKey(data: bytes)
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(inputKeyMaterial: master, info: Data("jiugai/1/\(purpose)".utf8), outputByteCount: 32)
    }
    contentHash = HMAC(key: derived("repeat-content"))
    wrappingKey = derived("wrap-data-key")
    fingerprint = derived("fingerprint").withUnsafeBytes { Data($0) }
  }

  /// Reads the key from its file, which nobody but its owner may read.
  public init(file: URL) throws {
    let name = file.path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: name),
      let permissions = attributes[.posixPermissions] as? NSNumber
    else { throw StoreError.vaultKeyUnusable("there is no file \(name)") }
    guard permissions.intValue & 0o077 == 0 else {
      throw StoreError.vaultKeyUnusable("\(name) is open to others; set its mode to 0600")
    }
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { throw StoreError.vaultKeyUnusable("\(name) does not hold base64 text") }
    try self.init(bytes: bytes)
  }

  /// Makes a new random key and its file, mode 0600. An existing file is never replaced: what it sealed would be lost.
  public static func create(file: URL) throws -> VaultKey {
    let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
    let descriptor = open(file.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError.vaultKeyUnusable("\(file.path) cannot be made: \(String(cString: strerror(errno)))")
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: Data((bytes.base64EncodedString() + "\n").utf8))
    try handle.synchronize()
    try handle.close()
    return try VaultKey(bytes: bytes)
  }

  /// The keyed hash of a command's content. A plain hash could be guessed from a name and a phone number.
  public func contentMAC(for content: Data) -> Data {
    var hash = contentHash
    hash.update(data: content)
    return Data(hash.finalize())
  }
}

extension VaultKey: CustomStringConvertible, CustomReflectable {
  /// Never the key.
  public var description: String { "VaultKey" }
  /// Never the key.
  public var customMirror: Mirror { Mirror(self, children: [:]) }
}
