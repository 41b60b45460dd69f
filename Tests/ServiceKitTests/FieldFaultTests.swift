import Contracts
import DomainModel
import Foundation
import TestKit
import Testing

@testable import ServiceKit

@Suite("Faults of a body")
struct FieldFaultTests {
  private static let planted = "张三13800001234"

  private struct Form: Codable {
    let project: ProjectID
    let amount: Money
    let share: Share
    let day: BusinessDate
    let reason: Text<20>
    let number: Whole<1, 5>
    let role: Role
    let flag: Bool
    let units: Listing<UnitID, 2>
    let inner: Inner
  }

  private struct Inner: Codable { let unit: UnitID }

  private static let good = #"""
    {"project":"330382-2024-0007","amount":"1.00","share":"2/3","day":"2024-03-01","reason":"a","number":3,"role":"housing",
    "flag":true,"units":["u-1"],"inner":{"unit":"u-1"}}
    """#

  // Numbers that no integer holds are refused by the strict scan, with their place, before they come here; JSONDecoder
  // itself names no place for them.
  private static let slips: [(field: String, value: String, pointer: String)] = [
    ("project", "\"\(planted)\"", "/project"), ("project", "7", "/project"), ("project", "null", "/project"),
    ("amount", "\"\(planted)\"", "/amount"), ("amount", "1.00", "/amount"), ("amount", "\"1\"", "/amount"),
    ("share", "\"\(planted)/2\"", "/share"), ("day", "\"\(planted)\"", "/day"), ("day", "\"2023-02-29\"", "/day"),
    ("reason", "\"\(planted)\(planted)\"", "/reason"), ("reason", "\"\(planted)\\u0007\"", "/reason"), ("reason", "\"\"", "/reason"),
    ("number", "6", "/number"), ("number", "\"\(planted)\"", "/number"), ("number", "3.5", ""),
    ("number", "99999999999999999999999", ""), ("role", "\"\(planted)\"", "/role"), ("role", "{\"\(planted)\":1}", "/role"),
    ("flag", "\"\(planted)\"", "/flag"), ("units", "[\"u-1\",\"\(planted)\"]", "/units/1"),
    ("units", "[\"u-1\",\"u-2\",\"\(planted)\"]", "/units"), ("units", "\"\(planted)\"", "/units"),
    ("inner", "{\"unit\":\"\(planted)\"}", "/inner/unit"), ("inner", "{\"\(planted)\":\"u-1\"}", "/inner/unit"),
    ("inner", "\"\(planted)\"", "/inner"), ("inner", "[]", "/inner"),
  ]

  @Test("point to the field and never show what stood in it", arguments: slips.indices)
  func silent(_ index: Int) throws {
    let slip = Self.slips[index]
    var members = try #require(
      try JSONSerialization.jsonObject(with: Data(Self.good.utf8)) as? [String: Any])
    members[slip.field] = nil
    let rest = String(decoding: try JSONSerialization.data(withJSONObject: members), as: UTF8.self).dropFirst()
    let body = "{\"\(slip.field)\":\(slip.value),\(rest)"
    do {
      _ = try JSONDecoder().decode(Form.self, from: Data(body.utf8))
      Issue.record("decoded: \(slip.field)")
    } catch {
      let fault = FieldFault(error)
      #expect(!fault.detail.contains("张三") && !fault.detail.contains("1380000"), "\(fault.detail)")
      #expect(!fault.pointer.contains("张三"))
      #expect(fault.pointer == slip.pointer)
      #expect(!fault.detail.isEmpty)
    }
  }

  @Test("of a body that is no JSON tell nothing of it", arguments: ["\(planted)", "{\"\(planted)\"", "[\"\(planted)\"]", ""])
  func formless(_ body: String) {
    do {
      _ = try JSONDecoder().decode(Form.self, from: Data(body.utf8))
      Issue.record("decoded")
    } catch {
      let fault = FieldFault(error)
      #expect(!(fault.detail + fault.pointer).contains("张三"))
    }
  }

  @Test("a missing field is named")
  func missing() {
    do {
      _ = try JSONDecoder().decode(Form.self, from: Data("{}".utf8))
      Issue.record("decoded")
    } catch {
      #expect(FieldFault(error).pointer == "/project")
      #expect(FieldFault(error).detail == "a required field is missing")
    }
  }
}
