/// A sheet for spreadsheet programs.
public enum CSVSheet {
  /// UTF-8 with a byte order mark, which spreadsheet programs need for Chinese, and lines that end as RFC 4180 says.
  public static func text(_ columns: [String], _ rows: [[String]]) -> String {
    "\u{FEFF}" + ([columns] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// Quoted where it must be. A cell that a spreadsheet would take for a formula is told to be text.
  private static func cell(_ text: String) -> String {
    let plain = text.first.map("=+-@\t".contains) == true ? "'" + text : text
    let mustQuote = plain.contains { ",\"\n\r".contains($0) }
    return mustQuote ? "\"" + plain.replacing("\"", with: "\"\"") + "\"" : plain
  }
}
