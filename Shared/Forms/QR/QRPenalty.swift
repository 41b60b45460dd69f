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

  /// What looks like a finder: dark and light in turns as 1:1:3:1:1, with four times as much light on a side. The quiet
  /// zone outside counts as light.
  private static func finders(_ line: [Bool]) -> Int {
    // Lengths in turns, light first; the first and the last reach into the quiet zone.
    var runs = [line.count]
    var isDark = false
    for module in line {
      if module == isDark { runs[runs.count - 1] += 1 } else { runs.append(1) }
      isDark = module
    }
    if isDark { runs.append(0) }
    runs[runs.count - 1] += line.count
    guard runs.count >= 7 else { return 0 }
    var penalty = 0
    for start in stride(from: 1, to: runs.count - 5, by: 2) {
      let one = runs[start]
      guard runs[start + 1] == one, runs[start + 2] == 3 * one, runs[start + 3] == one, runs[start + 4] == one else {
        continue
      }
      let (before, after) = (runs[start - 1], runs[start + 5])
      if before >= 4 * one, after >= one { penalty += 40 }
      if after >= 4 * one, before >= one { penalty += 40 }
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
