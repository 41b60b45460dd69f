import DomainModel
import Foundation

/// Figures as printed forms write them. All are exact; a percentage is cut, never rounded up (domain §4.6).
public enum FormText {
  /// `b-3`, as a roll's `3幢` is called by the import, reads `3幢` again; another id stays what it is.
  static func building(_ id: BuildingID) -> String {
    let number = id.rawValue.dropFirst(2)
    guard id.rawValue.hasPrefix("b-"), !number.isEmpty, number.allSatisfy(\.isNumber) else { return id.rawValue }
    return "\(number)幢"
  }

  /// `2024年3月5日`
  public static func date(_ day: BusinessDate) -> String { "\(day.year)年\(day.month)月\(day.day)日" }

  /// `138.466667`: 万元 with two places, or as many as the fen need, up to six (domain §15.6).
  public static func tenThousands(_ money: Money) -> String {
    let (whole, rest) = money.fen.quotientAndRemainder(dividingBy: 1_000_000)
    var places = String(String(1_000_000 + rest).dropFirst())
    while places.count > 2, places.last == "0" { places.removeLast() }
    return "\(grouped(whole)).\(places)"
  }

  /// `1,384,666.67`
  public static func yuan(_ money: Money) -> String { hundredths(money.fen) }

  /// `23,180.99`
  public static func area(_ area: Area) -> String { hundredths(area.hundredths) }

  /// `80.98%`, cut to two places.
  public static func percent(_ share: Share) -> String { share.percentage }

  /// `不少于2/3`
  public static func required(_ share: Share) -> String { "不少于\(share)" }

  /// `达到` or `未达到`
  public static func reached(_ isReached: Bool) -> String { isReached ? "达到" : "未达到" }

  /// Hundredths with two places and commas.
  static func hundredths(_ value: Int64) -> String {
    let (whole, rest) = value.quotientAndRemainder(dividingBy: 100)
    return "\(grouped(whole)).\(rest < 10 ? "0" : "")\(rest)"
  }

  static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  // MARK: Fields on paper

  static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: ">", with: "&gt;").replacingOccurrences(of: "\"", with: "&quot;")
  }

  /// A field on its line: what stands in it, or room to write `width` characters. This is HTML.
  static func fill(_ text: String?, _ width: Int = 6) -> FormValue {
    // What is filled runs with the text, so that no line begins with the comma behind it.
    guard let text else { return .text("<span class=\"fill\" style=\"min-width:\(width)em\">&nbsp;</span>") }
    return .text("<span class=\"filled\">&nbsp;\(escaped(text))&nbsp;</span>")
  }

  /// A date, or room to write one. This is HTML.
  static func dateLine(_ day: BusinessDate?) -> FormValue {
    guard let day else {
      let gap = "<span class=\"gap\"></span>"
      return .text("\(gap)\(gap)年\(gap)月\(gap)日")
    }
    return .text(date(day))
  }
}
