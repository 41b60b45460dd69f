import DomainModel
import Foundation
import GRDB

/// The vault: values in the clear for a disclosure, and all else without them.
extension SQLiteSnapshot {
  func disclose(subject: String) throws -> [VaultRecord] {
    let wrapped = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT wrapped FROM vaultKey WHERE subject = ?"), arguments: [subject])
    guard let wrapped else { return [] }
    let key = try cipher.unwrap(wrapped, for: subject)
    let statement = try db.cachedStatement(
      sql: """
        SELECT classification, field, sealed FROM vaultField WHERE subject = ?
        ORDER BY classification, field
        """)
    var disclosed = VaultSubject()
    for row in try Row.fetchAll(statement, arguments: [subject]) {
      let stored: String = row[0]
      guard let classification = DataClassification(rawValue: stored) else {
        throw StoreError.vaultDamaged("a field is of an unknown class")
      }
      let field: String = row[1]
      let value = try VaultCipher.open(row[2], under: key, place: [subject, stored, field])
      disclosed.put(field, value: String(decoding: value, as: UTF8.self), as: classification)
    }
    return disclosed.records(of: subject)
  }

  func fieldNames(of subject: String) throws -> [VaultFieldName] {
    let statement = try db.cachedStatement(
      sql: "SELECT field, classification FROM vaultField WHERE subject = ? ORDER BY classification, field")
    return try Row.fetchAll(statement, arguments: [subject]).map { VaultFieldName(field: $0[0], classification: $0[1]) }
  }

  func holdings(of subject: String) throws -> [VaultHolding] {
    let statement = try db.cachedStatement(
      sql: "\(Self.selectHolding) WHERE subject = ? ORDER BY scope, purpose")
    return try Row.fetchAll(statement, arguments: [subject]).map(Self.holding)
  }

  func subjects(inScope scope: String, after: String?, limit: Int) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT subject FROM vaultHolding WHERE scope = ? AND subject > ? ORDER BY subject LIMIT ?")
    return try String.fetchAll(statement, arguments: [scope, after ?? "", limit])
  }

  func subjects(belongingTo subject: String) throws -> [String] {
    let statement = try db.cachedStatement(
      sql: "SELECT DISTINCT subject FROM vaultHolding WHERE belongsTo = ? ORDER BY subject")
    return try String.fetchAll(statement, arguments: [subject])
  }

  func documents(ownedBy subject: String) throws -> [Data] {
    let statement = try db.cachedStatement(sql: "SELECT sha256 FROM vaultDocument WHERE subject = ? ORDER BY sha256")
    return try Data.fetchAll(statement, arguments: [subject])
  }

  func owedErasures() throws -> [VaultErasure] {
    let statement = try db.cachedStatement(sql: "\(Self.selectErasure) WHERE isOwed = 1 ORDER BY scope, subject")
    return try Row.fetchAll(statement).map(Self.erasure)
  }

  /// Every erasure that this vault has taken.
  func erasures() throws -> [VaultErasure] { try Row.fetchAll(db, sql: Self.selectErasure).map(Self.erasure) }

  private static let selectHolding = "SELECT subject, scope, purpose, since, sequence, belongsTo FROM vaultHolding"
  private static let selectErasure = "SELECT epoch, sequence, subject, scope FROM erasure"

  private static func holding(_ row: Row) -> VaultHolding {
    VaultHolding(subject: row[0], scope: row[1], purpose: row[2], since: row[3], sequence: row[4], belongsTo: row[5])
  }

  private static func erasure(_ row: Row) -> VaultErasure {
    VaultErasure(epoch: row[0], sequence: row[1], subject: row[2], scope: row[3])
  }
}
