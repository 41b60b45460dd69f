import Testing

@testable import Terminal

@Suite("The width of text on a terminal")
struct TextWidthTests {
  @Test(
    "counts two columns for what is drawn wide",
    arguments: [
      ("", 0), ("abc", 3), ("旧改", 4), ("（公示）", 8), ("a旧b", 4), ("，", 2), ("“", 1), ("e\u{301}", 1), ("👍", 2), ("한", 2),
      ("\u{1B}[31m旧\u{1B}[0m", 2), ("𠮷", 2), ("１２", 4), ("✓", 1),
    ])
  func width(_ text: String, _ columns: Int) {
    #expect(TextWidth.of(text) == columns)
  }

  @Test("breaks between Chinese characters and at blanks")
  func breaking() {
    #expect(TextWidth.lines("旧改项目公示", width: 5) == ["旧改", "项目", "公示"])
    #expect(TextWidth.lines("one two three", width: 8) == ["one two", "three"])
    #expect(TextWidth.lines("abcdefghij", width: 4) == ["abcd", "efgh", "ij"])
    #expect(TextWidth.lines("", width: 4) == [""])
    for line in TextWidth.lines("a旧b改c 项目 d", width: 3) { #expect(TextWidth.of(line) <= 3) }
  }

  @Test("sets what is too long under its own beginning; colours take no column")
  func hanging() {
    #expect(TextWidth.hanging("  依据：旧改项目公示办法", width: 14) == "  依据：旧改项\n    目公示办法")
    #expect(TextWidth.hanging("ok\n  one two three", width: 11) == "ok\n  one two\n    three")
    #expect(TextWidth.hanging("  short", width: 40) == "  short")
    let red = TextWidth.hanging("  \u{1B}[31mone\u{1B}[0m two three", width: 11)
    #expect(red == "  \u{1B}[31mone\u{1B}[0m two\n    three")
    for line in TextWidth.hanging("      数值：成立 是，自 2024-01-15，日期 2024-03-04，要求 2/3", width: 30).split(separator: "\n") {
      #expect(TextWidth.of(String(line)) <= 30)
    }
  }

  @Test("shows no control character of a foreign text")
  func safety() {
    #expect(TextWidth.safe("a\u{1B}[2Jb\nc") == "a\u{FFFD}[2Jb\nc")
  }
}
