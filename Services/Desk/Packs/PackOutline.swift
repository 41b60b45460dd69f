import DomainModel
import Foundation
import Yams

/// A pack's file taken apart into lines that can be laid beside those of another: a parameter, a rule of a gate, an item,
/// a stage, a text. Entries of lists are known by what they are about, never by their place in the list.
struct PackOutline {
  /// What a line is a part of.
  enum Kind: String, CaseIterable {
    case header, parameter, paper, item, stage, gate, sender, duty, text
  }

  struct Line {
    /// `rounds.plan.quorum`, `gates.intake.submit-application.voting.willingness-carried`
    let path: String
    let kind: Kind
    /// Nil where the document is silent.
    let value: String?
    /// The articles; `recommended notices.plan.summaryVisible` for a rule of ours.
    let cites: [String]
    /// The line of the file, from 1.
    let place: Int
  }

  let lines: [Line]
  private let byPath: [String: Line]

  init(file: URL) throws {
    guard let text = try? String(contentsOf: file, encoding: .utf8), let root = try Yams.compose(yaml: text)?.mapping
    else {
      throw DeskFault.rejected("file-unreadable", zh: "读不懂 \(file.path)。", en: "\(file.path) cannot be read.")
    }
    var lines: [Line] = []
    for (key, node) in root {
      let section = key.string ?? ""
      PackOutline.walk(node, section, PackOutline.kind(of: section), &lines)
    }
    self.lines = lines
    byPath = Dictionary(lines.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(path: String) -> Line? { byPath[path] }

  private static func kind(of section: String) -> Kind {
    switch section {
    case "pack", "instruments": .header
    case "forms", "packages": .paper
    case "catalogue": .item
    case "stages": .stage
    case "gates": .gate
    case "senders": .sender
    case "duties": .duty
    case "texts": .text
    default: .parameter
    }
  }

  private static func walk(_ node: Node, _ path: String, _ kind: Kind, _ lines: inout [Line]) {
    let place = node.mark?.line ?? 0
    switch node {
    case .scalar(let scalar):
      lines.append(
        Line(path: path, kind: kind, value: scalar.string == "silent" ? nil : scalar.string, cites: [], place: place))
    case .sequence(let elements) where elements.contains { $0.mapping != nil }:
      var seen: [String: Int] = [:]
      for element in elements {
        let name = identity(of: element) ?? text(element)
        seen[name, default: 0] += 1
        let again = seen[name, default: 1]
        let inner = "\(path).\(name)\(again > 1 ? "#\(again)" : "")"
        if let gate = element.mapping?["gate"] { walk(gate, inner, kind, &lines) } else { leaf(element, inner, kind, &lines) }
      }
    case .mapping(let mapping) where mapping["cites"] == nil && mapping["recommended"] == nil:
      for (key, value) in mapping { walk(value, "\(path).\(key.string ?? "")", kind, &lines) }
    // The catalogue as a whole cites the articles that hold the list.
    case .mapping(let mapping) where mapping["items"] != nil && mapping["aspects"] != nil:
      for (key, value) in mapping { walk(value, "\(path).\(key.string ?? "")", kind, &lines) }
    default: leaf(node, path, kind, &lines)
    }
  }

  private static func leaf(_ node: Node, _ path: String, _ kind: Kind, _ lines: inout [Line]) {
    // The catalogue's own line stands for all of its items.
    let cited = path == "catalogue.cites" ? node : node.mapping?["cites"]
    let cites = cited?.sequence?.compactMap(\.string) ?? []
    let own = node.mapping?["recommended"]?.string.map { ["recommended \($0)"] } ?? []
    lines.append(
      Line(path: path, kind: kind, value: text(node), cites: cites + own, place: node.mark?.line ?? 0))
  }

  /// What an entry of a list is about: the key by which two cities mean the same thing.
  private static func identity(of node: Node) -> String? {
    guard let mapping = node.mapping else { return nil }
    let name = ["step", "rule", "key", "code", "fact", "message", "role", "tier", "field", "before", "maxInclusive", "replaces"]
      .lazy.compactMap { mapping[Node($0)]?.string }.first
    guard let name else { return nil }
    return mapping["case"]?.string.map { "\(name)(\($0))" } ?? name
  }

  /// The value without what it rests on.
  private static func text(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): return scalar.string
    case .sequence(let elements): return elements.map(text).joined(separator: " · ")
    case .mapping(let mapping):
      let own = mapping.filter { !["cites", "recommended"].contains($0.key.string ?? "") }
      if own.count == 1, own[0].key.string == "value" { return text(own[0].value) }
      return own.map { "\($0.key.string ?? "")=\(text($0.value))" }.joined(separator: " ")
    case .alias: return ""
    }
  }
}
