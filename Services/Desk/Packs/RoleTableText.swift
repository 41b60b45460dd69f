import Contracts
import DomainModel
import Terminal

/// Tables of roles for people, for spreadsheets and for programs.
struct RoleTableText {
  private let output: OutputOptions

  init(_ output: OutputOptions) { self.output = output }

  func text(_ table: RoleTable) -> String {
    table.cities.map { city in
      let title =
        city.pack.isEmpty ? output.say("各城共同的规定", "What the contract declares") : "\(city.title)  \(city.pack)/\(city.edition)"
      let parts = RoleTable.Kind.allCases.compactMap { kind -> String? in
        let rows = city.rows.filter { $0.kind == kind }
        guard !rows.isEmpty else { return nil }
        var lines = Table(output.say("报文", "Message"), heading(kind), output.say("依据", "By"))
        for row in rows {
          lines.add(
            .init(row.name.rawValue), .init(people(row)),
            .init(row.isNarrowed ? row.cites.map(\.description).joined(separator: ", ") : "", .quiet))
        }
        return lines.text()
      }
      return Style.heading.paint(title) + "\n"
        + (parts.isEmpty ? output.say("没有这样的报文。", "There is no such message.") : parts.joined(separator: "\n\n"))
    }.joined(separator: "\n\n")
  }

  private func heading(_ kind: RoleTable.Kind) -> String {
    switch kind {
    case .command: output.say("谁可以办理", "Sent by")
    case .query: output.say("谁可以查询", "Asked by")
    case .event: output.say("谁可以读取", "Read by")
    }
  }

  private func people(_ row: RoleTable.Row) -> String {
    switch row.access {
    case .own: return output.say("仅本服务", "the service alone")
    case .services: return output.say("仅五个服务", "the five services")
    case .roles: break
    }
    if row.roles.count == Role.allCases.count { return output.say("所有单位", "everyone") }
    return row.roles.map { output.isChinese ? $0.zh : $0.rawValue }.joined(separator: output.say("、", ", "))
  }

  /// One line for each city, message and role, as RFC 4180 has it. No value holds a comma or a quotation mark.
  func csv(_ table: RoleTable) -> String {
    var lines = ["city,edition,service,kind,message,version,role,role_zh,narrowed,cites"]
    for city in table.cities {
      for row in city.rows {
        let head = "\(city.pack),\(city.edition),\(row.service),\(row.kind.rawValue),\(row.name),\(row.version)"
        let tail = "\(row.isNarrowed ? "yes" : "no"),\(row.cites.map(\.description).joined(separator: "; "))"
        if row.access == .own { lines.append("\(head),,,\(tail)") }
        for role in row.roles { lines.append("\(head),\(role.rawValue),\(role.zh),\(tail)") }
      }
    }
    return lines.joined(separator: "\n")
  }

  func json(_ table: RoleTable) -> JSONValue {
    [
      "format": "jiugai-roles/1",
      "cities": .array(
        table.cities.map { city -> JSONValue in
          [
            "pack": city.pack.isEmpty ? .null : .string(city.pack),
            "edition": city.edition.isEmpty ? .null : .string(city.edition),
            "messages": .array(
              city.rows.map { row -> JSONValue in
                [
                  "message": .string(row.name.rawValue), "version": .integer(Int64(row.version)),
                  "service": .string(row.service.rawValue), "kind": .string(row.kind.rawValue),
                  "access": .string(row.access.rawValue), "roles": .array(row.roles.map { .string($0.rawValue) }),
                  "isNarrowed": .bool(row.isNarrowed), "cites": .array(row.cites.map { .string($0.description) }),
                ]
              }),
          ]
        }),
    ]
  }
}
