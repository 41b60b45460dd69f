import DomainModel
import Testing

@testable import Forms

@Suite("Figures on forms")
struct FormTextTests {
  @Test(
    "are in 万元 without losing a fen",
    arguments: [
      ("1384666.67", "138.466667"), ("1200000.00", "120.00"), ("0.01", "0.000001"), ("12345678900.00", "1,234,567.89"),
      ("0.00", "0.00"), ("1005000.00", "100.50"),
    ])
  func tenThousands(_ money: Money, _ text: String) {
    #expect(FormText.tenThousands(money) == text)
  }

  @Test("have commas and two places")
  func grouped() throws {
    #expect(FormText.yuan("9380000.00") == "9,380,000.00")
    #expect(FormText.yuan("0.05") == "0.05")
    #expect(FormText.area("23180.99") == "23,180.99")
    #expect(FormText.grouped(999) == "999")
    #expect(FormText.grouped(1_000) == "1,000")
  }

  @Test("cut percentages, never round them up")
  func percentages() throws {
    #expect(FormText.percent(try Share(1_666_666, of: 2_500_000)) == "66.66%")
    #expect(FormText.percent(try Share(1_999_999, of: 2_000_000)) == "99.99%")
    #expect(FormText.reached(false) == "未达到")
  }

  @Test("leave a line where nothing is known, and keep marks apart from text")
  func fields() {
    #expect(FormText.fill(nil, 7) == .text("<span class=\"fill\" style=\"min-width:7em\">&nbsp;</span>"))
    #expect(FormText.fill("<甲>") == .text("<span class=\"filled\">&nbsp;&lt;甲&gt;&nbsp;</span>"))
    #expect(FormText.dateLine("2024-03-05") == .text("2024年3月5日"))
  }
}
