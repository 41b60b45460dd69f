import DomainModel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  @Test("of projects", arguments: ["330382-2024-0007", "330382-2024-000007"])
  func projects(_ text: String) throws {
    #expect(try ProjectID(text).rawValue == text)
  }

  @Test("of projects are refused", arguments: ["", "330382-2024-007", "330382-2024-0000007", "33038-2024-0007", "330382-24-0007",
    "330382-2024-0007/R1", "330382-2024-0007 ", "３30382-2024-0007", "330382_2024_0007", "-330382-2024-0007"])
  func notProjects(_ text: String) {
    #expect(throws: ValueFault.self) { try ProjectID(text) }
  }

  @Test("of one word are short, small and plain", arguments: [("a", true), ("0", true), ("a-", true), ("-a", false), ("", false),
    ("A", false), ("a_b", false), ("a.b", false), ("a/b", false), ("é", false), (String(repeating: "a", count: 40), true),
    (String(repeating: "a", count: 41), false)])
  func slugs(_ text: String, _ isOne: Bool) {
    #expect(((try? UnitID(text)) != nil) == isOne)
  }

  @Test("of communities", arguments: [("330382-C00017", true), ("330382-C0001700", true), ("330382-C0017", false),
    ("330382-C00017000", false), ("330382-00017", false), ("330382-c00017", false)])
  func communities(_ text: String, _ isOne: Bool) {
    #expect(((try? CommunityID(text)) != nil) == isOne)
  }

  @Test("of documents are 64 small hexadecimal digits")
  func documents() {
    let digits = String(repeating: "0a", count: 32)
    #expect((try? DocumentHash(digits)) != nil)
    #expect((try? DocumentHash(String(digits.dropLast()))) == nil)
    #expect((try? DocumentHash(digits + "0")) == nil)
    #expect((try? DocumentHash(digits.uppercased())) == nil)
    #expect((try? DocumentHash(String(repeating: "0g", count: 32))) == nil)
  }

  @Test("of a project's things are numbered from 1 and know their project")
  func items() throws {
    let round = RoundID("330382-2024-0007", 12)
    #expect(round.rawValue == "330382-2024-0007/R12")
    #expect(round.project() == "330382-2024-0007")
    #expect(try RoundID(given("330382-2024-0007/R999999999")).rawValue.hasSuffix("R999999999"))
    for text in ["330382-2024-0007/R0", "330382-2024-0007/R01", "330382-2024-0007/N1", "330382-2024-0007/R", "R1",
      "330382-2024-0007/R1000000000", "330382-2024-0007/R1/R1"]
    {
      #expect(throws: ValueFault.self, "\(text)") { try RoundID(text) }
    }
  }

  @Test("of messages and rules are two words with a point", arguments: [("voting.close-round", true), ("voting", false),
    ("voting.", false), (".close", false), ("voting.close.round", false), ("Voting.close", false)])
  func names(_ text: String, _ isOne: Bool) {
    #expect(((try? WireName(text)) != nil) == isOne)
  }

  @Test("say in a fault what they expect, never what they were given")
  func fault() {
    let fault = #expect(throws: ValueFault.self) { try ProjectID(given("李四的项目")) }
    #expect(fault?.description.contains("李四") == false)
  }

  @Test("of a citation are an instrument and an article")
  func citations() throws {
    #expect(try Citation(given("plan 3.3")) == Citation(instrument: "plan", article: "3.3"))
    for text in ["plan", "plan ", " 3.3", "Plan 3.3", "plan 3\n3"] {
      #expect(throws: ValueFault.self, "\(text)") { try Citation(text) }
    }
  }

  @Test("a prefecture's division holds its counties, a province's its prefectures, a county itself alone")
  func divisions() {
    let (province, prefecture, county): (DivisionCode, DivisionCode, DivisionCode) = ("330000", "330300", "330382")
    #expect(prefecture.contains(county) && prefecture.contains(prefecture) && province.contains(prefecture))
    #expect(!county.contains(prefecture) && !prefecture.contains("330402") && !province.contains("510100"))
    #expect(!county.contains("330302") && county.contains(county))
    #expect([province, prefecture, county].map(\.stem) == ["33", "3303", "330382"])
  }
}
