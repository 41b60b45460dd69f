import Crypto
import Foundation

/// A hash in the chain of a feed: it stands for every event up to its sequence.
///
/// `h(0) = SHA-256("JG1" ‖ feed ‖ epoch)`, `h(n) = SHA-256(h(n−1) ‖ u64be n ‖ SHA-256(event bytes))`; feed and epoch in UTF-8.
public struct ChainHash: Sendable, Hashable {
  /// 32 bytes.
  public let bytes: [UInt8]

  /// `nil` unless there are 32 bytes.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// `nil` unless the text is 64 hexadecimal digits in lower case, the one form of the wire.
  public init?(hex: String) {
    guard hex.utf8.count == 64 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(32)
    var high: UInt8?
    for byte in hex.utf8 {
      guard !(0x41...0x46).contains(byte), let digit = JSONSlice.hexValue(byte) else { return nil }
      if let first = high {
        bytes.append(first << 4 | digit)
        high = nil
      } else {
        high = digit
      }
    }
    self.bytes = bytes
  }

  private init(_ digest: SHA256.Digest) {
    bytes = Array(digest)
  }

  /// 64 hexadecimal digits in lower case.
  public var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// h(0): where the chain of a feed's epoch begins.
  public static func start(feed: String, epoch: String) -> ChainHash {
    ChainHash(SHA256.hash(data: Data("JG1\(feed)\(epoch)".utf8)))
  }

  /// h(n) from h(n−1).
  ///
  /// - Parameters:
  ///   - sequence: n, from 1.
  ///   - event: the stored bytes of the event, exactly.
  public func next(sequence: Int, event: some DataProtocol) -> ChainHash {
    var hasher = SHA256()
    bytes.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    withUnsafeBytes(of: UInt64(sequence).bigEndian) { hasher.update(bufferPointer: $0) }
    SHA256.hash(data: event).withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return ChainHash(hasher.finalize())
  }
}

extension ChainHash: CustomStringConvertible {
  public var description: String { hex }
}
