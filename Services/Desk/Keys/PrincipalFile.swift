import DomainModel
import Foundation
import Yams

/// `principals.yaml` as text that an operator keeps: read, and changed line by line, so that remarks and order stay.
struct PrincipalFile {
  /// What stands in the file about one key.
  struct Entry: Sendable {
    let key: String
    let organisation: String
    let source: String
    let roles: [Role]
    let divisions: [DivisionCode]
    let communities: [CommunityID]
    let clerk: String?
    let isRevoked: Bool
    /// The first day on which the key is refused.
    let expires: BusinessDate?
    /// The line of its `key`, counted from 0, and how far that is indented; nil where the entry is written on one line.
    fileprivate let place: (line: Int, indent: Int)?
    /// The line of its `expires`, if it has one.
    fileprivate let expiresLine: Int?

    func isInForce(on today: BusinessDate) -> Bool { !isRevoked && expires.map { today < $0 } ?? true }
  }

  let url: URL
  private(set) var entries: [Entry]
  private var lines: [String]

  init(_ url: URL) throws {
    guard let text = try? String(contentsOf: url, encoding: .utf8), text.utf8.count <= 4 << 20 else {
      throw PrincipalFile.unusable(url, zh: "读不到", en: "it cannot be read")
    }
    self.url = url
    lines = text.components(separatedBy: "\n")
    entries = try PrincipalFile.entries(text, url)
  }

  func entry(of key: String) -> Entry? { entries.first { $0.key == key } }

  // MARK: Changing

  /// From this day on the key is refused.
  mutating func expire(_ key: String, on day: BusinessDate) throws {
    let entry = try editable(key)
    if let line = entry.expiresLine {
      let indent = lines[line].prefix { $0 == " " }
      lines[line] = "\(indent)expires: \(day)"
    } else {
      insert("expires: \(day)", below: entry)
    }
    try readAgain()
  }

  /// The key is refused at once and for good. Its entry stays, so that nobody enters it a second time.
  mutating func revoke(_ key: String) throws {
    let entry = try editable(key)
    guard !entry.isRevoked else { return }
    insert("revoked: yes", below: entry)
    try readAgain()
  }

  mutating func append(_ entry: PrincipalEntry) throws {
    while lines.last?.trimmingCharacters(in: .whitespaces).isEmpty == true { lines.removeLast() }
    lines += (entry.text).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try readAgain()
  }

  /// Puts the file in place whole, with the mode it had: a service may read it at any moment.
  func write() throws {
    let mode = (try? FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? NSNumber)?.uint16Value
    let draft = url.appendingPathExtension("new")
    try? FileManager.default.removeItem(at: draft)
    guard FileManager.default.createFile(
      atPath: draft.path, contents: Data(lines.joined(separator: "\n").utf8),
      attributes: [.posixPermissions: NSNumber(value: mode ?? 0o644)]), rename(draft.path, url.path) == 0
    else { throw PrincipalFile.unusable(url, zh: "写不进去", en: "it cannot be written") }
  }

  private mutating func insert(_ text: String, below entry: Entry) {
    guard let place = entry.place else { return }
    lines.insert(String(repeating: " ", count: place.indent) + text, at: place.line + 1)
  }

  private mutating func readAgain() throws { entries = try PrincipalFile.entries(lines.joined(separator: "\n"), url) }

  private func editable(_ key: String) throws -> Entry {
    guard let entry = entry(of: key) else {
      throw PrincipalFile.unusable(url, zh: "没有公钥 \(key)", en: "it has no key \(key)")
    }
    guard entry.place != nil else {
      throw PrincipalFile.unusable(
        url, zh: "公钥 \(key) 的条目写在一行里，请用编辑器改", en: "the entry of \(key) is written on one line; change it with an editor")
    }
    return entry
  }

  // MARK: Reading

  private static func entries(_ text: String, _ url: URL) throws -> [Entry] {
    guard let root = try? Yams.compose(yaml: text), let list = root.mapping?["principals"]?.sequence else {
      throw unusable(url, zh: "不是 YAML，或缺少 principals 列表", en: "it is not YAML with a list under 'principals'")
    }
    var seen: Set<String> = []
    return try list.map { node in
      let line = node.mark?.line ?? 0
      guard let mapping = node.mapping, let key = mapping["key"]?.scalar?.string, key.utf8.count == 40 else {
        throw unusable(url, zh: "第 \(line) 行缺少 40 位的 key", en: "line \(line): a key of 40 characters is missing")
      }
      guard seen.insert(key).inserted else {
        throw unusable(url, zh: "第 \(line) 行的公钥已出现过", en: "line \(line): the key stands here twice")
      }
      return try entry(mapping, key: key, line, url)
    }
  }

  private static func entry(_ mapping: Node.Mapping, key: String, _ line: Int, _ url: URL) throws -> Entry {
    func text(_ name: String) -> String? { mapping[name]?.scalar?.string }
    func words(_ name: String) -> [String] { mapping[name]?.sequence?.compactMap { $0.scalar?.string } ?? [] }
    func mark(_ name: String) -> Mark? { mapping.first { $0.key.scalar?.string == name }?.key.mark }
    let organisation = text("organisation") ?? ""
    do {
      return Entry(
        key: key, organisation: organisation, source: text("source") ?? "urn:jiugai:\(organisation)",
        roles: words("roles").compactMap(Role.init(rawValue:)), divisions: try words("divisions").map { try DivisionCode($0) },
        communities: try words("communities").map { try CommunityID($0) }, clerk: text("clerk"),
        isRevoked: ["yes", "true"].contains(text("revoked") ?? ""),
        expires: try text("expires").map { try BusinessDate($0) },
        place: mapping.style == .flow ? nil : mark("key").map { ($0.line - 1, $0.column - 1) },
        expiresLine: mark("expires").map { $0.line - 1 })
    } catch let fault as ValueFault {
      throw unusable(url, zh: "第 \(line) 行的条目有误：\(fault)", en: "line \(line): \(fault)")
    }
  }

  private static func unusable(_ url: URL, zh: String, en: String) -> DeskFault {
    .rejected("principals-unusable", zh: "\(url.path)：\(zh)。", en: "\(url.path): \(en).")
  }
}
