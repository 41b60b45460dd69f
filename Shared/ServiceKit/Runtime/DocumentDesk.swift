import Contracts
import DomainModel
import FileStore
import Foundation
import Messaging

/// Takes documents in chunks and gives them out. Runs beside the loop: a chunk is synced to disk before it is answered.
struct DocumentDesk: Sendable {
  let store: DocumentStore
  /// Where events say who names a document, and to whom it was disclosed.
  let reader: any JournalReader
  let service: ServiceName
  var now: @Sendable () -> Instant = { Instant.now() }

  enum Answer: Sendable {
    case progress(Data)
    /// Bytes of a document, as they are.
    case chunk(Data)
    case rejected(WireCode, String)
  }

  /// `subject` is the document's hash, `expectedversion` of a chunk its offset.
  func answer(_ header: RequestHeader, _ body: Data, _ principal: Principal) -> Answer {
    do {
      switch DocumentMessage(rawValue: header.type) {
      case .begin:
        try StrictJSON.check(body, keys: .object(["sha256": .any, "size": .any, "classification": .any, "mediaType": .any]))
        let opening = try JSONDecoder().decode(DocumentOpening.self, from: body)
        let state = try store.begin(
          sha256: opening.sha256.bytes, size: opening.size, classification: opening.classification,
          mediaType: opening.mediaType.value)
        return try progress(state.offset, state.isComplete)
      case .append:
        let hash = try DocumentHash(header.subject ?? "")
        let next = try store.append(sha256: hash.bytes, offset: Int64(header.expectedversion ?? 0), bytes: body)
        return try progress(next, false)
      case .finish:
        let record = try store.finish(sha256: try DocumentHash(header.subject ?? "").bytes)
        return try progress(record.size, true)
      case .find, .read: return try reading(header, body, principal)
      case nil: return .rejected(.unknownType, "documents know begin, append, finish, find and read")
      }
    } catch let fault as StoreError {
      switch fault {
      case .full: return .rejected(.storeFull, fault.description)
      case .documentTooLarge: return .rejected(.tooLarge, fault.description)
      case .documentOffset, .documentUnknown, .documentMismatch: return .rejected(.conflict, fault.description)
      case .invalid: return .rejected(.schemaInvalid, fault.description)
      default: return .rejected(.internal, "the document could not be stored or read")
      }
    } catch is StrictJSONError {
      return .rejected(.malformed, "the body is not strict JSON")
    } catch {
      return .rejected(.schemaInvalid, FieldFault(error).detail)
    }
  }

  private func progress(_ offset: Int64, _ isComplete: Bool) throws -> Answer {
    .progress(try JSONEncoder().encode(UploadProgress(offset: offset, isComplete: isComplete)))
  }
}
