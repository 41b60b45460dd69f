import Contracts
import Crypto
import DomainModel
import Foundation
import Messaging

/// A client of the five services, acting as one of the connection's roles at a time.
public final class Office: Sendable {
  private let connection: Connection
  private let carrier: any Carrier
  private let encoder: JSONEncoder
  /// How long a request is tried before silence is reported.
  private let deadline: Duration
  private let language: String
  private let onExchange: (@Sendable (Exchange) -> Void)?

  /// A message and its answer as they went over the wire.
  public struct Exchange: Sendable {
    public let kind: FrameKind
    public let header: RequestHeader
    public let body: Data
    public let reply: ReplyFrames
  }

  /// - Parameters:
  ///   - deadline: how long a request is tried before silence is reported.
  ///   - carrier: what carries the messages; nil for ZeroMQ.
  ///   - onExchange: told of each message that was answered, whatever the answer.
  public init(
    _ connection: Connection, language: String = "zh-CN", deadline: Duration = .seconds(30), carrier: (any Carrier)? = nil,
    onExchange: (@Sendable (Exchange) -> Void)? = nil
  ) throws {
    self.connection = connection
    self.onExchange = onExchange
    self.language = language
    self.deadline = deadline
    self.carrier = try carrier ?? WireCarrier(connection)
    encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// What an accepted command comes back with.
  public struct Accepted<Reply: Sendable>: Sendable {
    public let reply: Reply
    /// The command's events in the service's journal; none when it recorded nothing.
    public let first: Int?
    public let last: Int?
    public let isRepeat: Bool
  }

  // MARK: Typed

  /// Sends a command as a role.
  ///
  /// - Parameter id: the command's id; the same id sent again is the same command.
  /// - Throws: `ClientFault`.
  @discardableResult
  public func send<C: Command>(
    _ command: C, as role: Role, on day: BusinessDate, id: String = MessageID.make()
  ) async throws -> Accepted<C.Reply> {
    let answer = try await deliver(
      .command, C.service, as: role, type: C.wireType, subject: command.subject, body: try encoder.encode(command),
      id: id, effectiveOn: day)
    return Accepted(
      reply: try decode(C.Reply.self, answer.body), first: answer.header.firstseq, last: answer.header.lastseq,
      isRepeat: answer.header.replayed ?? false)
  }

  /// Asks a query and waits for its answer.
  public func ask<Q: Query>(_ query: Q, as role: Role = .systemOperator) async throws -> Q.Answer {
    let answer = try await deliver(
      .query, Q.service, as: role, type: Q.wireType, subject: query.subject, body: try encoder.encode(query))
    return try decode(Q.Answer.self, answer.body)
  }

  // MARK: By name, for tools

  public struct Answer: Sendable {
    public let header: ReplyHeader
    public let body: Data
  }

  /// Sends any message and gives back what came; refusals and errors are thrown.
  public func deliver(
    _ kind: FrameKind, _ service: ServiceName, as role: Role, type: String, subject: String?, body: Data,
    id: String = MessageID.make(), effectiveOn: BusinessDate? = nil, expectedVersion: Int? = nil
  ) async throws -> Answer {
    let client = try connection.client(for: role)
    let header = RequestHeader(
      id: id, source: client.source, type: type, subject: subject, time: Instant.now().description,
      effectiveon: effectiveOn?.description, expectedversion: expectedVersion, lang: language)
    let reply: ReplyFrames
    do {
      reply = try await carrier.carry(
        OutboundRequest(kind: kind, header: header, body: body, deadline: deadline), to: service, as: role)
    } catch let failure as RequestFailure {
      throw ClientFault.noAnswer(service, failure.description)
    }
    onExchange?(Exchange(kind: kind, header: header, body: body, reply: reply))
    return try judge(reply)
  }

  /// Sends many messages of one kind with many in flight, in order of the batch; each has its own outcome.
  public func deliverAll(
    _ requests: [(type: String, subject: String, body: Data, id: String, effectiveOn: BusinessDate)],
    to service: ServiceName, as role: Role, inFlight: Int = 256
  ) async throws -> [Result<Answer, ClientFault>] {
    let client = try connection.client(for: role)
    let batch = requests.map { request in
      OutboundRequest(
        kind: .command,
        header: RequestHeader(
          id: request.id, source: client.source, type: request.type, subject: request.subject,
          effectiveon: request.effectiveOn.description, lang: language),
        body: request.body, deadline: deadline)
    }
    return try await carrier.carry(batch, to: service, as: role, inFlight: inFlight).map { result -> Result<Answer, ClientFault> in
      switch result {
      case .failure(let failure): return .failure(.noAnswer(service, failure.description))
      case .success(let frames):
        do { return .success(try judge(frames)) } catch let fault as ClientFault { return .failure(fault) } catch {
          return .failure(.unreadable("\(error)"))
        }
      }
    }
  }

  /// Uploads a document in chunks and returns the hash by which commands name it. An upload that was broken off goes on
  /// where it stopped.
  public func attach(
    _ data: Data, to service: ServiceName, as role: Role, classification: DataClassification = .p1,
    mediaType: Text<100> = "application/pdf", progress: @Sendable (Int) -> Void = { _ in }
  ) async throws -> DocumentHash {
    let hash = Office.hash(data)
    // A service that was killed may have kept less of the upload than it said. It is asked anew where to go on.
    for _ in 1...3 {
      do {
        try await upload(data, hash, to: service, as: role, classification, mediaType, progress)
        return hash
      } catch ClientFault.rejected("CONFLICT", _) {}
    }
    try await upload(data, hash, to: service, as: role, classification, mediaType, progress)
    return hash
  }

  /// Uploads from where the service has what came before.
  private func upload(
    _ data: Data, _ hash: DocumentHash, to service: ServiceName, as role: Role, _ classification: DataClassification,
    _ mediaType: Text<100>, _ progress: @Sendable (Int) -> Void
  ) async throws {
    let opened = try await deliver(
      .documentChunk, service, as: role, type: DocumentMessage.begin.rawValue, subject: hash.rawValue,
      body: try encoder.encode(
        DocumentOpening(sha256: hash, size: Int64(data.count), classification: classification, mediaType: mediaType)))
    var state = try decode(UploadProgress.self, opened.body)
    while !state.isComplete, state.offset < data.count {
      let chunk = data.dropFirst(Int(state.offset)).prefix(DocumentMessage.longestChunk)
      let taken = try await deliver(
        .documentChunk, service, as: role, type: DocumentMessage.append.rawValue, subject: hash.rawValue, body: Data(chunk),
        expectedVersion: Int(state.offset))
      state = try decode(UploadProgress.self, taken.body)
      progress(Int(state.offset))
    }
    if !state.isComplete {
      _ = try await deliver(
        .documentChunk, service, as: role, type: DocumentMessage.finish.rawValue, subject: hash.rawValue, body: Data())
    }
  }

  public static func hash(_ data: Data) -> DocumentHash {
    do { return try DocumentHash(bytes: Data(SHA256.hash(data: data))) } catch { preconditionFailure("a SHA-256 has 32 bytes") }
  }

  /// Reads a page of a feed.
  public func page(of service: ServiceName, as role: Role, _ request: FeedRequest) async throws -> Answer {
    try await deliver(
      .feedRead, service, as: role, type: "jiugai.feed.read.v1", subject: nil, body: try request.body())
  }

  /// How the connection to a service stands; nil before anything was sent there as that role.
  public func connectionState(to service: ServiceName, as role: Role) -> ConnectionState? {
    carrier.connectionState(to: service, as: role)
  }

  /// Closes every connection; nothing can be sent afterwards.
  public func close() { carrier.close() }

  // MARK: Answers

  private func judge(_ reply: ReplyFrames) throws -> Answer {
    let header = try reply.replyHeader()
    switch header.status {
    case .ok: return Answer(header: header, body: reply.body)
    case .refused: throw ClientFault.refused(try decode(Problem.self, reply.body))
    case .error:
      throw ClientFault.rejected(code: header.code ?? "INTERNAL", problem: try? decode(Problem.self, reply.body))
    }
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    do { return try JSONDecoder().decode(type, from: data) } catch {
      throw ClientFault.unreadable("\(type)")
    }
  }
}
