/// A QR code of a short text: byte mode, error correction level M, versions 1 to 10 (ISO/IEC 18004).
///
/// Level M restores about 15 % of the modules, enough for a sheet that was folded or stamped.
public struct QRCode: Hashable, Sendable {
  /// 1 to 10.
  public let version: Int
  /// The mask that the penalty rules chose, 0 to 7.
  public let mask: Int
  /// Rows of modules; true is dark. Without the quiet zone.
  public let modules: [[Bool]]

  /// The longest text that fits, in UTF-8 bytes.
  public static let longest = QRVersion.all.map(\.bytes).max() ?? 0

  /// A text is longer than the largest version holds.
  public struct TooLong: Error, Hashable, Sendable {
    /// UTF-8 bytes of the text.
    public let bytes: Int
  }

  /// - Throws: `TooLong` beyond `longest` bytes.
  public init(_ text: String) throws(TooLong) {
    let bytes = Array(text.utf8)
    guard let version = QRVersion.all.first(where: { $0.bytes >= bytes.count }) else {
      throw TooLong(bytes: bytes.count)
    }
    let codewords = QRCode.interleaved(QRCode.data(bytes, version), version)
    let field = QRField(version, codewords)
    let candidates = (0..<8).map { (mask: $0, modules: field.masked($0)) }
    // `min` keeps the first of equals, as the standard's order of masks asks.
    let best = candidates.min { QRPenalty.of($0.modules) < QRPenalty.of($1.modules) } ?? candidates[0]
    self.version = version.number
    mask = best.mask
    modules = best.modules
  }

  /// Mode, length, bytes, and padding to the version's capacity.
  static func data(_ bytes: [UInt8], _ version: QRVersion) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for bit in (0..<count).reversed() { bits.append((value >> bit) & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, version.lengthBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, version.capacity * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var codewords = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    var padding: UInt8 = 0xEC
    while codewords.count < version.capacity {
      codewords.append(padding)
      padding ^= 0xEC ^ 0x11
    }
    return codewords
  }

  /// The data blocks with their error correction, taken in turns.
  static func interleaved(_ data: [UInt8], _ version: QRVersion) -> [UInt8] {
    let code = ReedSolomon(count: version.correction)
    var blocks: [[UInt8]] = []
    var start = 0
    for kind in version.blocks {
      for _ in 0..<kind.count {
        blocks.append(Array(data[start..<start + kind.data]))
        start += kind.data
      }
    }
    var result: [UInt8] = []
    for place in 0..<(blocks.map(\.count).max() ?? 0) {
      for block in blocks where place < block.count { result.append(block[place]) }
    }
    let corrections = blocks.map(code.codewords)
    for place in 0..<version.correction { for correction in corrections { result.append(correction[place]) } }
    return result
  }
}
