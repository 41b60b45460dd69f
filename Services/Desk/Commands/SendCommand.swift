import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Terminal

/// Sends one command and tells what became of it.
struct SendCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "发送一个命令。 Send a command.",
    discussion: """
      内容（BODY）是 JSON：直接写、@文件、或 - 读标准输入。发送前先按规定的格式核对，缺什么、多什么都会指出。
      编号先存入连接文件旁的 outbox.jsonl，再发送；没有收到答复的，用 --resend 以同一编号重发，不会办两次。

      Examples:
        jiugai send --list
        jiugai send voting.open-round --example > round.json
        jiugai send voting.open-round @round.json --on 2024-03-01 --as owners-body
        jiugai send intake.suspend-project '{"reason":"…"}' --project 330382-2024-0007 --on 2024-05-06 --as subdistrict
        jiugai send --resend
      """)

  @Argument(help: "命令的名字，如 voting.close-round。 The command's name.")
  var name: String?

  @Argument(help: "JSON、@文件 或 -。 The body.")
  var body: String?

  @Option(name: .customLong("on"), help: "事情发生的日期，如 2024-03-01。 The day on which it is so.")
  var day: BusinessDate?

  @Option(help: "编号；默认自动生成。 The command's id; made when left out.")
  var id: String?

  @Option(help: "项目编号；内容里没写 project 时填入。 The project, filled in where the body has none.")
  var project: ProjectID?

  @Flag(help: "列出全部命令和可发送的单位。 List all commands and who may send them.")
  var list = false

  @Flag(help: "打印该命令的样例。 Print an example of the command's body.")
  var example = false

  @Flag(help: "重发没有收到答复的命令。 Send again what has no answer yet.")
  var resend = false

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if list || resend { return }
    guard name != nil else {
      throw ValidationError("需要命令的名字，或 --list、--resend。 Name a command, or use --list or --resend.")
    }
    guard example || day != nil else {
      throw ValidationError("请用 --on 写明日期，如 --on 2024-03-01。 Give the day with --on.")
    }
    if let id, id.isEmpty || id.utf8.count > 64 { throw ValidationError("--id: 1 to 64 letters, digits and -_.:") }
  }

  func perform() async throws {
    if list { return MessageList.commands(output) }
    if resend { return try await sendAgain() }
    guard let name else { return }
    let type = try MessageBook.command(name)
    if example {
      print(try MessageBook.example(type).text)
      return
    }
    guard let day else { return }
    let role = try office.requiredRole()
    try MessageBook.check(role, maySend: type)
    let message = try MessageBook.prepare(type, BodyText.read(body), project: project)
    let entry = Outbox.Entry(
      id: id ?? MessageID.make(), name: message.name, type: message.type, service: message.service, role: role,
      subject: message.subject, effectiveOn: day, storedAt: Instant.now(),
      body: String(decoding: message.body, as: UTF8.self), answer: nil)
    let outbox = Outbox(beside: office.url)
    _ = try office.connection().client(for: role)
    try outbox.store(entry)
    if !output.json { output.note(Style.quiet.paint("\(output.say("编号", "id")) \(entry.id)")) }
    let desk = try office.office(output)
    defer { desk.close() }
    try await Delivery(office: desk, outbox: outbox, output: output).send(entry)
  }

  private func sendAgain() async throws {
    let outbox = Outbox(beside: office.url)
    let waiting = try outbox.unanswered()
    guard !waiting.isEmpty else {
      output.show(["resent": []]) { output.say("没有等待答复的命令。", "Nothing waits for an answer.") }
      return
    }
    let desk = try office.office(output)
    defer { desk.close() }
    let delivery = Delivery(office: desk, outbox: outbox, output: output)
    var last: (any Error)?
    for entry in waiting {
      if !output.json {
        output.note("\(entry.name) \(entry.subject) \(entry.effectiveOn)  \(Style.quiet.paint(entry.id))")
      }
      do { try await delivery.send(entry) } catch { last = FailureReport(output).tell(error) }
    }
    if let last { throw last }
  }
}

/// Sends what stands in the outbox and notes the answer there.
struct Delivery {
  let office: Office
  let outbox: Outbox
  let output: OutputOptions

  func send(_ entry: Outbox.Entry) async throws {
    guard let body = entry.body else { return }
    do {
      let answer = try await office.deliver(
        .command, entry.service, as: entry.role, type: entry.type, subject: entry.subject, body: Data(body.utf8),
        id: entry.id, effectiveOn: entry.effectiveOn)
      try outbox.note("ok", for: entry.id)
      try show(entry, answer)
    } catch let fault as ClientFault {
      switch fault {
      case .refused: try outbox.note("refused", for: entry.id)
      // A code that allows the same id again leaves the command waiting.
      case .rejected(let code, _) where WireCode(rawValue: code)?.retry == .sameID: break
      case .rejected(let code, _): try outbox.note(code, for: entry.id)
      default: break
      }
      throw fault
    }
  }

  private func show(_ entry: Outbox.Entry, _ answer: Office.Answer) throws {
    let reply = try JSONValue(data: answer.body).ordered(by: MessageList.replySchema(of: entry.name))
    let header = answer.header
    var members: [JSONValue.Member] = [
      .init("id", .string(entry.id)), .init("status", "ok"), .init("replayed", .bool(header.replayed ?? false)),
    ]
    if let first = header.firstseq, let last = header.lastseq {
      members += [.init("first", .integer(Int64(first))), .init("last", .integer(Int64(last)))]
    }
    members.append(.init("reply", reply))
    output.show(.object(members)) {
      let events = header.firstseq.flatMap { first in
        header.lastseq.map { first == $0 ? " #\(first)" : " #\(first)–\($0)" }
      }
      let again = header.replayed == true ? output.say("（此前已办，这是当时的答复）", " (done before; this is that answer)") : ""
      let head = Style.good.paint("✓ \(output.say("已办理", "done"))") + Style.quiet.paint(events ?? "") + again
      guard reply != .object([]) else { return head }
      return head + "\n" + JSONText(output.language).text(reply)
    }
  }
}
