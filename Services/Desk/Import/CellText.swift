import DomainModel
import Foundation

/// What people write into cells, made into what the system takes. Each answer is exact or nil: nothing is guessed.
enum CellText {
  /// Without blanks at the ends, and with full-width letters, digits and signs as their usual forms.
  static func trimmed(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      // ０-９ Ａ-Ｚ ａ-ｚ and the signs of figures; Chinese punctuation stays, it belongs to texts.
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0D, 0xFF0E, 0xFF0F:
        scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      case 0x3000, 0x00A0, 0xFEFF: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return String(scalars).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// `1,080,000`, `￥5.5`, `78.32㎡` as hundredths with two places; nil for more than two places.
  static func decimal(_ text: String) -> String? {
    var figures = text.filter { !",，¥￥ ".contains($0) }
    for unit in ["元", "㎡", "m²", "平方米", "m2"] where figures.hasSuffix(unit) { figures.removeLast(unit.count) }
    let parts = figures.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, !whole.isEmpty,
      parts.allSatisfy({ $0.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } })
    else { return nil }
    var places = parts.count == 2 ? String(parts[1]) : ""
    guard parts.count == 1 || !places.isEmpty else { return nil }
    // Zeros behind the second place say nothing more.
    while places.count > 2, places.last == "0" { places.removeLast() }
    guard places.count <= 2 else { return nil }
    let digits = whole.drop { $0 == "0" }
    return (digits.isEmpty ? "0" : String(digits)) + "." + places + String(repeating: "0", count: 2 - places.count)
  }

  /// `2024-03-01`, `2024/3/1`, `2024.3.1`, `20240301`, `2024年3月1日`; a time of day behind it is dropped.
  static func date(_ text: String) -> BusinessDate? {
    let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
    var parts = day.split(whereSeparator: { "-/.年月日".contains($0) }).map(String.init)
    if parts.count == 1, day.count == 8 {
      parts = [String(day.prefix(4)), String(day.dropFirst(4).prefix(2)), String(day.suffix(2))]
    }
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
      let number = Int(parts[2])
    else { return nil }
    return try? BusinessDate(year: year, month: month, day: number)
  }

  static func whole(_ text: String) -> Int? {
    var figures = text.filter { !",， ".contains($0) }
    for unit in ["户", "套", "个", "岁", "年", "幢"] where figures.hasSuffix(unit) { figures.removeLast() }
    return figures.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } && figures.utf8.count < 16 ? Int(figures) : nil
  }

  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "是", "有", "√", "✓", "y", "yes", "true", "1": true
    case "否", "无", "不是", "×", "n", "no", "false", "0": false
    default: nil
    }
  }

  /// A word of a closed list, by its wire form or by one of the words that offices use.
  static func word<Word: WireEnum>(_ text: String, _ words: [(Word, [String])]) -> Word? {
    if let known = Word(rawValue: text.lowercased()) { return known }
    return words.first { $0.1.contains(text) }?.0
  }

  /// An id in lower case.
  static func slug(_ text: String) -> Identifier<SlugKind>? {
    try? Identifier<SlugKind>(text.lowercased().replacing(" ", with: "-").replacing("_", with: "-"))
  }
}
