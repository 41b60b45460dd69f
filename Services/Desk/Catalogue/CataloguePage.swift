import Contracts
import DomainModel
import Foundation
import Terminal
import Messaging

/// The catalogue of messages: one page that needs nothing else, for those who connect another system.
enum CataloguePage {
  static func html() throws -> String {
    let schemas = Dictionary(uniqueKeysWithValues: try SchemaWriter.files().map { ($0.path, $0.text) })
    var body = introduction()
    for contract in Catalogue.contracts { body += try section(contract, schemas) }
    body += refusals() + codes() + versions()
    return """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>旧改系统报文目录 · Jiugai message catalogue</title><style>\(style)</style></head>
      <body><nav><h1>旧改系统报文目录</h1><p>Jiugai \(Version.current) · JG1</p>
      <label for="find">查找 Find</label><input id="find" type="search" aria-label="查找 Find" title="查找 Find">
      \(navigation())</nav><main>\(body)</main><script>\(script)</script></body></html>

      """
  }

  // MARK: Parts

  private static func navigation() -> String {
    Catalogue.contracts.map { contract in
      let service = contract.service
      func group(_ title: String, _ types: [any Message.Type]) -> String {
        "<h3>\(title)</h3><ul>"
          + types.map { type in
            let name = type.name.rawValue
            return "<li data-text=\"\(name) \(HTMLText.escape(MessageSummary.of(type.name)?.zh ?? ""))\">"
              + "<a href=\"#\(name)\">\(name.dropFirst(service.rawValue.count + 1))</a></li>"
          }.joined() + "</ul>"
      }
      return "<details><summary>\(service.zh) <code>\(service.rawValue)</code></summary>"
        + group("命令 Commands", contract.commands) + group("事件 Events", contract.events)
        + group("查询 Queries", contract.queries) + "</details>"
    }.joined() + "<p><a href=\"#refusals\">不予办理的代码 Refusals</a><br><a href=\"#codes\">通信代码 Codes</a><br>"
      + "<a href=\"#versions\">版本 Versions</a></p>"
  }

  private static func introduction() -> String {
    """
    <section><h2>怎样对接 How to take part</h2>
    <p>每个服务一个 ZeroMQ 端点，全部连接使用 CURVE。发送方先生成并保存报文编号（<code>id</code>），再发送；没有回复就用同一编号重发，
    同一编号只办一次。命令被受理后成为事件，按序号写入该服务的事件源；读取方自己保存读到的位置。
    金额、面积为两位小数的字符串，日期为 <code>2024-03-01</code>。</p>
    <p>One ZeroMQ endpoint for each service, CURVE on every connection. Make and store a message's <code>id</code> before you
    send it; without a reply, send it again with the same id: it is carried out once. What is accepted becomes an event of
    the service's feed; readers keep their own place. Money and areas are strings with two places.</p></section>
    """
  }

  private static func section(_ contract: any ServiceContract.Type, _ schemas: [String: String]) throws -> String {
    var text = "<section><h2>\(contract.service.zh) <code>\(contract.service.rawValue)</code></h2>"
    for type in contract.commands { text += try article(type, "命令 command", sentBy: people(type.senders), schemas) }
    for type in contract.events { text += try article(type, "事件 event", readBy: readers(type.readers), schemas) }
    for type in contract.queries { text += try article(type, "查询 query", sentBy: people(type.askers), schemas) }
    return text + "</section>"
  }

  private static func article(
    _ type: any Message.Type, _ kind: String, sentBy: String? = nil, readBy: String? = nil, _ schemas: [String: String]
  ) throws -> String {
    let name = type.name.rawValue
    let schema = try JSONValue(data: Data((schemas[SchemaWriter.path(of: type)] ?? "{}").utf8))
    var text = "<article id=\"\(name)\"><h3><code>\(name)</code> <span class=\"kind\">\(kind)</span> "
    text += "<span class=\"type\">\(type.wireType)</span></h3>"
    if let summary = MessageSummary.of(type.name) {
      text += "<p>\(HTMLText.escape(summary.zh))<br><span class=\"en\">\(HTMLText.escape(summary.en))</span></p>"
    }
    if let sentBy { text += "<p class=\"who\">可发送 Sent by：\(sentBy)</p>" }
    if let readBy { text += "<p class=\"who\">可读取 Read by：\(readBy)</p>" }
    text += table(schema)
    if case .array(let examples)? = schema["examples"], let example = examples.first {
      text += "<details><summary>样例 Example</summary><pre>\(HTMLText.escape(example.text))</pre></details>"
    }
    for part in ["reply", "answer"] {
      if let answer = schema["$defs"]?[part] {
        text += "<details><summary>回复 Reply</summary>\(table(answer))</details>"
      }
    }
    return text + "</article>"
  }

  private static func table(_ schema: JSONValue) -> String {
    let rows = FieldRows(schema).rows
    if rows.isEmpty { return "" }
    return "<table><tr><th>字段 Field</th><th>必填 Required</th><th>类型 Type</th><th>范围 Bounds</th></tr>"
      + rows.map { row in
        "<tr><td><code>\(HTMLText.escape(row.path))</code></td><td>\(row.isRequired ? "●" : "")</td>"
          + "<td>\(HTMLText.escape(row.shape))</td><td class=\"bounds\">\(HTMLText.escape(row.bounds))</td></tr>"
      }.joined() + "</table>"
  }

  private static func people(_ roles: Set<Role>) -> String {
    if roles.count == Role.allCases.count { return "所有单位 everyone" }
    return Role.allCases.filter(roles.contains).map { "\($0.zh) <code>\($0.rawValue)</code>" }.joined(separator: "、")
  }

  private static func readers(_ readers: Readers) -> String {
    switch readers {
    case .own: "仅本服务 the service itself"
    case .services: "各服务 the services"
    case .roles(let roles): people(roles)
    }
  }

  private static func refusals() -> String {
    func rows(_ codes: [RefusalCode]) -> String {
      codes.sorted { $0.code < $1.code }.map {
        "<tr><td><code>\($0.code.rawValue)</code></td><td>\($0.retry.rawValue)</td><td>\(HTMLText.escape($0.zh))<br>"
          + "<span class=\"en\">\(HTMLText.escape($0.en))</span></td></tr>"
      }.joined()
    }
    return "<section id=\"refusals\"><h2>不予办理的代码 Refusals</h2><p>回复状态为 <code>refused</code>，"
      + "依据逐条列在 <code>findings</code>。</p><table><tr><th>代码 Code</th><th>可否再办 Again</th><th>说明 Meaning</th></tr>"
      + rows(RefusalCode.common) + Catalogue.contracts.map { rows($0.ownRefusals) }.joined() + "</table></section>"
  }

  private static func codes() -> String {
    "<section id=\"codes\"><h2>通信代码 Codes</h2><table><tr><th>代码 Code</th><th>怎样处理 What to do</th></tr>"
      + WireCode.allCases.map { code in
        let cure = Cure.of(code)
        return "<tr><td><code>\(code.rawValue)</code></td><td>\(cure.zh)<br><span class=\"en\">\(cure.en)</span></td></tr>"
      }.joined() + "</table></section>"
  }

  private static func versions() -> String {
    let types = Catalogue.commands.map { $0 as any Message.Type } + Catalogue.events.map { $0 as any Message.Type }
      + Catalogue.queries.map { $0 as any Message.Type }
    let counts = Dictionary(grouping: types, by: { $0.version }).mapValues(\.count).sorted { $0.key < $1.key }
    return "<section id=\"versions\"><h2>版本 Versions</h2><p>同一版本内只增加字段；其他变化使用新的版本号，"
      + "服务同时受理新旧两个版本。 Within a version members are only added; anything else is a new version, and a service takes "
      + "the new one and the one before.</p><table><tr><th>版本 Version</th><th>报文 Messages</th></tr>"
      + counts.map { "<tr><td>v\($0.key)</td><td>\($0.value)</td></tr>" }.joined() + "</table></section>"
  }

  // MARK: Looks

  private static let style = """
    :root{--ink:#1c2430;--quiet:#667085;--line:#d9dee6;--back:#f6f7f9;--accent:#155eaf}
    *{box-sizing:border-box}body{margin:0;display:flex;font:15px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;
    color:var(--ink)}nav{width:320px;height:100vh;position:sticky;top:0;overflow:auto;padding:20px;background:var(--back);
    border-right:1px solid var(--line);flex:none}nav h1{font-size:18px;margin:0}nav p{color:var(--quiet);margin:.3em 0 1em}
    nav h3{font-size:12px;color:var(--quiet);margin:.8em 0 .2em}nav ul{list-style:none;margin:0;padding:0 0 0 .6em}
    nav a{color:var(--accent);text-decoration:none}nav input{width:100%;padding:6px 8px;border:1px solid var(--line);border-radius:6px}
    nav summary{font-weight:600;margin-top:.8em;cursor:pointer}main{padding:24px 40px;max-width:1100px;min-width:0}
    h2{border-bottom:2px solid var(--line);padding-bottom:.2em;margin-top:2em}article{border-top:1px solid var(--line);padding:8px 0 20px}
    article h3{margin:.8em 0 .3em}.kind{font-size:12px;background:#e6f0fb;color:var(--accent);padding:2px 8px;border-radius:10px;
    font-weight:400}.type,.en,.who,.bounds{color:var(--quiet);font-size:13px}.type{font-weight:400}
    code,pre{font:13px/1.5 "DejaVu Sans Mono",Consolas,monospace}pre{background:var(--back);padding:12px;overflow:auto;border-radius:6px}
    table{border-collapse:collapse;width:100%;margin:.6em 0}td,th{border:1px solid var(--line);padding:4px 8px;text-align:left;
    vertical-align:top;overflow-wrap:anywhere}th{background:var(--back);font-weight:600;white-space:nowrap}@media print{nav{display:none}main{max-width:none}
    details{display:block}}@media(max-width:800px){body{display:block}nav{width:auto;height:auto;position:static}main{padding:16px}}
    """

  private static let script = """
    document.getElementById('find').addEventListener('input',e=>{const q=e.target.value.trim().toLowerCase();
    document.querySelectorAll('nav details').forEach(d=>{let any=false;d.querySelectorAll('li').forEach(l=>{
    const hit=!q||l.dataset.text.toLowerCase().includes(q);l.hidden=!hit;any=any||hit});d.hidden=!any;d.open=!!q&&any})});
    """
}
