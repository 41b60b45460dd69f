import Foundation

extension DocumentHash {
  /// The 32 bytes that the digits write.
  public var bytes: Data {
    var data = Data(capacity: 32)
    var digits = rawValue.utf8.makeIterator()
    while let high = digits.next(), let low = digits.next() { data.append(nibble(high) << 4 | nibble(low)) }
    return data
  }

  /// The hash that these 32 bytes are.
  ///
  /// - Throws: `IdentifierFault` when there are not 32 of them.
  public init(bytes: Data) throws {
    let digits = Array("0123456789abcdef")
    try self.init(String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }))
  }

  private func nibble(_ digit: UInt8) -> UInt8 { digit <= 57 ? digit - 48 : digit - 87 }
}
