import Foundation

/// What a backup is a copy of: the file `backup.json`, written last, so that its presence says that the rest is there.
public struct BackupManifest: Codable, Sendable, Equatable {
  /// How a backup is laid out.
  public static let currentFormat = 1

  /// The layout; a program that does not know it leaves the backup alone.
  public let format: Int
  /// Whose journal it is, such as `voting`.
  public let feed: String
  /// The version of the program that made the backup.
  public let program: String
  /// When it was made, RFC 3339.
  public let madeAt: String
  /// The epoch at that time.
  public let epoch: String
  /// The last event's number.
  public let head: Int64
  /// The chain's hash there, in hexadecimal.
  public let headHash: String
  /// The SHA-256 of the copied journal file, in hexadecimal, and its length in bytes.
  public let journalSHA256: String
  public let journalBytes: Int64
  /// How much is in it.
  public let counts: Counts
  /// Recognises the vault key that opens it, without giving it away. The key itself is never in a backup.
  public let vaultKeyFingerprint: String
  /// Documents that the journal names but whose file the store had lost, or held with other bytes, by their stored hash.
  public let damagedDocuments: [String]

  /// How many there are of each thing.
  public struct Counts: Codable, Sendable, Equatable {
    /// Events of the journal.
    public let events: Int64
    /// Entities folded from them.
    public let entities: Int64
    /// Persons of whom the vault holds something.
    public let persons: Int64
    /// Complete documents, and their length on disk in bytes.
    public let documents: Int64
    public let documentBytes: Int64
  }

  /// The manifest's name in a backup's folder.
  public static let fileName = "backup.json"

  /// Reads the manifest of a backup.
  ///
  /// - Throws: `StoreError.backupUnusable` when there is none, or it is of another form.
  public static func read(in folder: URL) throws -> BackupManifest {
    let file = folder.appendingPathComponent(fileName)
    guard let bytes = try? Data(contentsOf: file), bytes.count <= 16 << 20 else {
      throw StoreError.backupUnusable("\(folder.path) holds no \(fileName): it is no backup, or one that was broken off")
    }
    guard let manifest = try? JSONDecoder().decode(BackupManifest.self, from: bytes) else {
      throw StoreError.backupUnusable("\(file.path) cannot be read")
    }
    guard manifest.format == currentFormat else {
      throw StoreError.backupUnusable(
        "\(file.path) is of format \(manifest.format), this program knows \(currentFormat); use the version that made it, \(manifest.program)")
    }
    return manifest
  }

  func write(in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try DurableFile.replace(folder.appendingPathComponent(Self.fileName), with: encoder.encode(self) + Data("\n".utf8))
    try DurableFile.syncFolder(folder)
  }
}
