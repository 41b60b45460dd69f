import Testing

@testable import Terminal

@Suite("A table")
struct TableTests {
  @Test("lines its columns up, whatever the script")
  func alignment() {
    var table = Table([.init("项目"), .init("金额", isNumeric: true), .init("说明")])
    table.add("330382-2024-0007", "1080000.00", "基础类")
    table.add("甲", "5.00", "b")
    let lines = table.lines(width: 80)
    #expect(lines.count == 4)
    #expect(lines[2] == "330382-2024-0007  1080000.00  基础类")
    #expect(lines[3] == "甲                      5.00  b")
    let ends = lines.map { TextWidth.of(String($0.prefix(while: { $0 != "b" }))) }
    #expect(ends[3] == 30)
  }

  @Test("breaks its last column to keep to the width")
  func wrapping() {
    var table = Table("a", "说明")
    table.add("x", "一二三四五六七八九十一二三四五六七八九十")
    let lines = table.lines(width: 30)
    #expect(lines.count == 4)
    for line in lines { #expect(TextWidth.of(line) <= 30) }
  }
}
