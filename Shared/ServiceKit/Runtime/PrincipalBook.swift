import DomainModel
import Foundation
import Messaging
import Yams

/// Who stands behind each key: the file that the operator keeps, as last read.
public struct PrincipalBook: Sendable {
  /// What one key stands for.
  public struct Entry: Sendable {
    public let principal: Principal
    /// The `source` that its messages carry.
    public let source: String
    /// The first day on which the key is refused; nil while it has no end.
    public let expires: BusinessDate?

    /// Whether its time is over.
    public func isExpired(on today: BusinessDate) -> Bool { expires.map { $0 <= today } ?? false }
  }

  public private(set) var entries: [String: Entry] = [:]
  public private(set) var revoked: Set<String> = []

  public init() {}

  /// Reads the file, strictly: an unknown role, key or field refuses the whole file, so that a slip lets nobody in.
  ///
  /// - Throws: `SettingsFault` with file and line.
  public init(file: URL) throws {
    let text: String
    do { text = try String(contentsOf: file, encoding: .utf8) } catch {
      throw SettingsFault(place: file.path, sentence: "the file of principals cannot be read")
    }
    guard text.utf8.count <= 4 << 20 else {
      throw SettingsFault(place: file.path, sentence: "the file of principals is larger than 4 MiB")
    }
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch {
      throw SettingsFault(place: file.path, sentence: "not readable as YAML")
    }
    guard let list = root?.mapping?["principals"]?.sequence else {
      throw SettingsFault(place: file.path, sentence: "expected a list under 'principals'")
    }
    for node in list { try add(node, file) }
  }

  private static let fields: Set<String> = [
    "key", "organisation", "source", "roles", "divisions", "communities", "clerk", "revoked", "expires",
  ]

  private mutating func add(_ node: Node, _ file: URL) throws {
    let place = "\(file.path):\(node.mark?.line ?? 0)"
    guard let mapping = node.mapping else { throw SettingsFault(place: place, sentence: "expected key, organisation, roles") }
    for (name, _) in mapping where !PrincipalBook.fields.contains(name.scalar?.string ?? "") {
      throw SettingsFault(
        place: place, sentence: "unknown field '\(name.scalar?.string ?? "")'; known: \(PrincipalBook.fields.sorted().joined(separator: ", "))")
    }
    func text(_ name: String) -> String? { mapping[name].flatMap { $0.scalar?.string } }
    // A word where a list belongs must not be read as an empty list: without divisions a key may act in all of them.
    func list(_ name: String) throws -> [String] {
      guard let node = mapping[name] else { return [] }
      let words = node.sequence.map { $0.compactMap { $0.scalar?.string } }
      guard let words, words.count == node.sequence?.count else {
        throw SettingsFault(place: place, sentence: "expected a list of words under '\(name)', such as [a, b]")
      }
      return words
    }
    func day(_ name: String) throws -> BusinessDate? {
      guard mapping[name] != nil else { return nil }
      guard let word = text(name), let day = try? BusinessDate(word) else {
        throw SettingsFault(place: place, sentence: "'\(name)' is a day such as 2027-03-01")
      }
      return day
    }
    guard let key = text("key"), key.utf8.count == 40 else {
      throw SettingsFault(place: place, sentence: "a key has 40 characters")
    }
    guard entries[key] == nil, !revoked.contains(key) else {
      throw SettingsFault(place: place, sentence: "the key stands here twice")
    }
    switch text("revoked") {
    case "yes", "true":
      revoked.insert(key)
      return
    case "no", "false": break
    case nil where mapping["revoked"] == nil: break
    default: throw SettingsFault(place: place, sentence: "'revoked' is yes or no")
    }
    do {
      let organisation = try OrganisationID(text("organisation") ?? "")
      let roles = try list("roles").map { word -> Role in
        guard let role = Role(rawValue: word) else { throw ValueFault(expected: "a known role, not '\(word.prefix(40))'") }
        return role
      }
      entries[key] = Entry(
        principal: Principal(
          organisation: organisation, roles: Set(roles), divisions: Set(try list("divisions").map { try DivisionCode($0) }),
          communities: Set(try list("communities").map { try CommunityID($0) }),
          clerk: try text("clerk").map { try ClerkID($0) }),
        source: text("source") ?? "urn:jiugai:\(organisation)", expires: try day("expires"))
    } catch let fault as ValueFault {
      throw SettingsFault(place: place, sentence: fault.description)
    }
  }
}
