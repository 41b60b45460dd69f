import Testing

@testable import Terminal

@Suite("A page that is drawn in place")
struct ScreenTests {
  private let painter = ScreenPainter()

  private func lines(_ text: String) -> [String] {
    text.replacing("\u{1B}[?2026h\u{1B}[H", with: "").replacing("\u{1B}[J\u{1B}[?2026l", with: "").split(
      separator: "\r\n", omittingEmptySubsequences: false
    ).map { String($0).replacing("\u{1B}[0m\u{1B}[K", with: "") }
  }

  @Test("fills exactly the rows there are, head at the top, foot at the bottom")
  func rows() {
    let (text, offset) = painter.page(head: "头", body: ["1", "2"], foot: "脚", offset: 0, rows: 6, columns: 20)
    #expect(lines(text) == ["头", "1", "2", "", "", "脚"] && offset == 0)
  }

  @Test("is moved no further than its end, and back when it grows shorter")
  func offset() {
    let body = (1...10).map(String.init)
    let (text, offset) = painter.page(head: "h", body: body, foot: "f", offset: 99, rows: 5, columns: 20)
    #expect(lines(text) == ["h", "8", "9", "10", "f"] && offset == 7)
    #expect(painter.page(head: "h", body: body, foot: "f", offset: -3, rows: 5, columns: 20).offset == 0)
    #expect(painter.page(head: "h", body: [], foot: "f", offset: 4, rows: 5, columns: 20).offset == 0)
  }

  @Test(
    "cuts a line at the screen's edge, by columns, and keeps its colour",
    arguments: [
      ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("银河小区", 5, "银河…"), ("\u{1B}[31mabcd\u{1B}[0m", 3, "\u{1B}[31mab…"),
    ])
  func cut(_ line: String, _ columns: Int, _ expected: String) {
    #expect(ScreenPainter.cut(line, columns) == expected)
  }

  @Test("keys: what is pressed is understood, what is not meant is left out")
  func keys() {
    #expect(Keyboard.keys(in: Array("q".utf8)) == [.quit])
    #expect(Keyboard.keys(in: [0x03]) == [.quit])
    #expect(Keyboard.keys(in: Array("\u{1B}[A\u{1B}[6~jG".utf8)) == [.up, .pageDown, .down, .end])
    #expect(Keyboard.keys(in: Array("\u{1B}[1;5Cx\u{1B}".utf8)) == [])
    #expect(Keyboard.keys(in: Array("\u{1B}[".utf8)) == [])
  }

  @Test("a sheet for spreadsheet programs begins with its mark and quotes what must be")
  func sheet() {
    #expect(
      CSVSheet.text(["名称", "a,b"], [["=1+1", "x\"y"], ["1\n2", ""]])
        == "\u{FEFF}名称,\"a,b\"\r\n'=1+1,\"x\"\"y\"\r\n\"1\n2\",\r\n")
  }
}
