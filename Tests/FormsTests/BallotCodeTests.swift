import DomainModel
import Testing

@testable import Forms

@Suite("The code on a ballot")
struct BallotCodeTests {
  private let code = BallotCode(
    round: "330382-2024-0007/R1", unit: "u-03-1-502", pack: "yueqing", edition: "2024-1")

  @Test("says round, unit, edition and printing, and reads back")
  func readsBack() {
    #expect(code.text == "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:1")
    #expect(BallotCode(code.text) == code)
    let second = BallotCode(round: code.round, unit: code.unit, pack: code.pack, edition: code.edition, copy: 2)
    #expect(BallotCode(second.text) == second)
    #expect(code.number == "u-03-1-502")
    #expect(second.number == "u-03-1-502-c2")
  }

  @Test("is read also as a scanner types it through a Chinese keyboard")
  func fullWidth() {
    #expect(BallotCode(" jiugai：1：330382－2024－0007／R1：u－03－1－502：yueqing：2024－1：1\n") == code)
  }

  @Test(
    "is refused when anything is amiss",
    arguments: [
      "", "https://example.cn", "jiugai:2:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:1",
      "jiugai:1:330382-2024-0007/L1:u-03-1-502:yueqing:2024-1:1",
      "jiugai:1:330382-2024-0007/R1:U 502:yueqing:2024-1:1", "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1",
      "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:0",
      "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:01",
      "jiugai:1:330382-2024-0007/R1:u-03-1-502:yueqing:2024-1:100",
    ])
  func refused(_ text: String) {
    #expect(BallotCode(text) == nil)
  }

  @Test("of the longest ids fits into a code; a reprint's number has a bound")
  func longest() throws {
    let slug = try Identifier<SlugKind>(String(repeating: "u", count: 40))
    let long = BallotCode(round: "330382-2024-000007/R999999999", unit: slug, pack: slug, edition: slug, copy: 99)
    #expect(long.text.utf8.count <= QRCode.longest)
    #expect(long.number == nil)
    #expect(BallotCode(round: long.round, unit: slug, pack: slug, edition: slug).number == slug)
  }
}
