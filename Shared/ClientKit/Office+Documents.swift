import Contracts
import DomainModel
import Foundation
import Messaging

/// Documents, read back in chunks.
extension Office {
  /// What a service says of a document that it may show.
  public struct FoundDocument: Codable, Hashable, Sendable {
    public let size: Int
    public let classification: DataClassification
    public let mediaType: String
    /// The event by which it may be read.
    public let event: Int
  }

  /// Asks whether a document may be read, and by which event.
  ///
  /// - Parameters:
  ///   - subject: the project or community whose records name it.
  ///   - event: that of the disclosure, for a protected document.
  public func find(
    _ document: DocumentHash, in service: ServiceName, of subject: String, event: Int? = nil, as role: Role
  ) async throws -> FoundDocument {
    struct Search: Encodable { let subject: String, event: Int? }
    return try await told(
      FoundDocument.self, document, service, role, DocumentMessage.find.rawValue, Search(subject: subject, event: event))
  }

  /// Reads a stretch of a document.
  public func read(
    _ document: DocumentHash, from service: ServiceName, by event: Int, offset: Int, length: Int = DocumentMessage.longestChunk, as role: Role
  ) async throws -> Data {
    struct Stretch: Encodable { let event: Int, offset: Int, length: Int }
    let body = try JSONEncoder().encode(Stretch(event: event, offset: offset, length: length))
    return try await deliver(
      .documentChunk, service, as: role, type: DocumentMessage.read.rawValue, subject: document.rawValue, body: body
    ).body
  }

  /// Has a protected document shown: records who asks and why, and gives the event by which it may be read for a day.
  public func disclose(
    _ document: DocumentHash, of project: ProjectID, from service: ServiceName, reason: Text<500>, as role: Role
  ) async throws -> Int {
    func ordered<C: ServiceContract>(_ contract: C.Type) async throws -> Int {
      let accepted = try await self.send(
        DiscloseDocument<C>(project: project, document: document, reason: reason), as: role, on: Instant.now().businessDate)
      guard let event = accepted.first else { throw ClientFault.unreadable("the event of a disclosure") }
      return event
    }
    return try await ordered(Catalogue.contract(of: service))
  }

  private func told<Answer: Decodable>(
    _ type: Answer.Type, _ document: DocumentHash, _ service: ServiceName, _ role: Role, _ message: String,
    _ question: some Encodable
  ) async throws -> Answer {
    let answer = try await deliver(
      .documentChunk, service, as: role, type: message, subject: document.rawValue, body: try JSONEncoder().encode(question))
    guard let told = try? JSONDecoder().decode(type, from: answer.body) else { throw ClientFault.unreadable("\(type)") }
    return told
  }
}
