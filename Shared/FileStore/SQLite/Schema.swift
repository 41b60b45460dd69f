import GRDB

/// The tables, as forward-only named migrations. A migration that has been released is never edited.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 journal") { try $0.execute(sql: journal) }
    migrator.registerMigration("2 entities") { try $0.execute(sql: entities) }
    migrator.registerMigration("3 feeds") { try $0.execute(sql: feeds) }
    migrator.registerMigration("4 vault") { try $0.execute(sql: vault) }
    migrator.registerMigration("5 documents") { try $0.execute(sql: documents) }
    migrator.registerMigration("6 holdings") { db in
      try db.execute(sql: holdings)
      try EarlierHoldings.note(in: db)
    }
    migrator.registerMigration("7 attribution") { try $0.execute(sql: attribution) }
    return migrator
  }

  private static let journal = """
    CREATE TABLE store (
      singleton INTEGER PRIMARY KEY CHECK (singleton = 1), feed TEXT NOT NULL, vaultKey BLOB NOT NULL
    ) STRICT;
    CREATE TABLE epoch (
      ordinal INTEGER PRIMARY KEY, epoch TEXT NOT NULL UNIQUE, after INTEGER NOT NULL, hash BLOB NOT NULL,
      startedAt TEXT NOT NULL
    ) STRICT;
    CREATE TABLE event (
      sequence INTEGER PRIMARY KEY, stream TEXT NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL,
      effectiveOn TEXT NOT NULL, recordedAt TEXT NOT NULL, readers TEXT NOT NULL, bytes BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;
    CREATE INDEX eventByStream ON event (stream, sequence);
    """

  /// An entity keeps its index entries beside its body too: an unchanged set costs no write, a changed one no search.
  private static let entities = """
    CREATE TABLE entity (
      kind TEXT NOT NULL, key TEXT NOT NULL, stream TEXT NOT NULL, body BLOB NOT NULL, indexes BLOB NOT NULL,
      PRIMARY KEY (kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entityIndex (
      kind TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, key TEXT NOT NULL,
      PRIMARY KEY (kind, name, value, key)
    ) STRICT, WITHOUT ROWID;
    """

  private static let feeds = """
    CREATE TABLE repeat (
      source TEXT NOT NULL, id TEXT NOT NULL, contentMAC BLOB NOT NULL, status TEXT NOT NULL, code TEXT,
      firstSequence INTEGER, lastSequence INTEGER, reply BLOB NOT NULL, subject TEXT NOT NULL, recordedAt TEXT NOT NULL,
      principal TEXT NOT NULL, PRIMARY KEY (source, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX refusalBySubject ON repeat (subject, recordedAt, source, id) WHERE status = 'refused';
    CREATE TABLE cursor (
      feed TEXT NOT NULL PRIMARY KEY, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, hash BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reaction (
      feed TEXT NOT NULL, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, reaction TEXT NOT NULL,
      PRIMARY KEY (feed, epoch, sequence, reaction)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE parked (
      feed TEXT NOT NULL, epoch TEXT NOT NULL, sequence INTEGER NOT NULL, subject TEXT NOT NULL, reason TEXT NOT NULL,
      detail TEXT NOT NULL, parkedAt TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (feed, epoch, sequence)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX parkedBySubject ON parked (subject, feed, epoch, sequence);
    """

  /// Whose key a command was signed with, and refusals of all subjects by their date.
  private static let attribution = """
    ALTER TABLE repeat ADD COLUMN key TEXT;
    CREATE INDEX refusalByDate ON repeat (recordedAt, source, id) WHERE status = 'refused';
    """

  private static let vault = """
    CREATE TABLE vaultKey (subject TEXT NOT NULL PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE vaultField (
      subject TEXT NOT NULL, classification TEXT NOT NULL, field TEXT NOT NULL, sealed BLOB NOT NULL, retainUntil TEXT,
      PRIMARY KEY (subject, classification, field)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vaultFieldByRetention ON vaultField (retainUntil, subject) WHERE retainUntil IS NOT NULL;
    """

  /// Why somebody's data is here, which documents are theirs, and who was erased: by this journal, and again after a
  /// restore. What is owed is an erasure without an event yet, or an erased document whose file is not gone yet.
  private static let holdings = """
    CREATE TABLE vaultHolding (
      subject TEXT NOT NULL, scope TEXT NOT NULL, purpose TEXT NOT NULL, since TEXT NOT NULL, sequence INTEGER NOT NULL,
      belongsTo TEXT, PRIMARY KEY (subject, scope, purpose)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vaultHoldingByScope ON vaultHolding (scope, subject);
    CREATE INDEX vaultHoldingByOwner ON vaultHolding (belongsTo, subject) WHERE belongsTo IS NOT NULL;
    CREATE TABLE vaultDocument (
      subject TEXT NOT NULL, sha256 BLOB NOT NULL, PRIMARY KEY (subject, sha256)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX vaultDocumentByHash ON vaultDocument (sha256, subject);
    CREATE TABLE erasure (
      epoch TEXT NOT NULL, sequence INTEGER NOT NULL, subject TEXT NOT NULL, scope TEXT NOT NULL, isOwed INTEGER NOT NULL,
      PRIMARY KEY (epoch, sequence, subject)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE erasedFile (name TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
    """

  private static let documents = """
    CREATE TABLE document (
      sha256 BLOB NOT NULL PRIMARY KEY, storedHash BLOB, classification TEXT NOT NULL, size INTEGER NOT NULL,
      mediaType TEXT NOT NULL, isNamed INTEGER NOT NULL, since INTEGER NOT NULL, wrappedKey BLOB
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX documentByStoredHash ON document (storedHash) WHERE storedHash IS NOT NULL;
    CREATE INDEX documentUnnamed ON document (since) WHERE isNamed = 0;
    """
}
