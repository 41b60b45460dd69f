import Contracts
import DomainModel
import Foundation
import Terminal
import Messaging
import Testing

@testable import Desk

@Suite("The catalogue page")
struct CataloguePageTests {
  private static func page() throws -> String {
    let sources = try CatalogueSources(try OurPacks.library(), published: PublishedContractTests.folder)
    return try CataloguePage(sources: sources).html()
  }

  @Test("shows every message, refusal and code under an address of its own, and needs nothing from elsewhere")
  func whole() throws {
    let page = try Self.page()
    var addresses: [String] = PublishedContract.messages.map { $0.name.rawValue }
    addresses += Catalogue.refusals.map { "refusal-\($0.code.rawValue)" } + WireCode.allCases.map { "code-\($0.rawValue)" }
    let ids = Self.values(of: " id=\"", in: page)
    #expect(Set(ids).count == ids.count, "an address stands twice")
    #expect(Set(addresses).subtracting(ids) == [], "missing")
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    // Every link leads somewhere on the page.
    #expect(Set(Self.values(of: "href=\"#", in: page)).subtracting(ids) == [])
  }

  /// What stands in each such attribute; in one pass, the page is large.
  private static func values(of attribute: String, in page: String) -> [String] {
    page.split(separator: attribute, omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\"" }) }
  }

  @Test("tells of a message who may send it in which city, what its fields mean, and what a test recorded")
  func article() throws {
    let page = try Self.page()
    func article(_ name: String) -> String {
      guard let start = page.firstRange(of: "<article id=\"\(name)\"") else { return "" }
      let rest = page[start.upperBound...]
      return String(rest[..<(rest.firstRange(of: "</article>")?.lowerBound ?? rest.endIndex)])
    }
    let application = article("intake.submit-application")
    #expect(application.contains("乐清") && application.contains("plan 3.1"))
    let answer = article("intake.record-system-answer")
    #expect(answer.contains("provincial-platform"))
    #expect(answer.contains("acknowledgement number; needed when it accepted"))
    #expect(answer.contains("测试录制"))
    #expect(answer.contains("data-kind=\"command\"") && answer.contains("data-roles=\"district-government renovation-office"))
  }

  @Test("names the members of objects and lists with their bounds")
  func fields() throws {
    let schema = try JSONValue(
      data: Data(
        #"""
        {"type":"object","required":["units"],"properties":{"units":{"type":"array","maxItems":500,"items":{"type":"object",
        "required":["area"],"properties":{"area":{"type":"string","maxLength":14},"use":{"enum":["a","b"]}}}}}}
        """#.utf8))
    let rows = FieldRows(schema).rows
    #expect(rows.map(\.path) == ["units", "units[].area", "units[].use"])
    #expect(rows.map(\.isRequired) == [true, true, false])
    #expect(rows.map(\.bounds) == ["≤ 500 items", "≤ 14 characters", ""])
    #expect(rows[2].shape == "a | b")
  }

  @Test("escapes what a page would take for its own")
  func escaping() {
    #expect(HTMLText.escape("<a href=\"x\">&") == "&lt;a href=&quot;x&quot;&gt;&amp;")
  }
}
