/// One measured figure: the median of its runs, with the least and the most beside it.
struct Figure: Codable {
  let name: String
  /// `ballots/s`, `µs`, `MiB`.
  let unit: String
  let runs: [Int]

  init(_ name: String, _ unit: String, _ runs: [Int]) {
    self.name = name
    self.unit = unit
    self.runs = runs
  }

  var median: Int { runs.median }

  var line: String {
    let spread = runs.count > 1 ? "  (\((runs.min() ?? 0).grouped) … \((runs.max() ?? 0).grouped))" : ""
    let value = median.grouped
    return "  " + name.padded(to: 52) + String(repeating: " ", count: max(0, 12 - value.count)) + "\(value) \(unit)\(spread)"
  }
}

/// One figure over another, in hundredths.
struct Ratio: CustomStringConvertible {
  let hundredths: Int

  init(hundredths: Int) {
    self.hundredths = hundredths
  }

  init(_ figure: Int, to limit: Int) {
    hundredths = limit == 0 ? 0 : figure * 100 / limit
  }

  var description: String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// A row of the table in the design, measured.
struct RowReport: Codable {
  struct Comparison: Codable {
    let says: String
    let hundredths: Int
  }

  let row: Int
  let title: String
  var figures: [Figure] = []
  var ratios: [Comparison] = []
  var notes: [String] = []

  init(_ row: Int, _ title: String) {
    self.row = row
    self.title = title
  }

  mutating func compare(_ says: String, _ figure: Int, to limit: Int) {
    ratios.append(Comparison(says: says, hundredths: Ratio(figure, to: limit).hundredths))
  }

  var text: String {
    var lines = ["", "Row \(row): \(title)"]
    lines += figures.map(\.line)
    lines += ratios.map { "  " + $0.says.padded(to: 52) + "     ratio \(Ratio(hundredths: $0.hundredths))" }
    lines += notes.map { "  " + $0 }
    return lines.joined(separator: "\n")
  }
}

extension [Int] {
  /// The middle of the sorted numbers, the upper of two; 0 of none.
  var median: Int { isEmpty ? 0 : sorted()[count / 2] }

  /// The number below which `percent` of the others lie.
  func percentile(_ percent: Int) -> Int { isEmpty ? 0 : sorted()[Swift.min(count - 1, count * percent / 100)] }
}

extension Int {
  /// `1,234,567`
  var grouped: String {
    var digits = String(self)
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: place))
      place -= 3
    }
    return digits
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(1, width - count)) }
}
