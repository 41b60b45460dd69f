/// One of the sizes 1 to 10 of a QR code at error correction level M (ISO/IEC 18004, tables 1, 9 and E.1).
struct QRVersion: Hashable, Sendable {
  /// Blocks of one length.
  struct Blocks: Hashable, Sendable {
    let count: Int
    let data: Int
  }

  let number: Int
  /// Error correction codewords of each block.
  let correction: Int
  let blocks: [Blocks]
  /// Rows and columns of the centres of alignment patterns.
  let alignment: [Int]

  /// Modules on a side.
  var side: Int { 17 + 4 * number }
  /// Data codewords of the whole symbol.
  var capacity: Int { blocks.reduce(0) { $0 + $1.count * $1.data } }
  /// Bits that tell how many bytes follow.
  var lengthBits: Int { number < 10 ? 8 : 16 }
  /// Bytes that fit in byte mode.
  var bytes: Int { (capacity * 8 - 4 - lengthBits) / 8 }

  private init(_ number: Int, _ correction: Int, _ blocks: [(Int, Int)], _ alignment: [Int]) {
    self.number = number
    self.correction = correction
    self.blocks = blocks.map { Blocks(count: $0.0, data: $0.1) }
    self.alignment = alignment
  }

  static let all: [QRVersion] = [
    QRVersion(1, 10, [(1, 16)], []),
    QRVersion(2, 16, [(1, 28)], [6, 18]),
    QRVersion(3, 26, [(1, 44)], [6, 22]),
    QRVersion(4, 18, [(2, 32)], [6, 26]),
    QRVersion(5, 24, [(2, 43)], [6, 30]),
    QRVersion(6, 16, [(4, 27)], [6, 34]),
    QRVersion(7, 18, [(4, 31)], [6, 22, 38]),
    QRVersion(8, 22, [(2, 38), (2, 39)], [6, 24, 42]),
    QRVersion(9, 22, [(3, 36), (2, 37)], [6, 26, 46]),
    QRVersion(10, 26, [(4, 43), (1, 44)], [6, 28, 50]),
  ]
}
