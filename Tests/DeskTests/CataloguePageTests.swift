import Contracts
import DomainModel
import Foundation
import Terminal
import Messaging
import Testing

@testable import Desk

@Suite("The catalogue page")
struct CataloguePageTests {
  @Test("shows every message, refusal and code, and needs nothing from elsewhere")
  func whole() throws {
    let page = try CataloguePage.html()
    var missing: [String] = []
    for type in Catalogue.commands where !page.contains("id=\"\(type.name)\"") { missing.append("\(type.name)") }
    for type in Catalogue.events where !page.contains("id=\"\(type.name)\"") { missing.append("\(type.name)") }
    for type in Catalogue.queries where !page.contains("id=\"\(type.name)\"") { missing.append("\(type.name)") }
    for refusal in Catalogue.refusals where !page.contains("<code>\(refusal.code.rawValue)</code>") {
      missing.append(refusal.code.rawValue)
    }
    for code in WireCode.allCases where !page.contains("<code>\(code.rawValue)</code>") { missing.append(code.rawValue) }
    #expect(missing == [])
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
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
