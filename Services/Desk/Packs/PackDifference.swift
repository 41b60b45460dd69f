import Contracts

/// Everything in which two packs, or two editions of one, differ.
struct PackDifference {
  struct Line {
    let path: String
    let kind: PackOutline.Kind
    /// Nil where this one has no such entry at all; silence is a line without value.
    let one: PackOutline.Line?
    let other: PackOutline.Line?

    /// Whether both say the same and only rest on different articles.
    var isOfCitesOnly: Bool { one != nil && other != nil && one?.value == other?.value }
  }

  let names: (one: String, other: String)
  let lines: [Line]

  /// - Parameter withCites: whether a line counts whose articles alone differ. Between two cities those of every line do.
  init(_ one: PackOutline, _ other: PackOutline, names: (one: String, other: String), withCites: Bool) {
    self.names = names
    var lines: [Line] = []
    for line in one.lines {
      let second = other[line.path]
      let isSame = second.map { $0.value == line.value && (!withCites || $0.cites == line.cites) } ?? false
      if !isSame { lines.append(Line(path: line.path, kind: line.kind, one: line, other: second)) }
    }
    for line in other.lines where one[line.path] == nil {
      // Beside its neighbours: after the last line of the same list or topic.
      let topic = line.path.split(separator: ".").first.map { "\($0)." } ?? ""
      let new = Line(path: line.path, kind: line.kind, one: nil, other: line)
      if let place = lines.lastIndex(where: { $0.path.hasPrefix(topic) }) {
        lines.insert(new, at: place + 1)
      } else {
        lines.append(new)
      }
    }
    self.lines = lines
  }

  var json: JSONValue {
    [
      "a": .string(names.one), "b": .string(names.other),
      "differences": .array(
        lines.map { line -> JSONValue in
          [
            "path": .string(line.path), "kind": .string(line.kind.rawValue),
            "a": PackDifference.json(line.one), "b": PackDifference.json(line.other),
          ]
        }),
    ]
  }

  private static func json(_ line: PackOutline.Line?) -> JSONValue {
    guard let line else { return .null }
    return [
      "value": line.value.map { .string($0) } ?? .null, "silent": .bool(line.value == nil),
      "cites": .array(line.cites.map { .string($0) }),
    ]
  }
}
