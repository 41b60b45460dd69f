/// A question of a draft that its author has not answered yet.
public struct OpenQuestion: Hashable, Sendable {
  /// `rounds.plan.quorum`
  public let path: String
  /// The line of the file, from 1.
  public let line: Int
  /// What to look for in the document; nil for parts that the file's own comments explain.
  public let question: Bilingual?
  /// How an answer is written; nil for the same.
  public let allowed: String?

  /// The open questions of a draft's text, in the order in which answers build on each other; none in a finished pack.
  public static func all(in text: String) -> [OpenQuestion] {
    let forms = Dictionary(ParameterForm.all.map { ($0.path, $0.allowed) }, uniquingKeysWith: { first, _ in first })
    let order = Dictionary(
      ParameterForm.all.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    var open: [(indent: Int, key: String)] = []
    var found: [OpenQuestion] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let bare = line.drop { $0 == " " }
      guard !bare.isEmpty, !bare.hasPrefix("#"), !bare.hasPrefix("-"), let colon = bare.firstIndex(of: ":") else { continue }
      let indent = line.count - bare.count
      open.removeAll { $0.indent >= indent }
      open.append((indent, String(bare[..<colon])))
      guard OpenQuestion.isMarked(bare) else { continue }
      let path = open.map(\.key).joined(separator: ".")
      found.append(
        OpenQuestion(
          path: path, line: index + 1, question: PackQuestions.question(of: path), allowed: forms[path]))
    }
    // The header first, then the parameters in their order whatever the author moved, then what rests on them.
    return found.enumerated().sorted { one, other in
      (OpenQuestion.rank(one.element.path, order), one.offset) < (OpenQuestion.rank(other.element.path, order), other.offset)
    }.map(\.element)
  }

  private static func isMarked(_ line: Substring) -> Bool {
    var line = line
    while line.last == " " || line.last == "\r" { line.removeLast() }
    return line.hasSuffix(PackScaffold.mark)
  }

  private static func rank(_ path: String, _ order: [String: Int]) -> Int {
    if let place = order[path] { return place }
    return path.hasPrefix("pack.") || path.hasPrefix("instruments.") ? -1 : order.count
  }
}
