import DomainModel
import FileStore
import Foundation

extension JournalReading {
  /// Events of a stream that are looked through for a document at one time.
  private static var page: Int { 200 }

  /// The first event of a stream that names a document and that `isFit` lets pass.
  ///
  /// Only what was uploaded has a record of its own; where it is named is looked up when somebody asks, which is seldom.
  func naming(
    _ document: DocumentHash, inStream stream: String, where isFit: (StoredEvent) throws -> Bool = { _ in true }
  ) throws -> StoredEvent? {
    let mark = Data("\"\(document.rawValue)\"".utf8)
    var after: Int64 = 0
    while true {
      let page = try events(stream: stream, after: after, limit: Self.page)
      if let found = try page.first(where: { try $0.bytes.range(of: mark) != nil && isFit($0) }) { return found }
      guard page.count == Self.page, let last = page.last else { return nil }
      after = last.sequence
    }
  }

  /// Whether a document is a person's own of whom something is held in one of these matters.
  func isOwned(_ document: DocumentHash, in scopes: Set<String>) throws -> Bool {
    for scope in scopes {
      var after: String?
      while true {
        let page = try subjects(inScope: scope, after: after, limit: Self.page)
        for subject in page {
          for one in try [subject] + subjects(belongingTo: subject) where try documents(ownedBy: one).contains(document.bytes) {
            return true
          }
        }
        guard page.count == Self.page, let last = page.last else { break }
        after = last
      }
    }
    return false
  }
}
