import ClientKit
import Contracts
import DomainModel
import Foundation
import Messaging
import Synchronization

/// Keeps the first message of each kind that goes over the wire while stories are told: the examples of the published contract.
/// What differs between any two runs is replaced: instants, the names of epochs, random ids, senders' keys and hashes of the
/// journal. So two recordings of one build are the same bytes.
public final class ExampleRecorder: Sendable {
  private struct Kept {
    var examples: [String: [JSONValue.Member]] = [:]
    /// Epochs and random ids, with what stands for them.
    var names: [(String, String)] = []
    /// Up to which event of each feed earlier stories were looked through.
    var read: [ServiceName: Int64] = [:]
  }

  private let kept = Mutex(Kept())

  public init() {}

  /// Tells the story of every city, one after another, and keeps what went over the wire.
  public static func recording(_ workplace: Workplace) async throws -> ExampleRecorder {
    let recorder = ExampleRecorder()
    for city in City.all {
      let office = try Office(try workplace.connection(), deadline: .seconds(60)) { recorder.heard($0, in: city.id) }
      defer { office.close() }
      let story = try Story(workplace, city: city.id, teller: Teller(isQuiet: true), sharing: office)
      let project = try await city.tell(story)
      try await story.settle()
      try await recorder.readFeeds(office, of: city.id)
      try await recorder.ask(office, about: project)
    }
    return recorder
  }

  /// To be told of a story's messages: given to its office.
  func heard(_ exchange: Office.Exchange, in city: Identifier<SlugKind>) {
    let isQuery = exchange.kind == .query
    guard isQuery || exchange.kind == .command, !exchange.header.type.hasSuffix(".health.v1"), let reply = try? exchange.reply.replyHeader() else { return }
    let part: String
    switch reply.status {
    case .ok where reply.replayed != true: part = "reply"
    case .refused where !isQuery: part = "refusal"
    default: return
    }
    kept.withLock { kept in
      let known = kept.examples[exchange.header.type]
      if known?.contains(where: { $0.name == part }) == true { return }
      guard let header = try? JSONValue(encoding: exchange.header), let body = try? JSONValue(data: exchange.body),
        let replyHeader = try? JSONValue(data: exchange.reply.header), let replyBody = try? JSONValue(data: exchange.reply.body)
      else { return }
      let request = JSONValue.Member("request", ["header": header, "body": body])
      let answer: JSONValue = ["header": replyHeader, "body": replyBody]
      if isQuery { kept.names.append((exchange.header.id, "018f0000-0000-7000-8000-000000000001")) }
      var members = known ?? [.init("type", .string(exchange.header.type)), .init("city", .string(city.rawValue))]
      if part == "reply" {
        members += [request, .init("reply", answer)]
      } else {
        members.append(.init("refusal", ["request": request.value, "reply": answer]))
      }
      kept.examples[exchange.header.type] = members
    }
  }

  /// Keeps the first event of each type of the feeds, as roles of the city may read them.
  func readFeeds(_ office: Office, of city: Identifier<SlugKind>) async throws {
    for service in ServiceName.allCases {
      let epoch = try await Health.ask(service, office).epoch
      kept.withLock { $0.names.append((epoch, service.rawValue)) }
      for role in [Role.renovationOffice, .subdistrict, .finance, .systemOperator] {
        var cursor: FeedCursor?
        while true {
          let request = FeedRequest(feed: service.rawValue, consumer: "examples", cursor: cursor, waitms: 0)
          let answer = try await office.page(of: service, as: role, request)
          let page = try FeedPage(body: answer.body)
          let start = cursor ?? .start(feed: service.rawValue, epoch: epoch, origin: answer.header.origin)
          let end = try page.verified(from: start, head: answer.header.head, headhash: answer.header.headhash)
          for event in page.events { try keep(try JSONValue(data: event.bytes), city) }
          if end == cursor || end.sequence >= answer.header.head ?? 0 { break }
          cursor = end
        }
      }
    }
  }

  private func keep(_ line: JSONValue, _ city: Identifier<SlugKind>) throws {
    guard case .string(let type)? = line["type"] else { return }
    kept.withLock { kept in
      if kept.examples[type] != nil { return }
      kept.examples[type] = [.init("type", .string(type)), .init("city", .string(city.rawValue)), .init("line", line)]
    }
  }

  /// Asks every question that its example can be turned into one about this project. What is not answered is no example.
  func ask(_ office: Office, about project: ProjectID) async throws {
    let opened = kept.withLock { $0.examples["jiugai.intake.project-opened.v1"] }
    var community = "330382-C00017"
    if case .string(let known)? = opened?.first(where: { $0.name == "line" })?.value["data"]?["community"] { community = known }
    for type in Catalogue.queries where !type.name.rawValue.hasSuffix(".health") {
      let body = try Self.example(type).replacing("330382-2024-0007", with: project.rawValue)
        .replacing("330382-C00017", with: community)
      let subject = body.contains(project.rawValue) ? project.rawValue : nil
      for role in [Role.systemOperator, .renovationOffice, .subdistrict] where type.askers.contains(role) {
        _ = try? await office.deliver(
          .query, type.service, as: role, type: type.wireType, subject: subject, body: Data(body.utf8))
        break
      }
    }
  }

  private static func example<M: Message>(_ type: M.Type) throws -> String { try JSONValue(encoding: M.example).line }

  /// The files, by path below the folder of examples.
  public func files() -> [(path: String, text: String)] {
    let kept = kept.withLock { $0 }
    let types: [any Message.Type] = Catalogue.commands.map { $0 } + Catalogue.events.map { $0 } + Catalogue.queries.map { $0 }
    return types.compactMap { type in
      guard let members = kept.examples[type.wireType] else { return nil }
      let told = Self.plain(.object(members), kept.names)
      return (SchemaWriter.path(of: type), told.text + "\n")
    }.sorted { $0.path < $1.path }
  }

  /// Writes the files; those that were there before go.
  public func write(to folder: URL) throws {
    try? FileManager.default.removeItem(at: folder)
    for file in files() {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
    }
  }

  // MARK: Leaving out

  /// Members that say something of the run and nothing of the message.
  private static let dropped: Set<String> = ["rid", "headhash"]

  /// An installation makes its clients' keys itself.
  private static let standingForAnyKey = "0123456789abcdef"

  private static func plain(_ value: JSONValue, _ names: [(String, String)]) -> JSONValue {
    switch value {
    case .object(let members):
      .object(
        members.filter { !dropped.contains($0.name) }.map { member in
          if member.name == "key", case .string(let text) = member.value, (try? KeyFingerprint(text)) != nil {
            return .init("key", .string(standingForAnyKey))
          }
          return .init(member.name, plain(member.value, names))
        })
    case .array(let elements): .array(elements.map { plain($0, names) })
    case .string(let text):
      .string(isInstant(text) ? "2024-06-03T01:00:00.000Z" : names.reduce(text) { $0.replacing($1.0, with: $1.1) })
    default: value
    }
  }

  /// `2024-06-03T01:00:00.000Z`
  private static func isInstant(_ text: String) -> Bool {
    text.count >= 20 && text.hasSuffix("Z") && text.dropFirst(10).first == "T" && text.dropFirst(4).first == "-"
  }
}
