/// How ill a masked QR code would read (ISO/IEC 18004, 7.8.3): the mask with the least is taken.
enum QRPenalty {
  static func of(_ modules: [[Bool]]) -> Int {
    let columns = modules.indices.map { column in modules.map { $0[column] } }
    return (modules + columns).reduce(0) { $0 + runs($1) + finders($1) } + squares(modules) + balance(modules)
  }

  /// Five or more of one colour in a line.
  private static func runs(_ line: [Bool]) -> Int {
    var penalty = 0
    var length = 0
    var last: Bool?
    for module in line {
      length = module == last ? length + 1 : 1
      last = module
      if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
    }
    return penalty
  }

  /// What looks like a finder: 1:1:3:1:1 with four light modules on a side, read through a window of eleven.
  private static func finders(_ line: [Bool]) -> Int {
    var penalty = 0
    var window = 0
    for (place, module) in line.enumerated() {
      window = (window << 1 | (module ? 1 : 0)) & 0x7FF
      if place >= 10, window == 0b101_1101_0000 || window == 0b000_0101_1101 { penalty += 40 }
    }
    return penalty
  }

  /// Two by two of one colour.
  private static func squares(_ modules: [[Bool]]) -> Int {
    var penalty = 0
    for row in modules.indices.dropLast() {
      for column in modules.indices.dropLast() {
        let colour = modules[row][column]
        if colour == modules[row][column + 1], colour == modules[row + 1][column],
          colour == modules[row + 1][column + 1]
        {
          penalty += 3
        }
      }
    }
    return penalty
  }

  /// Ten for each whole 5 % by which the dark modules miss a half.
  private static func balance(_ modules: [[Bool]]) -> Int {
    let total = modules.count * modules.count
    let dark = modules.joined().count { $0 }
    return abs(dark * 20 - total * 10) / total * 10
  }
}
