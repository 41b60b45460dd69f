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

  @Test("shows no control character of a foreign text")
  func safety() {
    #expect(TextWidth.safe("a\u{1B}[2Jb\nc") == "a\u{FFFD}[2Jb\nc")
  }
}
