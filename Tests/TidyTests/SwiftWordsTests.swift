import Testing

@Suite("Words of a source")
struct SwiftWordsTests {
  @Test("leave out comments and strings, and keep what is interpolated")
  func leavesOut() {
    let text = """
      let a = "try! \\(f("as!", b))" // fatalError(
      /* nested /* try! */ as! */ c
      let d = #"raw \\(not) \\#(e) "quoted""#
      """
    #expect(SwiftWords(text).words.map(\.text) == ["let", "a", "=", "f", "(", ",", "b", ")", "c", "let", "d", "=", "e"])
  }

  @Test("know their lines across a long string")
  func lines() {
    let text = "let a = \"\"\"\n  one\n  two \"quoted\"\n  \"\"\"\nlet b = 1"
    #expect(SwiftWords(text).words.last == SwiftWords.Word(text: "1", line: 5, isJoined: false))
  }
}
