import CZeroMQ

/// The CURVE keys of a service or a client, in Z85 (40 printable characters for 32 bytes).
public struct CurveKeyPair: Sendable {
  public let publicKey: String
  /// Never print it, log it or put it into an error.
  public let secretKey: String

  /// Makes a new pair; throws when libzmq was built without CURVE.
  public static func generate() throws -> CurveKeyPair {
    var publicKey = [CChar](repeating: 0, count: 41)
    var secretKey = [CChar](repeating: 0, count: 41)
    guard zmq_curve_keypair(&publicKey, &secretKey) == 0 else { throw MessagingError.last("zmq_curve_keypair") }
    return try CurveKeyPair(publicKey: text(publicKey), secretKey: text(secretKey))
  }

  /// - Throws: `MessagingError.badKey` unless both are Z85 and the public key belongs to the secret one.
  public init(publicKey: String, secretKey: String) throws {
    guard Self.isKey(publicKey), Self.isKey(secretKey) else { throw MessagingError.badKey }
    var derived = [CChar](repeating: 0, count: 41)
    guard zmq_curve_public(&derived, secretKey) == 0, Self.text(derived) == publicKey else { throw MessagingError.badKey }
    self.publicKey = publicKey
    self.secretKey = secretKey
  }

  /// Whether a text can be a key: 40 characters of Z85 that stand for 32 bytes.
  public static func isKey(_ text: String) -> Bool {
    guard text.utf8.count == 40, text.utf8.allSatisfy(z85.contains) else { return false }
    var bytes = [UInt8](repeating: 0, count: 32)
    // libzmq decodes groups beyond 2^32 without a word, so the way back must give the same text.
    guard zmq_z85_decode(&bytes, text) != nil else { return false }
    return encode(bytes) == text
  }

  /// 32 bytes as Z85.
  static func encode(_ bytes: [UInt8]) -> String {
    var buffer = [CChar](repeating: 0, count: 41)
    guard bytes.count == 32, zmq_z85_encode(&buffer, bytes, 32) != nil else { return "" }
    return text(buffer)
  }

  private static let z85 = Set("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#".utf8)

  private static func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension CurveKeyPair: CustomStringConvertible, CustomReflectable {
  /// The public key only.
  public var description: String { "CurveKeyPair(\(publicKey))" }
  public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey]) }
}
