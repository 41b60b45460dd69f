import Foundation

/// Remembers whether the service ended cleanly, and after an unclean end which command was being decided: one that ended
/// the process twice is not tried a third time.
final class CrashGuard {
  private struct Notes: Codable {
    var deciding: String?
    var endings: [String: Int] = [:]
  }

  private let running: URL
  private let notesFile: URL
  private var notes = Notes()
  private var survivors = 0
  private(set) var isCautious: Bool

  /// How many commands are decided alone before the service trusts itself again.
  private static let trial = 200

  init(folder: URL) throws {
    running = folder.appendingPathComponent("running")
    notesFile = folder.appendingPathComponent("deciding.json")
    isCautious = FileManager.default.fileExists(atPath: running.path)
    if let data = try? Data(contentsOf: notesFile), let known = try? JSONDecoder().decode(Notes.self, from: data) {
      notes = known
    }
    if isCautious, let name = notes.deciding { notes.endings[name, default: 0] += 1 }
    notes.deciding = nil
    if isCautious { write() }
    try Data().write(to: running)
  }

  /// Whether deciding it ended the process twice. It is so for good: a sender asks again and again with the same id.
  func isPoison(_ name: String) -> Bool { notes.endings[name, default: 0] >= 2 }

  func note(_ name: String) {
    notes.deciding = name
    write()
  }

  func survived(_ name: String) {
    // Written at once: an end that comes later, for another reason, is not this command's.
    notes.deciding = nil
    write()
    quietTurns = 0
    survivors += 1
    if survivors >= CrashGuard.trial { isCautious = false }
  }

  /// Without a command for a while, caution ends too.
  private var quietTurns = 0
  func settle() {
    guard isCautious else { return }
    quietTurns += 1
    if quietTurns > 30 { isCautious = false }
  }

  /// The service ends cleanly.
  func ended() {
    try? FileManager.default.removeItem(at: running)
  }

  /// A note that a full disk does not take is done without: the command itself will be answered with STORE_FULL.
  private func write() {
    try? JSONEncoder().encode(notes).write(to: notesFile, options: .atomic)
  }
}
