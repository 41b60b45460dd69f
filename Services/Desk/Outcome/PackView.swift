import Contracts
import DomainModel
import Foundation
import Policy
import Yams

/// A pack as its file has it, line by line: what it says of a parameter with the articles, or that it says nothing, and
/// what our own defaults say then. It shows the file's words; services read it through the strict loader.
struct PackView {
  /// One parameter or one entry of a list.
  struct Line {
    /// `rounds.plan.quorum`
    let path: String
    /// Nil where the document is silent.
    let value: String?
    /// The articles.
    let cites: [String]
    /// Our default for a silent one, with its reason.
    let ours: String?
    let reason: (zh: String, en: String)?
  }

  /// `yueqing/2024-1.yaml`
  let file: String
  private let root: Node.Mapping
  private let ours: Node.Mapping

  /// - Parameters:
  ///   - source: the pack, sound in any case.
  ///   - defaults: the folder of our own defaults.
  init(source: PackSource, defaults: URL) throws {
    file = "\(source.name).yaml"
    root = try PackView.read(source.url)
    ours = try PackView.read(defaults.appendingPathComponent("recommended.yaml"))
  }

  var topics: [String] { root.keys.compactMap(\.string) }

  func title(_ language: Language) -> String {
    let name = root["pack"]?.mapping?["name"]?.mapping?[language == .zh ? "zh" : "en"]?.string ?? ""
    return "\(file.dropLast(5)) \(name)" + mark(language)
  }

  /// What standing the document has where it is not simply in force: a draft is shown as one wherever it speaks.
  private func mark(_ language: Language) -> String {
    let status = root["pack"]?.mapping?["status"]?.string.flatMap(PackHeader.Status.init(rawValue:))
    return status?.mark.map { language == .zh ? "【\($0.zh)】" : " [\($0.en)]" } ?? ""
  }

  func lines(of topic: String) throws -> [Line] {
    let keys = topic.split(separator: ".").map(String.init)
    var node = Node.mapping(root)
    var standard: Node? = .mapping(ours)
    for key in keys {
      guard let inner = node.mapping?[Node(key)] else {
        let nearest = NearestWord.to(key, among: node.mapping?.keys.compactMap(\.string) ?? [])
        let list = topics.joined(separator: " ")
        throw DeskFault.usage(
          "unknown-topic",
          zh: "没有主题“\(topic)”\(nearest.map { "，是否指 \($0)" } ?? "")；可看：\(list)。",
          en:
            "There is no topic \(topic)\(nearest.map { "; did you mean \($0)?" } ?? ".") Topics: \(list)."
        )
      }
      node = inner
      standard = standard?.mapping?[Node(key)]
    }
    var lines: [Line] = []
    walk(node, standard, topic, &lines)
    return lines
  }

  func json(of topic: String, _ lines: [Line]) -> JSONValue {
    [
      "pack": .string(file), "topic": .string(topic),
      "parameters": .array(
        lines.map { line -> JSONValue in
          [
            "path": .string(line.path), "value": line.value.map { .string($0) } ?? .null,
            "silent": .bool(line.value == nil), "cites": .array(line.cites.map { .string($0) }),
            "ours": line.ours.map { .string($0) } ?? .null,
            "reason": line.reason.map { ["zh": .string($0.zh), "en": .string($0.en)] } ?? .null,
          ]
        }),
    ]
  }

  private func walk(_ node: Node, _ standard: Node?, _ path: String, _ lines: inout [Line]) {
    switch node {
    case .scalar(let scalar) where scalar.string == "silent":
      let reason = standard?.mapping?["reason"]?.mapping
      let known = reason.map { (zh: $0["zh"]?.string ?? "", en: $0["en"]?.string ?? "") }
      let value = standard.flatMap { $0.scalar?.string == "silent" ? nil : PackView.text($0) }
      lines.append(Line(path: path, value: nil, cites: [], ours: value, reason: known))
    case .scalar(let scalar): lines.append(Line(path: path, value: scalar.string, cites: [], ours: nil, reason: nil))
    case .sequence(let elements):
      for (index, element) in elements.enumerated() {
        if element.mapping?["gate"] != nil {
          walk(element, nil, "\(path)[\(index)]", &lines)
        } else {
          lines.append(leaf(element, "\(path)[\(index)]"))
        }
      }
    case .mapping(let mapping):
      if mapping["cites"] != nil || mapping["recommended"] != nil {
        lines.append(leaf(node, path))
      } else {
        for (key, value) in mapping {
          let name = key.string ?? ""
          walk(value, standard?.mapping?[Node(name)], "\(path).\(name)", &lines)
        }
      }
    case .alias: break
    }
  }

  private func leaf(_ node: Node, _ path: String) -> Line {
    let cites = node.mapping?["cites"]?.sequence?.compactMap(\.string) ?? []
    let own = node.mapping?["recommended"]?.string.map { ["recommended \($0)"] } ?? []
    return Line(path: path, value: PackView.text(node), cites: cites + own, ours: nil, reason: nil)
  }

  /// The value without what it rests on.
  private static func text(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): return scalar.string
    case .sequence(let elements): return elements.map(text).joined(separator: " · ")
    case .mapping(let mapping):
      let own = mapping.filter { !["cites", "reason", "amb", "recommended"].contains($0.key.string ?? "") }
      if own.count == 1, own[0].key.string == "value" { return text(own[0].value) }
      return own.map { "\($0.key.string ?? "")=\(text($0.value))" }.joined(separator: " ")
    case .alias: return ""
    }
  }

  private static func read(_ url: URL) throws -> Node.Mapping {
    guard let text = try? String(contentsOf: url, encoding: .utf8), let root = try Yams.compose(yaml: text)?.mapping
    else {
      throw DeskFault.rejected(
        "file-unreadable", zh: "读不懂 \(url.path)。", en: "\(url.path) cannot be read.")
    }
    return root
  }
}
