import Foundation
import GRDB

/// What is sealed, and the documents.
extension InspectedStore {
  /// Something wrong with a document or a person's data. Neither says what it holds.
  public struct Fault: Sendable, Equatable {
    /// What kind of wrong.
    public enum Kind: String, Sendable {
      /// The file of a document is gone.
      case documentMissing = "document-missing"
      /// A command names a document that never arrived whole.
      case documentIncomplete = "document-incomplete"
      /// The file's bytes are not those that arrived.
      case documentAltered = "document-altered"
      /// A document's key, or a person's, does not open under the vault's.
      case sealBroken = "seal-broken"
      /// Sealed fields of a person whose key is gone.
      case keyMissing = "key-missing"
    }
    /// What is wrong.
    public let kind: Kind
    /// The document's hash or the person's opaque id.
    public let place: String
  }

  /// Reads every complete document to its end and holds it against its hashes.
  ///
  /// - Parameters:
  ///   - opens: whether sealed ones are opened; else only the bytes on disk are held against their own hash.
  ///   - visit: is told how many were read, and what is wrong with the last.
  public func eachDocument(opens: Bool, _ visit: (Int64, Fault?) throws -> Void) throws {
    var after = Data()
    var count: Int64 = 0
    while true {
      let page = try read { try SQLiteDocumentCatalogue.page(after: after, limit: 500, in: $0) }
      guard let last = page.last else { return }
      for record in page {
        guard record.isComplete || record.isNamed else { continue }
        count += 1
        try visit(count, check(record, opens: opens))
      }
      after = last.sha256
    }
  }

  private func check(_ record: DocumentRecord, opens: Bool) -> Fault? {
    let place = record.sha256.hexadecimal
    guard let stored = record.storedHash else { return Fault(kind: .documentIncomplete, place: place) }
    let file = folder.appendingPathComponent("documents").appendingPathComponent(stored.hexadecimal)
    do {
      guard opens || record.wrappedKey == nil else {
        let found = try DocumentFile.with(file, sha256: record.sha256, key: nil) { try $0.hashes() }
        return found.stored == stored ? nil : Fault(kind: .documentAltered, place: place)
      }
      let key = try record.wrappedKey.map { try vault.unwrap($0, for: "document/\(place)") }
      let found = try DocumentFile.with(file, sha256: record.sha256, key: key) { try $0.hashes() }
      return found.stored == stored && found.plain == record.sha256 ? nil : Fault(kind: .documentAltered, place: place)
    } catch StoreError.documentUnknown {
      return Fault(kind: .documentMissing, place: place)
    } catch StoreError.vaultDamaged {
      // A frame that does not open was altered, unless the key itself does not.
      let opensKey = record.wrappedKey.map { (try? vault.unwrap($0, for: "document/\(place)")) != nil } ?? true
      return Fault(kind: opensKey ? .documentAltered : .sealBroken, place: place)
    } catch {
      return Fault(kind: .documentAltered, place: place)
    }
  }

  /// Opens every person's data, and forgets it at once.
  public func eachSubject(_ visit: (Int64, Fault?) throws -> Void) throws {
    var after = ""
    var count: Int64 = 0
    while true {
      let page = try read { db in
        try String.fetchAll(
          db, sql: "SELECT subject FROM vaultKey WHERE subject > ? ORDER BY subject LIMIT 500", arguments: [after])
      }
      guard let last = page.last else { break }
      for subject in page {
        count += 1
        let isSound = (try? reader.read { _ = try $0.disclose(subject: subject) }) != nil
        try visit(count, isSound ? nil : Fault(kind: .sealBroken, place: subject))
      }
      after = last
    }
    let strays = try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT subject FROM vaultField AS f
          WHERE NOT EXISTS (SELECT 1 FROM vaultKey AS k WHERE k.subject = f.subject) ORDER BY subject LIMIT 1000
          """)
    }
    for subject in strays { try visit(count, Fault(kind: .keyMissing, place: subject)) }
  }
}
