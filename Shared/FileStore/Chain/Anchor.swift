import Foundation

/// What this folder's journal is known to have reached: a small file beside it that shows a lost tail, which the chain
/// alone cannot. It is written after commits, so it is never ahead of a sound journal.
public struct Anchor: Sendable, Equatable, Codable {
  /// The epoch at that time.
  public let epoch: String
  /// The head's number at that time.
  public let sequence: Int64
  /// The head's hash, in hexadecimal.
  public let hash: String

  /// The file's name in the store's folder.
  static let fileName = "anchor.json"

  init(epoch: String, head: JournalHead) {
    self.epoch = epoch
    sequence = head.sequence
    hash = head.hash.hexadecimal
  }

  /// The anchor of a folder; nil if it has none.
  public static func read(in folder: URL) throws -> Anchor? {
    let file = folder.appendingPathComponent(fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    guard let bytes = try? Data(contentsOf: file), let anchor = try? JSONDecoder().decode(Anchor.self, from: bytes)
    else { throw StoreError.diverged("the anchor \(file.path) cannot be read; verify the journal, then remove it") }
    return anchor
  }

  /// Puts this anchor in the place of the one before, whole or not at all.
  func write(in folder: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try DurableFile.replace(folder.appendingPathComponent(Self.fileName), with: encoder.encode(self))
  }

  /// Throws if the journal is behind the anchor, or has another past.
  func check(against journal: some JournalSnapshot) throws {
    let head = try journal.head
    guard head.sequence >= sequence else {
      throw StoreError.diverged("it ends at event \(head.sequence), but had reached \(sequence)")
    }
    guard try journal.hash(at: sequence)?.hexadecimal == hash else {
      throw StoreError.diverged("event \(sequence) or one before it is not the one recorded")
    }
  }
}
