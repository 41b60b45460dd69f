import Contracts
import DomainModel

/// One field of a body that is not as its message asks.
struct BodyFault: Hashable, Sendable {
  /// A JSON pointer; empty for the body as a whole.
  let pointer: String
  let zh: String
  let en: String

  func sentence(_ language: Language) -> String {
    let place = pointer.isEmpty ? (language == .zh ? "整体" : "the body") : pointer
    return language == .zh ? "\(place)：\(zh)" : "\(place): \(en)"
  }
}

/// Holds a body against the shape of its message, so that a slip is told before anything is sent, and all slips at
/// once.
struct SchemaCheck {
  private(set) var faults: [BodyFault] = []

  static func faults(of value: JSONValue, against schema: Schema) -> [BodyFault] {
    var check = SchemaCheck()
    check.check(value, schema, "")
    return check.faults
  }

  private mutating func check(_ value: JSONValue, _ schema: Schema, _ pointer: String) {
    switch (schema, value) {
    case (.string(let pattern, let least, let most, let values, _, _), .string(let text)):
      check(text, pattern, least, most, values, pointer)
    case (.integer(let least, let most), .integer(let number)):
      if number < least || number > most {
        fault(pointer, zh: "应为 \(least) 到 \(most) 的整数", en: "a whole number from \(least) to \(most) is expected")
      }
    case (.boolean, .bool): break
    case (.array(let element, let most), .array(let elements)):
      if elements.count > most { fault(pointer, zh: "最多 \(most) 项", en: "at most \(most) elements") }
      for (index, inner) in elements.enumerated() { check(inner, element, "\(pointer)/\(index)") }
    case (.object(let properties), .object(let members)): check(members, properties, pointer)
    case (.oneOf(let shapes), _):
      if !shapes.contains(where: { SchemaCheck.faults(of: value, against: $0).isEmpty }) {
        fault(pointer, zh: "与任何一种允许的形式都不符", en: "none of the allowed forms fits")
      }
    default:
      let (zh, en) = SchemaCheck.kind(schema)
      fault(pointer, zh: "应为\(zh)", en: "\(en) is expected")
    }
  }

  private mutating func check(
    _ text: String, _ pattern: String?, _ least: Int?, _ most: Int?, _ values: [String]?, _ pointer: String
  ) {
    if let values, !values.contains(text) {
      let list = values.joined(separator: ", ")
      let nearest = NearestWord.to(text, among: values)
      fault(
        pointer, zh: "应为下列之一：\(list)\(nearest.map { "；是否想写 \($0)" } ?? "")",
        en: "one of \(list) is expected\(nearest.map { "; did you mean \($0)?" } ?? "")")
    }
    if let least, text.count < least { fault(pointer, zh: "不能为空", en: "it may not be empty") }
    if let most, text.count > most { fault(pointer, zh: "最多 \(most) 个字", en: "at most \(most) characters") }
    if let pattern, let expression = try? Regex(pattern), text.wholeMatch(of: expression) == nil {
      fault(pointer, zh: "格式不符，应符合 \(pattern)", en: "it does not have the form \(pattern)")
    }
  }

  private mutating func check(_ members: [JSONValue.Member], _ properties: [Schema.Property], _ pointer: String) {
    for member in members {
      guard let property = properties.first(where: { $0.name == member.name }) else {
        let nearest = NearestWord.to(member.name, among: properties.map(\.name))
        let known = properties.map(\.name).joined(separator: ", ")
        fault(
          "\(pointer)/\(member.name)", zh: "没有这个字段\(nearest.map { "，是否想写 \($0)" } ?? "")；可用：\(known)",
          en: "there is no such field\(nearest.map { "; did you mean \($0)?" } ?? "") Known: \(known)")
        continue
      }
      if member.value == .null, !property.isRequired { continue }
      check(member.value, property.schema, "\(pointer)/\(member.name)")
    }
    for property in properties where property.isRequired && !members.contains(where: { $0.name == property.name }) {
      let (zh, en) = SchemaCheck.kind(property.schema)
      fault("\(pointer)/\(property.name)", zh: "缺少必填字段（\(zh)）", en: "a required field is missing (\(en))")
    }
  }

  private mutating func fault(_ pointer: String, zh: String, en: String) {
    faults.append(BodyFault(pointer: pointer, zh: zh, en: en))
  }

  private static func kind(_ schema: Schema) -> (zh: String, en: String) {
    switch schema {
    case .string(_, _, _, let values?, _, _):
      (values.joined(separator: " / "), "one of \(values.joined(separator: ", "))")
    case .string(_, _, _, _, _, let description): ("文字", "a text" + (description.map { ", \($0)" } ?? ""))
    case .integer: ("整数", "a whole number")
    case .boolean: ("true 或 false", "true or false")
    case .array: ("列表 […]", "a list […]")
    case .object: ("对象 {…}", "an object {…}")
    case .oneOf: ("所列形式之一", "one of several forms")
    }
  }
}
