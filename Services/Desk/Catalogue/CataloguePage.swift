import Contracts
import DomainModel
import Foundation
import Terminal
import Messaging

/// The catalogue of messages: one page that needs nothing else, for those who connect another system.
struct CataloguePage {
  let sources: CatalogueSources

  func html() throws -> String {
    let schemas = Dictionary(uniqueKeysWithValues: try SchemaWriter.files().map { ($0.path, $0.text) })
    var body = introduction()
    for contract in Catalogue.contracts { body += try section(contract, schemas) }
    body += try documents() + refusals() + codes() + versions()
    return """
      <!doctype html>
      <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>旧改系统报文目录 · Jiugai message catalogue</title><style>\(Self.style)</style></head>
      <body><nav><h1><a href="#top">旧改系统报文目录</a></h1><p>Jiugai \(Version.current) · JG1 · \(PublishedContract.messages.count) 个报文 messages</p>
      \(filters())<p id="found" aria-live="polite"></p>\(navigation())</nav><main id="top">\(body)</main>
      <script>\(Self.script)</script></body></html>

      """
  }

  // MARK: Finding

  private func filters() -> String {
    let roles = Role.allCases.map { "<option value=\"\($0.rawValue)\">\($0.zh) \($0.rawValue)</option>" }.joined()
    return """
      <label for="find">查找名称、用途、字段 Find (/)</label>
      <input id="find" type="search" title="如 拨付、consultation、planYear" autocomplete="off">
      <label for="kind">种类 Kind</label><select id="kind"><option value="">全部 all</option>
      <option value="command">命令 commands</option><option value="event">事件 events</option>
      <option value="query">查询 queries</option></select>
      <label for="role">可发送或读取的单位 Sent or read by</label>
      <select id="role"><option value="">不限 anyone</option>\(roles)</select>
      """
  }

  private func navigation() -> String {
    Catalogue.contracts.map { contract in
      let service = contract.service
      func group(_ title: String, _ types: [any Message.Type]) -> String {
        "<h3>\(title)</h3><ul>"
          + types.map { type in
            let name = type.name.rawValue
            return "<li data-for=\"\(name)\"><a href=\"#\(name)\" title=\"\(HTMLText.escape(MessageSummary.of(type.name)?.zh ?? ""))\">"
              + "\(name.dropFirst(service.rawValue.count + 1))</a></li>"
          }.joined() + "</ul>"
      }
      return "<details><summary>\(service.zh) <code>\(service.rawValue)</code></summary>"
        + group("命令 Commands", contract.commands) + group("事件 Events", contract.events)
        + group("查询 Queries", contract.queries) + "</details>"
    }.joined() + """
      <p class="other"><a href="#documents">文件 Documents</a><br><a href="#codes">通信代码 Wire codes</a><br>
      <a href="#refusals">不予办理的代码 Refusals</a><br><a href="#versions">版本 Versions</a></p>
      """
  }

  // MARK: Parts

  private func introduction() -> String {
    """
    <section class="intro"><h2>怎样对接 How to take part</h2>
    <p>每个服务一个 ZeroMQ 端点，全部连接使用 CURVE。一条报文四帧：空帧、<code>JG1/C</code>（命令）或 <code>JG1/Q</code>（查询）或
    <code>JG1/F</code>（读事件源）、报头、正文。发送方先生成并保存报文编号（<code>id</code>），再发送；没有回复就用同一编号重发，同一编号只办一次。
    命令被受理后成为事件，按序号写入该服务的事件源；读取方自己保存读到的位置。金额、面积为两位小数的字符串，日期为 <code>2024-03-01</code>，
    <code>effectiveon</code> 是事实成立之日，不能是将来。</p>
    <p>One ZeroMQ endpoint for each service, CURVE on every connection. A message is four frames: an empty one, <code>JG1/C</code>
    (command), <code>JG1/Q</code> (query) or <code>JG1/F</code> (feed read), the header, the body. Make and store a message's
    <code>id</code> before you send it; without a reply, send it again with the same id: it is carried out once. What is accepted
    becomes an event of the service's feed; readers keep their own place. Money and areas are strings with two places, dates
    <code>2024-03-01</code>; <code>effectiveon</code> is the day on which the fact is true, never in the future.</p>
    <table><tr><th>种类 Kind</th><th>报头必有 The header needs</th><th>另可有 And may have</th></tr>
    <tr><td>命令 <code>C</code></td><td><code>specversion</code> "1.0", <code>id</code>, <code>source</code>, <code>type</code>,
    <code>subject</code>, <code>effectiveon</code></td><td><code>expectedversion</code>, <code>lang</code>, <code>rid</code>,
    <code>correlationid</code>, <code>causationid</code></td></tr>
    <tr><td>查询 <code>Q</code></td><td><code>specversion</code>, <code>id</code>, <code>source</code>, <code>type</code></td>
    <td><code>subject</code>, <code>lang</code>, <code>rid</code></td></tr></table>
    <p class="who">\(sources.recorded) 个报文的样例由测试从运行中的服务录制，时刻、期号和随机编号已换成固定值；其余样例为示意。
    Examples of \(sources.recorded) messages were recorded from running services by a test, with instants, epochs and random ids
    replaced; the others are illustrative.</p></section>

    """
  }

  private func section(_ contract: any ServiceContract.Type, _ schemas: [String: String]) throws -> String {
    func article(_ type: any Message.Type, _ kind: CatalogueArticle.Kind, _ roles: Set<Role>?) throws -> String {
      let schema = try JSONValue(data: Data((schemas[SchemaWriter.path(of: type)] ?? "{}").utf8))
      return CatalogueArticle(type: type, kind: kind, roles: roles, schema: schema, sources: sources).html
    }
    var text = "<section id=\"service-\(contract.service.rawValue)\"><h2>\(contract.service.zh) "
    text += "<code>\(contract.service.rawValue)</code></h2>\n"
    for type in contract.commands { text += try article(type, .command, type.senders) }
    for type in contract.events { text += try article(type, .event, Self.readers(type.readers)) }
    for type in contract.queries { text += try article(type, .query, type.askers) }
    return text + "</section>\n"
  }

  private static func readers(_ readers: Readers) -> Set<Role>? {
    switch readers {
    case .own: []
    case .services: nil
    case .roles(let roles): roles
    }
  }

  private func documents() throws -> String {
    let chunk = DocumentMessage.longestChunk / 1024
    var text = """
      <section id="documents" class="tables"><h2>文件 Documents</h2>
      <p>命令用校验值（SHA-256）指明文件，文件先上传到该服务：<code>begin</code>、按回复的位置逐段 <code>append</code>（每段不超过 \(chunk) KiB，
      <code>expectedversion</code> 为起始位置）、<code>finish</code>。中断后从 <code>begin</code> 重来，接着传。读回时先 <code>find</code>，再按段
      <code>read</code>；读得到提到它的记录，就读得到文件。含个人信息的（P2、P3）先发 <code>disclose-document</code> 说明理由，一天内有效，
      <code>find</code> 和 <code>read</code> 写明该记录的序号。报文种类为 <code>JG1/D</code>，<code>subject</code> 是校验值。</p>
      <p>Commands name a document by its SHA-256; it is uploaded to that service first: <code>begin</code>, then <code>append</code>
      from where the answer says (at most \(chunk) KiB each, <code>expectedversion</code> the offset), then <code>finish</code>. After a
      break <code>begin</code> tells where to go on. To read one back, <code>find</code>, then <code>read</code> stretch by stretch:
      whoever may read a record that names it may read it. A protected one (P2, P3) needs <code>disclose-document</code> with a reason
      first, which holds for a day; name that event in <code>find</code> and <code>read</code>. The kind is <code>JG1/D</code>, the
      <code>subject</code> the document's hash.</p>
      <table><tr><th>报文 Message</th><th>用途 For</th><th>正文 Body</th></tr>
      """
    for message in DocumentMessage.allCases {
      let body =
        switch (try message.exampleText(), message) {
        case (let example?, _): "<code>\(HTMLText.escape(example))</code>"
        case (nil, .append): "字节 bytes"
        case (nil, _): "空 none"
        }
      text += "<tr><td><code>\(message.rawValue)</code></td><td>\(message.summary.zh)<br>"
        + "<span class=\"en\">\(HTMLText.escape(message.summary.en))</span></td><td>\(body)</td></tr>"
    }
    return text + "</table></section>\n"
  }

  private func refusals() -> String {
    func again(_ retry: Retry) -> String {
      switch retry {
      case .never: "否 never"
      case .afterCorrection: "改正后 after correction"
      case .later: "稍后，用新编号 later, with a new id"
      }
    }
    func table(_ title: String, _ id: String, _ codes: [RefusalCode]) -> String {
      if codes.isEmpty { return "" }
      return "<h3 id=\"refusals-\(id)\">\(title)</h3><table><tr><th>代码 Code</th><th>可否再办 Again</th>"
        + "<th>原因和办法 Cause and cure</th></tr>"
        + codes.sorted { $0.code < $1.code }.map {
          "<tr id=\"refusal-\($0.code.rawValue)\"><td><code>\($0.code.rawValue)</code></td><td>\(again($0.retry))</td>"
            + "<td>\(HTMLText.escape($0.zh))<br><span class=\"en\">\(HTMLText.escape($0.en))</span></td></tr>"
        }.joined() + "</table>"
    }
    return "<section id=\"refusals\" class=\"tables\"><h2>不予办理的代码 Refusals</h2><p>回复状态为 <code>refused</code>，正文是问题文书："
      + "<code>code</code>、<code>title</code>、<code>detail</code>、<code>retry</code>、<code>pointers</code>，依据逐条列在 "
      + "<code>findings</code>。花括号中的内容由系统填写。 The reply's status is <code>refused</code>; its body is a problem document, "
      + "each reason with its articles in <code>findings</code>. What stands in braces is filled in.</p>"
      + table("各服务共用 All services", "common", RefusalCode.common)
      + Catalogue.contracts.map {
        table("\($0.service.zh) <code>\($0.service.rawValue)</code>", $0.service.rawValue, $0.ownRefusals)
      }.joined() + "</section>\n"
  }

  private func codes() -> String {
    func again(_ code: WireCode) -> String {
      switch Cure.again(code) {
      case .sameID: "用同一编号 same id"
      case .newID: "用新编号 new id"
      case .no: "否 no"
      case .stop: "停止读取 stop reading"
      }
    }
    return "<section id=\"codes\" class=\"tables\"><h2>通信代码 Wire codes</h2><table><tr><th>代码 Code</th><th>可否重发 Again</th>"
      + "<th>怎样处理 What to do</th></tr>"
      + WireCode.allCases.map { code in
        let cure = Cure.of(code)
        return "<tr id=\"code-\(code.rawValue)\"><td><code>\(code.rawValue)</code></td><td>\(again(code))</td>"
          + "<td>\(cure.zh)<br><span class=\"en\">\(cure.en)</span></td></tr>"
      }.joined() + "</table></section>\n"
  }

  private func versions() -> String {
    "<section id=\"versions\" class=\"tables\"><h2>版本 Versions</h2><p>同一版本内只增加字段；其他变化使用新的版本号，"
      + "服务同时受理新旧两个版本。 Within a version members are only added; anything else is a new version, and a service takes "
      + "the new one and the one before.</p><details><summary>全部报文的版本 Versions of all messages</summary>"
      + "<table><tr><th>报文 Message</th><th>现行 Present</th><th>受理 Accepted</th><th>自 Since</th></tr>"
      + PublishedContract.messages.sorted { $0.wireType < $1.wireType }.map { type in
        let accepted = MessageHistory.accepted(type).map { "v\($0)" }.joined(separator: ", ")
        return "<tr><td><a href=\"#\(type.name)\"><code>\(type.name)</code></a></td><td>v\(type.version)</td><td>\(accepted)</td>"
          + "<td>\(MessageHistory.since(type.wireType))</td></tr>"
      }.joined() + "</table></details></section>\n"
  }
}
