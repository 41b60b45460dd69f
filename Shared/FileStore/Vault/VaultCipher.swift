import Crypto
import Foundation

/// Seals what must not stand in the clear: data keys under the master key, values under their data key.
struct VaultCipher: Sendable {
  private let key: VaultKey

  init(key: VaultKey) {
    self.key = key
  }

  /// A fresh data key.
  func makeDataKey() -> SymmetricKey { SymmetricKey(size: .bits256) }

  /// The data key as it may be stored, bound to whose it is.
  func wrap(_ dataKey: SymmetricKey, for owner: String) throws -> Data {
    try Self.seal(dataKey.withUnsafeBytes { Data($0) }, under: key.wrappingKey, place: ["key", owner])
  }

  /// The data key behind its stored form.
  func unwrap(_ wrapped: Data, for owner: String) throws -> SymmetricKey {
    SymmetricKey(data: try Self.open(wrapped, under: key.wrappingKey, place: ["key", owner]))
  }

  /// `plaintext` sealed, bound to `place`: moved elsewhere it does not open.
  static func seal(_ plaintext: Data, under key: SymmetricKey, place: [String]) throws -> Data {
    guard let sealed = try AES.GCM.seal(plaintext, using: key, authenticating: bytes(of: place)).combined else {
      throw StoreError.vaultDamaged("the cipher gave no combined form")
    }
    return sealed
  }

  /// What was sealed for `place`.
  static func open(_ sealed: Data, under key: SymmetricKey, place: [String]) throws -> Data {
    do {
      return try AES.GCM.open(AES.GCM.SealedBox(combined: sealed), using: key, authenticating: bytes(of: place))
    } catch {
      throw StoreError.vaultDamaged("it was altered, moved, or sealed under another key")
    }
  }

  /// Each part behind its length, so that no two places share their bytes.
  private static func bytes(of place: [String]) -> Data {
    var bytes = Data()
    for part in place {
      withUnsafeBytes(of: UInt32(part.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: part.utf8)
    }
    return bytes
  }
}
