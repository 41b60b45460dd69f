import Contracts
import DomainModel
import Testing

@testable import Desk

@Suite("The file for the province's system")
struct OutboundFileTests {
  private let item = OutboundReport.Attempt(
    item: "512000-2021-0001-entry-1", attempt: 1, system: "sichuan-renovation-system", systemName: "省系统",
    preparedOn: "2021-03-01", columns: ["项目编号", "名称"], rows: [["512000-2021-0001", "一区, \"甲\""], ["=1+1", "二区"]],
    isAccepted: nil, answeredOn: nil, number: nil, reasons: nil)

  @Test("is CSV with a byte order mark, quoted cells and no formula")
  func csv() {
    #expect(
      OutboundFile.text(of: item, as: .csv)
        == "\u{FEFF}项目编号,名称\r\n512000-2021-0001,\"一区, \"\"甲\"\"\"\r\n'=1+1,二区\r\n")
  }

  @Test("is JSON with the columns by name, the same whenever it is written")
  func json() throws {
    let text = OutboundFile.text(of: item, as: .json)
    #expect(text == OutboundFile.text(of: item, as: .json))
    #expect(text.contains("512000-2021-0001-entry-1") && text.contains("\"项目编号\""))
  }

  @Test("an annual plan is named by division and year", arguments: [
    ("512000-plan-2021", true), ("512000-2021", false), ("512000-plan-21x", false), ("512000-plan-1999", false),
  ])
  func planYear(_ text: String, _ holds: Bool) {
    #expect(((try? OutboundCommand.planYear(text)) != nil) == holds)
  }
}
