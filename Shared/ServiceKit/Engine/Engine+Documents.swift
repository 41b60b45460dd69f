import DomainModel
import FileStore

extension Engine {
  func holds(_ document: DocumentHash, in scopes: Set<String>) throws -> Bool {
    guard try journal.documentCatalogue.find(document.bytes)?.isComplete == true else { return false }
    for scope in scopes where try journal.naming(document, inStream: scope) != nil { return true }
    return try journal.isOwned(document, in: scopes)
  }
}
