import Contracts
import DomainModel
import Foundation
import Messaging

/// Documents, read back in chunks.
extension Office {
  /// Asks whether a document may be read, and by which event.
  ///
  /// - Parameters:
  ///   - subject: the project or community whose records name it.
  ///   - event: that of the disclosure, for a protected document.
  public func find(
    _ document: DocumentHash, in service: ServiceName, of subject: String, event: Int64? = nil, as role: Role
  ) async throws -> FoundDocument {
    let answer = try await deliver(
      .documentChunk, service, as: role, type: DocumentMessage.find.rawValue, subject: document.rawValue,
      body: try JSONEncoder().encode(DocumentSearch(subject: try Text(subject), event: event)))
    guard let found = try? JSONDecoder().decode(FoundDocument.self, from: answer.body) else {
      throw ClientFault.unreadable("\(FoundDocument.self)")
    }
    return found
  }

  /// Reads a stretch of a document.
  public func read(
    _ document: DocumentHash, from service: ServiceName, by event: Int64, offset: Int64,
    length: Int64 = Int64(DocumentMessage.longestChunk), as role: Role
  ) async throws -> Data {
    let body = try JSONEncoder().encode(DocumentStretch(event: event, offset: offset, length: length))
    return try await deliver(
      .documentChunk, service, as: role, type: DocumentMessage.read.rawValue, subject: document.rawValue, body: body
    ).body
  }

  /// Has a protected document shown: records who asks and why, and gives the event by which it may be read for a day.
  public func disclose(
    _ document: DocumentHash, of project: ProjectID, from service: ServiceName, reason: Text<500>, as role: Role
  ) async throws -> Int64 {
    func ordered<C: ServiceContract>(_ contract: C.Type) async throws -> Int64 {
      let accepted = try await self.send(
        DiscloseDocument<C>(project: project, document: document, reason: reason), as: role, on: Instant.now().businessDate)
      guard let event = accepted.first else { throw ClientFault.unreadable("the event of a disclosure") }
      return Int64(event)
    }
    return try await ordered(Catalogue.contract(of: service))
  }
}
