import DomainModel
import Testing

@Suite("Bounded text, numbers and lists")
struct TextTests {
  @Test("text has at least one character and at most its bound, counted as people count")
  func bounds() throws {
    #expect(try Text<3>(given("a")).value == "a")
    #expect(try Text<3>(given("旧改办")).value == "旧改办")
    #expect(try Text<2>(given("👨‍👩‍👧")).value.count == 1)
    #expect(throws: ValueFault.self) { try Text<3>(given("")) }
    #expect(throws: ValueFault.self) { try Text<3>(given("abcd")) }
  }

  @Test("text that is blank or holds control characters is refused", arguments: [" ", "\u{3000}", "\u{200B}", "a\u{0}", "a\u{7}b",
    "a\tb", "a\r\nb", "a\u{2028}b", "\n", "a\u{1B}[31m"])
  func refused(_ text: String) {
    #expect(throws: ValueFault.self) { try Text<20>(text) }
  }

  @Test("text may go over several lines")
  func lines() throws {
    #expect(try Text<20>(given("一\n二")).value == "一\n二")
  }

  @Test("a flood of combining marks is not one character")
  func marks() {
    #expect(throws: ValueFault.self) { try Text<10>(given("a") + String(repeating: "\u{0301}", count: 1000)) }
  }

  @Test("a whole number keeps both its bounds")
  func wholes() throws {
    #expect(try Whole<1, 5>(given(1)).value == 1)
    #expect(try Whole<1, 5>(given(5)).value == 5)
    #expect(throws: ValueFault.self) { try Whole<1, 5>(given(0)) }
    #expect(throws: ValueFault.self) { try Whole<1, 5>(given(6)) }
    #expect(throws: (any Error).self) { try WireForm.decode(Whole<1, 5>.self, "6") }
    #expect(throws: (any Error).self) { try WireForm.decode(Whole<1, 5>.self, "\"3\"") }
    #expect(throws: (any Error).self) { try WireForm.decode(Whole<1, 5>.self, "3.5") }
    #expect(try WireForm.decode(Whole<1, 5>.self, "3") == 3)
  }

  @Test("a list holds up to its bound")
  func lists() throws {
    #expect(try Listing<Whole<1, 9>, 2>([1, 2]).count == 2)
    #expect(try Listing<Whole<1, 9>, 2>([]).isEmpty)
    #expect(throws: ValueFault.self) { try Listing<Whole<1, 9>, 2>([1, 2, 3]) }
    #expect(try WireForm.decode(Listing<Whole<1, 9>, 2>.self, "[1,2]").items == [1, 2])
    #expect(throws: (any Error).self) { try WireForm.decode(Listing<Whole<1, 9>, 2>.self, "[1,2,3]") }
    #expect(Listing<Int, 2>(capped: [1, 2, 3]).items == [1, 2])
  }
}
