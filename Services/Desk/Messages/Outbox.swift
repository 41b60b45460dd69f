import DomainModel
import Foundation

/// What was to be sent, stored before the first attempt, so that nothing is sent twice under two ids whatever is cut
/// off in between.
///
/// A file of JSON lines beside `connection.json`, readable by its owner alone: bodies may hold names and phones. As
/// soon as a command is answered its body goes from the file; id, subject and outcome stay.
struct Outbox {
  struct Entry: Codable, Hashable, Sendable {
    let id: String
    let name: String
    let type: String
    let service: ServiceName
    let role: Role
    let subject: String
    let effectiveOn: BusinessDate
    let storedAt: Instant
    /// Nil once it is answered.
    var body: String?
    /// `ok`, `refused`, or the wire code of a rejection; nil while there is no answer.
    var answer: String?
  }

  let file: URL

  init(beside connection: URL) {
    file = connection.deletingLastPathComponent().appendingPathComponent("outbox.jsonl")
  }

  init(file: URL) {
    self.file = file
  }

  func entries() throws -> [Entry] {
    guard let data = FileManager.default.contents(atPath: file.path) else { return [] }
    let decoder = JSONDecoder()
    return try data.split(separator: 0x0A).map { line in
      guard let entry = try? decoder.decode(Entry.self, from: Data(line)) else {
        throw DeskFault.rejected(
          "outbox-unreadable", zh: "发件箱 \(file.path) 有读不懂的行；请先移开再发。",
          en: "The outbox \(file.path) has a line that cannot be read; move it away first.")
      }
      return entry
    }
  }

  func unanswered() throws -> [Entry] { try entries().filter { $0.answer == nil } }

  /// Stores an entry durably. The same id with the same content is there already; with another content it is refused.
  func store(_ entry: Entry) throws {
    try PrivateFile.locked(beside: file) {
      var all = try entries()
      if let known = all.first(where: { $0.id == entry.id }) {
        let isSame =
          known.type == entry.type && known.subject == entry.subject && known.effectiveOn == entry.effectiveOn
          && (known.body == nil || known.body == entry.body)
        guard isSame else {
          throw DeskFault.rejected(
            "id-reused", zh: "编号 \(entry.id) 已用于另一个命令，请换一个编号。",
            en: "The id \(entry.id) was used for another command; use a new one.")
        }
        guard known.answer != nil, known.body == nil else { return }
        all.removeAll { $0.id == entry.id }
      }
      try write(all + [entry])
    }
  }

  /// Notes the answer and forgets the body.
  func note(_ answer: String, for id: String) throws {
    try PrivateFile.locked(beside: file) {
      var all = try entries()
      guard let index = all.firstIndex(where: { $0.id == id }) else { return }
      all[index].answer = answer
      all[index].body = nil
      try write(all)
    }
  }

  private func write(_ entries: [Entry]) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var data = Data()
    for entry in entries {
      data.append(try encoder.encode(entry))
      data.append(0x0A)
    }
    try PrivateFile.replace(file, with: data)
  }
}
