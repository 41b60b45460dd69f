import Foundation
import GRDB

/// Removes the files of documents whose erasure is committed. Their keys are gone already; what was stored in the clear goes
/// here.
enum ErasedFiles {
  static func remove(from pool: DatabasePool, in folder: URL) throws {
    let documents = folder.appendingPathComponent("documents", isDirectory: true)
    // Through the writer: a caller may be in the midst of reading.
    let names = try pool.writeWithoutTransaction { try String.fetchAll($0, sql: "SELECT name FROM erasedFile") }
    for name in names {
      let file = documents.appendingPathComponent(name)
      guard unlink(file.path) == 0 || errno == ENOENT else { throw DurableFile.failure("remove", file) }
    }
    guard !names.isEmpty else { return }
    try DurableFile.syncFolder(documents)
    try pool.write { db in
      for name in names { try db.execute(sql: "DELETE FROM erasedFile WHERE name = ?", arguments: [name]) }
    }
  }
}
