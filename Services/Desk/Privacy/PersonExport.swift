import Contracts
import DomainModel

/// A person's own data from all services, to be handed to them (GK: 个人信息保护法 art. 45).
struct PersonExport {
  /// What one service holds under one id.
  struct Part {
    let service: ServiceName
    let person: PersonID
    let fields: [PersonField]
    let holdings: PersonHoldings
  }

  let project: ProjectID
  let exportedAt: Instant
  let parts: [Part]

  var json: JSONValue {
    [
      "project": .string(project.rawValue), "exportedAt": .string(exportedAt.description),
      "parts": .array(parts.map(PersonExport.json)),
    ]
  }

  private static func json(_ part: Part) -> JSONValue {
    [
      "service": .string(part.service.rawValue), "person": .string(part.person.rawValue),
      "fields": .array(
        part.fields.map { field in
          [
            "name": .string(field.name.rawValue), "value": .string(field.value.value),
            "classification": .string(field.classification?.rawValue ?? ""),
            "record": .string(field.record?.rawValue ?? part.person.rawValue),
          ]
        }),
      "heldFor": .array(
        part.holdings.holdings.map { holding in
          [
            "purpose": .string(holding.purpose.rawValue), "matter": .string(holding.matter),
            "since": .string(holding.since.description), "until": .string(holding.until?.description ?? ""),
          ]
        }),
      "documents": .array(part.holdings.documents.map { .string($0.rawValue) }),
    ]
  }

  /// A line for each field, with a byte order mark: spreadsheets read Chinese by it.
  var csv: String {
    let rows = parts.flatMap { part in
      part.fields.map { field in
        [
          part.service.rawValue, field.record?.rawValue ?? part.person.rawValue, field.name.rawValue,
          field.classification?.rawValue ?? "", field.value.value,
          Set(part.holdings.holdings.map(\.purpose.zh)).sorted().joined(separator: "、"),
          part.holdings.until?.description ?? "",
        ]
      }
    }
    let head = ["服务", "编号", "项目", "分级", "内容", "用途", "保存至"]
    return "\u{FEFF}" + ([head] + rows).map { $0.map(PersonExport.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// What a spreadsheet would take for a formula is told to be text.
  private static func cell(_ text: String) -> String {
    let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
    let plain = isFormula ? "'" + text : text
    return "\"" + plain.replacing("\"", with: "\"\"") + "\""
  }
}
