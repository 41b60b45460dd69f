import DomainModel
import Testing

@Suite("Money and area on the wire")
struct DecimalTests {
  @Test(
    "are refused in any other form than digits, a point and two digits",
    arguments: [
      "", "0", "1", "1.", "1.0", ".50", "1.000", "01.00", "00.00", "+1.00", "-1.00", "-0.00", "1,000.00", "1e3", "1.0e2", " 1.00",
      "1.00 ", "1.00\n", "NaN", "Infinity", "0x1.00", "１.00", "1.٠٠", "1。00", "1..00", "1.0.0", "10000000000000.00",
      "99999999999999.99", "¥1.00", "null",
    ])
  func refused(_ text: String) {
    #expect(throws: ValueFault.self) { try Money(text) }
    #expect(throws: ValueFault.self) { try Area(text) }
    #expect(throws: (any Error).self) { try WireForm.decode(Money.self, "\"\(text)\"") }
  }

  @Test("are refused as numbers, for JSON numbers are read as floating point by many")
  func numbers() {
    #expect(throws: (any Error).self) { try WireForm.decode(Money.self, "1.00") }
    #expect(throws: (any Error).self) { try WireForm.decode(Area.self, "78") }
  }

  @Test("are read and written the same", arguments: ["0.00", "0.01", "0.99", "1.00", "10.10", "1080000.00", "9999999999999.99"])
  func same(_ text: String) throws {
    #expect(try Money(text).description == text)
    #expect(try Area(text).description == text)
    let (json, back) = try WireForm.roundTrip(Money(text))
    #expect(json == "\"\(text)\"")
    #expect(back == (try Money(text)))
  }

  @Test("a fault names the form and never the text")
  func silent() {
    let fault = #expect(throws: ValueFault.self) { try Money(given("张三13800000000")) }
    #expect(fault?.description.contains("张三") == false)
    #expect(fault?.description.hasPrefix("expected ") == true)
  }
}
