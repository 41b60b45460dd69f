import Contracts
import DomainModel
import Terminal

/// One message of the catalogue: what it is for, who may send or read it and where, its fields, an example, the reply.
struct CatalogueArticle {
  enum Kind: String {
    case command, event, query

    var zh: String {
      switch self {
      case .command: "命令"
      case .event: "事件"
      case .query: "查询"
      }
    }
  }

  let type: any Message.Type
  let kind: Kind
  /// Those who may send or read it; nil for the services alone.
  let roles: Set<Role>?
  let schema: JSONValue
  let sources: CatalogueSources

  var name: String { type.name.rawValue }

  var html: String {
    let summary = MessageSummary.of(type.name)
    let admitted = Role.allCases.filter { roles?.contains($0) ?? false }.map(\.rawValue)
    var text = "<article id=\"\(name)\" data-kind=\"\(kind.rawValue)\" data-roles=\"\(admitted.joined(separator: " "))\">"
    text += "<h3><a class=\"anchor\" href=\"#\(name)\" title=\"链接 Link\">#</a><code>\(name)</code> "
    text += "<span class=\"kind \(kind.rawValue)\">\(kind.zh) \(kind.rawValue)</span> "
    text += "<span class=\"type\">\(type.wireType) · 自 since \(MessageHistory.since(type.wireType))</span></h3>"
    if let summary {
      text += "<p>\(HTMLText.escape(summary.zh))<br><span class=\"en\">\(HTMLText.escape(summary.en))</span></p>"
    }
    text += who() + subject() + fields(schema, name) + examples()
    for part in ["reply", "answer"] {
      guard let answer = schema["$defs"]?[part] else { continue }
      let table = fields(answer, name + "#reply")
      text += table.isEmpty
        ? "<p class=\"who\">回复正文为空：受理即已登记。 The reply's body is empty: accepted means recorded.</p>"
        : "<details><summary>回复 Reply</summary>\(table)</details>"
    }
    return text + "</article>\n"
  }

  // MARK: Who

  private func who() -> String {
    var text = "<p class=\"who\">\(kind == .event ? "可读取 Read by" : "可发送 Sent by")：\(CatalogueArticle.people(roles))</p>"
    if let event = type as? any Event.Type {
      var marks: [String] = []
      if event.isCritical { marks.append("关键：不认识它的读取方应停下 Critical: a reader that does not know it stops") }
      if event.isWithdrawable { marks.append("可被撤回 May be withdrawn") }
      if !marks.isEmpty { text += "<p class=\"who\">\(marks.joined(separator: "；"))</p>" }
    }
    let narrowings = sources.cities.narrowings(of: type.name)
    if kind == .command, !narrowings.isEmpty {
      let cities = narrowings.map { narrowing in
        let city = sources.cities.packs.first { $0.id == narrowing.pack }?.title ?? narrowing.pack
        return "<li>\(HTMLText.escape(city))：\(CatalogueArticle.people(Set(narrowing.roles))) "
          + "<span class=\"cite\">\(HTMLText.escape(narrowing.cites.joined(separator: ", ")))</span></li>"
      }
      text += "<ul class=\"cities\"><li class=\"head\">文件另有规定的城市 Narrowed by a city's document</li>\(cities.joined())</ul>"
    }
    return text
  }

  static func people(_ roles: Set<Role>?) -> String {
    guard let roles else { return "各服务 the services" }
    if roles.count == Role.allCases.count { return "所有单位 everyone" }
    if roles.isEmpty { return "仅本服务 the service itself" }
    return Role.allCases.filter(roles.contains).map { "\($0.zh) <code>\($0.rawValue)</code>" }.joined(separator: "、")
  }

  /// What stands in the header as the subject, and what else belongs to the matter.
  private func subject() -> String {
    var text = ""
    if kind != .event, !exampleSubject.isEmpty {
      text += "<p class=\"who\">报头 <code>subject</code> 如 such as <code>\(HTMLText.escape(exampleSubject))</code></p>"
    }
    let others = sources.together(with: name)
    if !others.isEmpty {
      let links = others.map { "<a href=\"#\($0)\"><code>\($0)</code></a>" }.joined(separator: "、")
      text += "<p class=\"who\">同一件事 Same matter：\(links)</p>"
    }
    return text
  }

  private var exampleSubject: String {
    func ofCommand<C: Command>(_ type: C.Type) -> String { C.example.subject }
    func ofQuery<Q: Query>(_ type: Q.Type) -> String { Q.example.subject }
    if let command = type as? any Command.Type { return ofCommand(command) }
    if let query = type as? any Query.Type { return ofQuery(query) }
    return ""
  }

  // MARK: Fields

  private func fields(_ schema: JSONValue, _ message: String) -> String {
    let rows = FieldRows(schema).rows
    if rows.isEmpty { return "" }
    return "<table class=\"fields\"><tr><th>字段 Field</th><th>必填</th><th>类型 Type</th><th>含义与范围 Meaning and bounds</th></tr>"
      + rows.map { row in
        let note = sources.note(message, row.path).map { "\(HTMLText.escape($0))<br>" } ?? ""
        return "<tr><td><code>\(breakable(row.path))</code></td><td>\(row.isRequired ? "●" : "")</td>"
          + "<td>\(HTMLText.escape(row.shape))</td><td>\(note)<span class=\"bounds\">\(HTMLText.escape(row.bounds))</span></td></tr>"
      }.joined() + "</table>"
  }

  /// A path that may be broken at its points, not inside a name.
  private func breakable(_ path: String) -> String {
    HTMLText.escape(path).split(separator: ".").joined(separator: ".<wbr>")
  }

  // MARK: Examples

  private func examples() -> String {
    guard let recording = sources.recording(of: type) else {
      guard case .array(let examples)? = schema["examples"], let example = examples.first else { return "" }
      return shown("样例（示意） Example (illustrative)", example)
    }
    var text = ""
    if let line = recording["line"] { text += shown("样例：事件源上的一行（测试录制） A line of the feed, recorded by a test", line) }
    if let request = recording["request"] {
      text += shown("样例：报头和正文（测试录制） Header and body, recorded by a test", request)
    }
    if let reply = recording["reply"] { text += shown("样例：回复（测试录制） The reply to it", reply) }
    if let refusal = recording["refusal"] {
      text += shown("样例：不予办理的回复（测试录制） A refusal, recorded by a test", refusal)
    }
    return text
  }

  private func shown(_ title: String, _ value: JSONValue) -> String {
    "<details><summary>\(title)</summary><pre>\(HTMLText.escape(value.text))</pre></details>"
  }
}
