import DomainModel
import Testing

@Suite("Area")
struct AreaTests {
  @Test("holds zero to the largest that can be written")
  func bounds() throws {
    #expect(try Area(hundredths: 0) == .zero)
    #expect(try Area(hundredths: Money.largest).description == "9999999999999.99")
    #expect(throws: ArithmeticFault.negative) { try Area(hundredths: -1) }
    #expect(throws: ArithmeticFault.overflow) { try Area(hundredths: Money.largest + 1) }
  }

  @Test("throws where a sum or a difference leaves the range")
  func arithmetic() throws {
    let largest = try Area(hundredths: Money.largest)
    #expect(throws: ArithmeticFault.overflow) { try largest.adding("0.01") }
    #expect(throws: ArithmeticFault.negative) { try Area.zero.subtracting("0.01") }
    #expect(try Area.sum(["78.32", "0.68"]) == "79.00")
    #expect(throws: ArithmeticFault.overflow) { try Area.sum([largest, "0.01"]) }
  }

  @Test("times an amount per square metre is cut to the fen, in favour of nobody's purse but the payer's")
  func product() throws {
    #expect(try Area(given("78.32")).times("300.00") == "23496.00")
    #expect(try Area(given("0.01")).times("0.99") == "0.00")
    #expect(try Area(given("33.33")).times("0.01") == "0.33")
    #expect(throws: ArithmeticFault.overflow) { try Area(hundredths: Money.largest).times("300.00") }
  }
}
