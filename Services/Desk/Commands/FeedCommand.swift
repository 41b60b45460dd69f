import ArgumentParser
import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Terminal

/// Reads a service's events, checks their chain, and remembers how far it came.
struct FeedCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "feed", abstract: "读取一个服务的事件。 Read a service's events.",
    discussion: """
      有 --cursor 时，读到哪里就记到哪里，下次接着读；记录在打印之后，中断不会漏掉事件。每页都核对前后相接的校验值。

      Examples:
        jiugai feed voting --as audit
        jiugai feed funding --follow --cursor funding.cursor --json | 你的程序
        jiugai feed intake --types intake.project-opened --subject 330382-2024-0007
      """)

  @Argument(help: "intake、voting、funding、approvals 或 supervision。")
  var service: ServiceName

  @Flag(help: "一直读下去，直到中断。 Go on until interrupted.")
  var follow = false

  @Option(help: "从这个序号之后读起。 Begin after this sequence.")
  var after: Int?

  @Option(parsing: .upToNextOption, help: "只要这些事件，如 voting.round-closed。 Only these types.")
  var types: [String] = []

  @Option(help: "只要关于它的事件，如项目编号。 Only about this subject.")
  var subject: String?

  @Option(name: .customLong("cursor"), help: "记住位置的文件。 The file that keeps the position.")
  var cursorFile: String?

  @OptionGroup var office: OfficeOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let after, after < 0 { throw ValidationError("--after: 0 or more") }
    if after != nil, cursorFile != nil {
      throw ValidationError("--after 与 --cursor 只能用一个。 Use either --after or --cursor.")
    }
  }

  func perform() async throws {
    let role = try office.readingRole()
    let desk = try office.office(output)
    defer { desk.close() }
    let store = cursorFile.map { CursorFile(url: URL(fileURLWithPath: $0), feed: service) }
    var cursor = try store?.read()
    if cursor == nil, let after, after > 0 { cursor = try await start(after, desk, role) }
    while true {
      let (page, next, head) = try await read(from: cursor, desk, role)
      for event in page.events { print(try text(event.bytes)) }
      let isNews = next != cursor
      cursor = next
      if isNews { try store?.write(next) }
      if !follow, head.map({ next.sequence >= $0 }) ?? !isNews { return }
    }
  }

  private func request(_ cursor: FeedCursor?, most: Int = FeedRequest.mostEvents) throws -> FeedRequest {
    // Shorter than a request's first attempt, so that a quiet feed is asked once at a time.
    var request = FeedRequest(
      feed: service.rawValue, consumer: "jiugai-\(getpid())", cursor: cursor, maxevents: most, waitms: follow ? 1500 : 0)
    if !types.isEmpty { request.types = try types.map(wireType) }
    request.subject = subject
    return request
  }

  private func wireType(_ name: String) throws -> String {
    if name.hasPrefix("jiugai.") { return name }
    var types: [String: String] = [:]
    for event in Catalogue.contract(of: service).events { types[event.name.rawValue] = event.wireType }
    guard let known = types[name] ?? types["\(service.rawValue).\(name)"] else {
      let nearest = NearestWord.to(name, among: types.keys.sorted())
      throw DeskFault.usage(
        "unknown-event", zh: "\(service.rawValue) 没有事件 \(name)\(nearest.map { "，是否指 \($0)" } ?? "")。",
        en: "\(service.rawValue) has no event \(name)\(nearest.map { "; did you mean \($0)?" } ?? ".")")
    }
    return known
  }

  private func read(from cursor: FeedCursor?, _ desk: Office, _ role: Role) async throws -> (FeedPage, FeedCursor, Int?) {
    let answer = try await desk.page(of: service, as: role, try request(cursor))
    return try check(answer, from: cursor)
  }

  /// The cursor at a sequence that was named by number alone. Everything up to it is asked for as what nobody wants, which
  /// comes as one line for each page; the chain is checked from there on.
  private func start(_ after: Int, _ desk: Office, _ role: Role) async throws -> FeedCursor? {
    var cursor: FeedCursor?
    while (cursor?.sequence ?? 0) < after {
      var request = try request(cursor, most: min(FeedRequest.mostEvents, after - (cursor?.sequence ?? 0)))
      request.types = ["jiugai.none"]
      request.waitms = 0
      let answer = try await desk.page(of: service, as: role, request)
      let next = try check(answer, from: cursor).1
      guard next.sequence > (cursor?.sequence ?? 0) else {
        throw DeskFault.rejected(
          "after-end", zh: "序号 \(after) 在事件的末尾之后。", en: "The sequence \(after) lies beyond the end of the feed.")
      }
      cursor = next
    }
    return cursor
  }

  private func check(_ answer: Office.Answer, from cursor: FeedCursor?) throws -> (FeedPage, FeedCursor, Int?) {
    guard let epoch = answer.header.epoch else { throw ClientFault.unreadable("epoch") }
    if let cursor, cursor.epoch != epoch {
      throw ClientFault.rejected(code: WireCode.epochChanged.rawValue, problem: nil)
    }
    do {
      let page = try FeedPage(body: answer.body)
      let start = cursor ?? .start(feed: service.rawValue, epoch: epoch, origin: answer.header.origin)
      let end = try page.verified(from: start, head: answer.header.head, headhash: answer.header.headhash)
      return (page, end, answer.header.head)
    } catch let fault as FeedFault {
      throw DeskFault.rejected(
        "chain-broken", zh: "事件的校验链对不上，已停止读取；请通知运维。（\(fault)）",
        en: "The chain of events does not hold; reading has stopped. Tell the operator. (\(fault))")
    }
  }

  private func text(_ bytes: Data) throws -> String {
    if output.json { return String(decoding: bytes, as: UTF8.self) }
    let event = try JSONValue(data: bytes)
    func word(_ name: String) -> String {
      switch event[name] {
      case .string(let text): TextWidth.safe(text)
      case .integer(let number): String(number)
      default: ""
      }
    }
    let type = word("type").dropFirst("jiugai.".count)
    return "\(TextWidth.padded(word("sequence"), to: 7, atEnd: false))  \(word("effectiveon"))  "
      + Style.heading.paint(TextWidth.padded(String(type), to: 40)) + "  \(word("subject"))  "
      + Style.quiet.paint(word("organisation"))
  }
}

/// The position of a reader, kept in a file.
struct CursorFile {
  let url: URL
  let feed: ServiceName

  private struct Content: Codable {
    let feed: ServiceName
    let epoch: String
    let sequence: Int
    let hash: String
  }

  func read() throws -> FeedCursor? {
    guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
    guard let content = try? JSONDecoder().decode(Content.self, from: data), content.feed == feed,
      let hash = ChainHash(hex: content.hash)
    else {
      throw DeskFault.usage(
        "cursor-unreadable", zh: "\(url.path) 不是 \(feed.rawValue) 的位置文件。",
        en: "\(url.path) is not a cursor of \(feed.rawValue).")
    }
    return FeedCursor(epoch: content.epoch, sequence: content.sequence, hash: hash)
  }

  func write(_ cursor: FeedCursor) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try PrivateFile.replace(
      url,
      with: encoder.encode(
        Content(feed: feed, epoch: cursor.epoch, sequence: cursor.sequence, hash: cursor.hash.hex)))
  }
}
