import Crypto
import DomainModel
import Foundation

/// Gives persons their opaque ids. The same person gets the same id in every file, and nobody without the key can find
/// out whose it is.
///
/// The key stands in `person.key` beside `connection.json`, 0600, made at first use; keep a copy, for with another key
/// the same people get other ids. `persons.json` beside it remembers, as keyed hashes only, under which id a name, phone
/// and room were first seen, so that a ballot that names room and owner finds the owner of the roll.
final class PersonBook {
  /// What a file says of a person.
  struct Identity {
    var name: String?
    var phone: String?
    var idNumber: String?
    var unit: UnitID?
  }

  private let key: SymmetricKey
  private let file: URL?
  /// Keyed hash → id; an empty id where two persons answer to the same.
  private var known: [String: String]
  private var isChanged = false

  /// - Parameter isDryRun: no file is made or written.
  init(beside connection: URL, isDryRun: Bool = false) throws {
    let folder = connection.deletingLastPathComponent()
    let keyFile = folder.appendingPathComponent("person.key")
    let aliases = folder.appendingPathComponent("persons.json")
    if let text = try? String(contentsOf: keyFile, encoding: .utf8) {
      guard let bytes = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)), bytes.count == 32
      else {
        throw DeskFault.rejected(
          "person-key", zh: "\(keyFile.path) 不是人员密钥。", en: "\(keyFile.path) is not a key for persons.")
      }
      key = SymmetricKey(data: bytes)
    } else {
      key = SymmetricKey(size: .bits256)
      let bytes = key.withUnsafeBytes { Data($0) }
      if !isDryRun { try PrivateFile.create(keyFile, with: Data((bytes.base64EncodedString() + "\n").utf8)) }
    }
    file = isDryRun ? nil : aliases
    known =
      FileManager.default.contents(atPath: aliases.path)
      .flatMap { try? JSONDecoder().decode([String: String].self, from: $0) } ?? [:]
  }

  /// The id of a person, known or new; nil when what the file says does not tell one person from another.
  func id(of identity: Identity) -> PersonID? {
    let aliases = aliases(of: identity)
    if let found = aliases.lazy.compactMap({ self.known[$0.hash] }).first(where: { !$0.isEmpty }) {
      return try? PersonID(found)
    }
    guard let strongest = aliases.first(where: \.isStrong) else { return nil }
    return try? PersonID("p-" + strongest.hash.prefix(16))
  }

  /// Remembers that what the file says is this person.
  func remember(_ identity: Identity, as person: PersonID) {
    for alias in aliases(of: identity) where known[alias.hash] != person.rawValue {
      // Two owners of one room with one name: the room and the name are no longer enough.
      known[alias.hash] = known[alias.hash] == nil ? person.rawValue : ""
      isChanged = true
    }
  }

  /// Forgets all that leads to a person: they were erased. A file that names them again gives them their id again.
  func forget(_ person: PersonID) {
    let before = known.count
    known = known.filter { $0.value != person.rawValue }
    if known.count != before { isChanged = true }
  }

  func save() throws {
    guard isChanged, let file else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try PrivateFile.replace(file, with: encoder.encode(known))
    isChanged = false
  }

  /// From the surest to the least sure. Room and name tell a person only among those already known.
  private func aliases(of identity: Identity) -> [(hash: String, isStrong: Bool)] {
    var aliases: [(hash: String, isStrong: Bool)] = []
    let name = identity.name.map { $0.filter { !$0.isWhitespace } } ?? ""
    if let number = identity.idNumber { aliases.append((hash(["id", number.uppercased()]), true)) }
    if let phone = identity.phone, !name.isEmpty {
      aliases.append((hash(["phone", name, String(phone.filter(\.isNumber))]), true))
    }
    if let unit = identity.unit, !name.isEmpty { aliases.append((hash(["unit", name, unit.rawValue]), false)) }
    return aliases
  }

  private func hash(_ parts: [String]) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(parts.joined(separator: "\u{0}").utf8), using: key)
    return code.map { $0 < 16 ? "0" + String($0, radix: 16) : String($0, radix: 16) }.joined()
  }
}
