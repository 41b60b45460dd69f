import DomainModel
import Testing

@Suite("A share")
struct ShareTests {
  @Test(
    "is refused in any other form than two whole numbers", arguments: ["", "2", "2/", "/3", "2/0", "-2/3", "2/-3", "02/3", "2/03",
      "2/3/4", "2 / 3", "0.66", "66%", "1234567890123456/1", "二/三"])
  func refused(_ text: String) {
    #expect(throws: ValueFault.self) { try Share(text) }
  }

  @Test("cannot have a zero below or anything negative")
  func bounds() throws {
    #expect(throws: ArithmeticFault.divisionByZero) { try Share(1, of: 0) }
    #expect(throws: ArithmeticFault.negative) { try Share(-1, of: 2) }
    #expect(throws: ArithmeticFault.negative) { try Share(1, of: -2) }
    #expect(try Share(0, of: 5).description == "0/5")
    #expect(try Share(given("999999999999999/1")).numerator == 999_999_999_999_999)
  }

  @Test("is reached at its bound, not one below, and never out of nothing")
  func reached() throws {
    let twoThirds = try Share(given("2/3"))
    #expect(twoThirds.isReached(by: 2, of: 3))
    #expect(!twoThirds.isReached(by: 1, of: 3))
    #expect(twoThirds.isReached(by: 67, of: 100))
    #expect(!twoThirds.isReached(by: 66, of: 100))
    #expect(!twoThirds.isReached(by: 0, of: 0))
    #expect(!(try Share(given("0/1")).isReached(by: 0, of: 0)))
    #expect(twoThirds.isReached(by: .max, of: .max))
  }

  @Test("names the least count that reaches it", arguments: 0..<100)
  func least(_ seed: UInt64) throws {
    var chance = SeededGenerator(seed: seed)
    let bottom = Int64.random(in: 1...50, using: &chance)
    let share = try Share(Int64.random(in: 0...bottom, using: &chance), of: bottom)
    let total = Int64.random(in: 1...1_000_000_000_000, using: &chance)
    let least = share.least(of: total)
    #expect(share.isReached(by: least, of: total))
    #expect(least == 0 || !share.isReached(by: least - 1, of: total))
  }

  @Test("is shown cut, never rounded up")
  func percentage() throws {
    #expect(try Share(given("2/3")).percentage == "66.66%")
    #expect(try Share(given("99999/100000")).percentage == "99.99%")
    #expect(Share.whole.percentage == "100.00%")
  }

  @Test("stays as it was counted")
  func notReduced() throws {
    #expect(try Share(given("4/6")) != Share(given("2/3")))
    #expect(try WireForm.roundTrip(Share(given("4/6"))).text == "\"4\\/6\"")
  }
}
