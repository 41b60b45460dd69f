import DomainModel
import Yams

/// One reading of one file: collects every fault while the decoder walks on.
///
/// A fault never ends the walk. Whoever asked for the value gets a stand-in (a sample, an empty list, silence), and the
/// file is refused at the end, so a stand-in is never seen outside.
final class LoadSession {
  /// Whose word the values of the file are.
  enum Standing {
    /// A city's document: every value cites an article, and silence is written down.
    case document
    /// Our own defaults: every value gives its reason, and what is not named is not settled.
    case recommended
    /// Plain data of ours, such as the calendar: no value cites.
    case plain
  }

  let file: String
  let standing: Standing
  /// The ids that a gate may name; nil accepts all.
  let knownRules: Set<String>?
  /// Only when a type is read from nothing to learn its keys.
  let shapes: ShapeNotes?
  private let renamed: [String: String]
  private(set) var faults: [PackFault] = []
  private var mappings: [String: Visited] = [:]
  private var order: [String] = []
  /// Every citation met, with its place.
  private(set) var citations: [(citation: Citation, place: Spot)] = []
  /// What `recommended` values give in place of a citation, by path.
  private(set) var recommendations: [String: Recommendation] = [:]
  private var places: [String: Place] = [:]

  // Tags are made once: Yams makes each with a constructor of its own, and every node is compared with these.
  private let untagged = Tag(.implicit)
  /// Yams gives quoted text the tag of text, which is what every value is anyway.
  private let taggedAsText = Tag(.str)

  private struct Visited {
    let spot: Spot
    let keys: [(name: String, place: Place)]
    /// The values by their keys; of a repeated key the earlier.
    let values: [String: Node]
    var asked: Set<String>
  }

  init(_ source: YAMLSource, standing: Standing, knownRules: Set<String>?) {
    file = source.file
    renamed = source.renamed
    shapes = nil
    self.standing = standing
    self.knownRules = knownRules
  }

  /// A reading of nothing.
  init(noting shapes: ShapeNotes) {
    file = ""
    renamed = [:]
    self.shapes = shapes
    standing = .plain
    knownRules = nil
  }

  func fault(_ code: PackFault.Code, at spot: Spot, zh: String, en: String) {
    guard !spot.isAbsent else { return }
    faults.append(
      PackFault(code, file: file, line: spot.place.line, column: spot.place.column, path: spot.path, zh: zh, en: en))
  }

  /// A fault at a path that was walked before.
  func fault(_ code: PackFault.Code, path: String, zh: String, en: String) {
    let place = places[path] ?? .wholeFile
    faults.append(PackFault(code, file: file, line: place.line, column: place.column, path: path, zh: zh, en: en))
  }

  func note(_ citation: Citation, at spot: Spot) { citations.append((citation, spot)) }

  func note(_ recommendation: Recommendation, at path: String) { recommendations[path] = recommendation }

  /// Enters a value: remembers its place and refuses what the strict form does not know. Gives the spot to read on from:
  /// an anchored value is not walked into, since aliases could make a small file endless.
  func enter(_ spot: Spot) -> Spot {
    guard let node = spot.node else { return spot }
    guard places.updateValue(spot.place, forKey: spot.path) == nil else { return node.anchor == nil ? spot : spot.emptied }
    if node.anchor != nil {
      fault(.anchor, at: spot, zh: "不允许使用锚点和别名（& *），请写出全文。", en: "anchors and aliases (& *) are not allowed; write the value out")
    }
    if isTagged(node) {
      fault(.tag, at: spot, zh: "不允许使用类型标签（!），取值一律按文字理解。", en: "tags (!) are not allowed; every value is read as text")
    }
    return node.anchor == nil ? spot : spot.emptied
  }

  /// The values of a mapping by their keys, with repeated ones reported; nil when the value is no mapping.
  func open(_ spot: Spot) -> [String: Node]? {
    guard let node = spot.node else { return nil }
    guard case .mapping(let mapping) = node else {
      fault(.wrongShape, at: spot, zh: "此处应为键值表。", en: "a mapping of keys and values belongs here")
      return nil
    }
    if let visited = mappings[spot.path] { return visited.values }
    var keys: [(name: String, place: Place)] = []
    var values: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string, key.anchor == nil else {
        fault(.wrongShape, at: spot, zh: "键应为普通文字。", en: "a key is plain text")
        continue
      }
      keys.append((name, key.mark.map(Place.init) ?? spot.place))
      if values[name] == nil { values[name] = value }
    }
    for (name, place) in keys {
      guard let original = renamed[name] else { continue }
      let later = keys.first { $0.name == original }
      faults.append(
        YAMLSource.duplicate(original, first: place, at: later?.place ?? place, file: file, path: spot.path))
    }
    mappings[spot.path] = Visited(spot: spot, keys: keys, values: values, asked: [])
    order.append(spot.path)
    return values
  }

  func ask(_ key: String, of spot: Spot) { mappings[spot.path]?.asked.insert(key) }

  /// The file's faults: those met on the way and every key that nothing asked for.
  func finish() -> [PackFault] {
    for path in order {
      guard let visited = mappings[path] else { continue }
      for (name, place) in visited.keys where !visited.asked.contains(name) && renamed[name] == nil {
        let allowed = visited.asked.sorted()
        let nearest = NearestWord.to(name, among: allowed)
        faults.append(
          PackFault(
            .unknownKey, file: file, line: place.line, column: place.column, path: path,
            zh: "未知的键“\(name)”\(nearest.map { "，是否应为“\($0)”" } ?? "")。可用：\(allowed.joined(separator: "、"))。",
            en: "unknown key \(name)\(nearest.map { "; did you mean \($0)" } ?? ""); allowed: \(allowed.joined(separator: ", "))"))
      }
    }
    return faults
  }

  /// Whether the file gives the node a type of its own.
  private func isTagged(_ node: Node) -> Bool {
    switch node {
    case .scalar(let scalar): scalar.tag != untagged && scalar.tag != taggedAsText
    case .mapping(let mapping): mapping.tag != untagged
    case .sequence(let sequence): sequence.tag != untagged
    case .alias: false
    }
  }
}
