import ServiceKit
import Testing

@Suite("A key of two parts")
struct EntityKeyTests {
  @Test(
    "has the bytes of both with a slash between, long and short, in any script",
    arguments: [
      ("330382-2024-0007/R1", "u-03-1-502"), ("a", "b"), ("", ""), ("a", ""), ("", "b"), ("旧改", "é́"),
      (String(repeating: "长", count: 300), "x"),
    ])
  func joined(_ first: String, _ second: String) {
    #expect(Array(EntityKey.joined(first, second).utf8) == Array("\(first)/\(second)".utf8))
  }

  @Test("may be made of pieces of other texts")
  func substrings() {
    let text = "330382-2024-0007/R1"
    #expect(EntityKey.joined(String(text.prefix(16)), String(text.suffix(2))) == text)
  }
}
