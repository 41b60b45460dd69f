/// Error correction codewords over GF(256) with the polynomial x⁸+x⁴+x³+x²+1 (ISO/IEC 18004, 7.5.2).
struct ReedSolomon {
  /// The generator's coefficients below its leading one, the highest power first.
  private let generator: [UInt8]

  /// - Parameter count: how many codewords a block gets.
  init(count: Int) {
    var generator = [UInt8](repeating: 0, count: count)
    generator[count - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<count {
      for place in 0..<count {
        generator[place] = ReedSolomon.product(generator[place], root)
        if place + 1 < count { generator[place] ^= generator[place + 1] }
      }
      root = ReedSolomon.product(root, 2)
    }
    self.generator = generator
  }

  /// The codewords that follow `data`: the remainder of its division by the generator.
  func codewords(for data: [UInt8]) -> [UInt8] {
    var rest = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ rest.removeFirst()
      rest.append(0)
      for place in rest.indices { rest[place] ^= ReedSolomon.product(generator[place], factor) }
    }
    return rest
  }

  /// Multiplies in the field, bit by bit.
  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var result = 0
    for bit in (0..<8).reversed() {
      result = (result << 1) ^ ((result >> 7) * 0x11D)
      if (right >> bit) & 1 == 1 { result ^= Int(left) }
    }
    return UInt8(truncatingIfNeeded: result)
  }
}
