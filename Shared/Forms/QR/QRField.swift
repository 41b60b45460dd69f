/// The modules of a QR code before it is masked: function patterns, and the codewords in their zigzag.
struct QRField {
  private let side: Int
  private let version: Int
  private var dark: [[Bool]]
  /// Modules that no mask touches.
  private var fixed: [[Bool]]

  init(_ version: QRVersion, _ codewords: [UInt8]) {
    side = version.side
    self.version = version.number
    dark = Array(repeating: Array(repeating: false, count: version.side), count: version.side)
    fixed = dark
    drawTiming()
    for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
    drawAlignment(version.alignment)
    drawFormat(mask: 0)
    drawVersion()
    place(codewords)
  }

  /// The finished modules under a mask, with the format that names it.
  func masked(_ mask: Int) -> [[Bool]] {
    var result = self
    for row in 0..<side {
      for column in 0..<side where !fixed[row][column] && QRField.inverts(mask, row, column) {
        result.dark[row][column].toggle()
      }
    }
    result.drawFormat(mask: mask)
    return result.dark
  }

  private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    let product = row * column
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
    dark[row][column] = isDark
    fixed[row][column] = true
  }

  private mutating func drawTiming() {
    for place in 0..<side {
      set(6, place, place % 2 == 0)
      set(place, 6, place % 2 == 0)
    }
  }

  /// A finder pattern with its light border, as far as it lies inside.
  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for right in -4...4 {
        let (r, c) = (row + down, column + right)
        guard (0..<side).contains(r), (0..<side).contains(c) else { continue }
        let ring = max(abs(down), abs(right))
        set(r, c, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func drawAlignment(_ centres: [Int]) {
    guard let last = centres.last else { return }
    for row in centres {
      for column in centres {
        // Three corners belong to the finders.
        if (row, column) == (6, 6) || (row, column) == (6, last) || (row, column) == (last, 6) { continue }
        for down in -2...2 {
          for right in -2...2 { set(row + down, column + right, max(abs(down), abs(right)) != 1) }
        }
      }
    }
  }

  /// Level M is 00; BCH(15,5) with 10100110111, then the fixed mask 101010000010010.
  static func formatBits(mask: Int) -> Int {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    return (mask << 10 | rest) ^ 0x5412
  }

  private mutating func drawFormat(mask: Int) {
    let bits = QRField.formatBits(mask: mask)
    func bit(_ place: Int) -> Bool { (bits >> place) & 1 == 1 }
    for place in 0...5 { set(place, 8, bit(place)) }
    set(7, 8, bit(6))
    set(8, 8, bit(7))
    set(8, 7, bit(8))
    for place in 9...14 { set(8, 14 - place, bit(place)) }
    for place in 0...7 { set(8, side - 1 - place, bit(place)) }
    for place in 8...14 { set(side - 15 + place, 8, bit(place)) }
    set(side - 8, 8, true)
  }

  /// Versions from 7 say which they are; BCH(18,6) with 1111100100101.
  private mutating func drawVersion() {
    guard version >= 7 else { return }
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for place in 0..<18 {
      let isDark = (bits >> place) & 1 == 1
      set(place / 3, side - 11 + place % 3, isDark)
      set(side - 11 + place % 3, place / 3, isDark)
    }
  }

  /// Columns in pairs from the right, upwards and downwards in turns; what remains stays light.
  private mutating func place(_ codewords: [UInt8]) {
    var next = 0
    var right = side - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      let isUpward = (right + 1) & 2 == 0
      for step in 0..<side {
        let row = isUpward ? side - 1 - step : step
        for column in [right, right - 1] where !fixed[row][column] && next < codewords.count * 8 {
          dark[row][column] = (codewords[next / 8] >> (7 - next % 8)) & 1 == 1
          next += 1
        }
      }
      right -= 2
    }
  }
}
