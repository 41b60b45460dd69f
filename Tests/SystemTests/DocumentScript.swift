import Foundation
import Scenario

/// The commands of a document, as a program that runs them one after another, as a reader would, in one shell.
///
/// Blocks marked `sh` and `python` are run. Comments of the document, invisible where it is read, steer that:
///
/// - `<!-- not run: reason -->` before a block leaves it out; the reason is for whoever reads the source.
/// - `<!-- blocks not run: reason -->` leaves out all that follow, up to `<!-- blocks run -->`.
/// - `<!-- exits with 1 -->` before a block: its last command ends so.
/// - `<!-- output -->` before a `text` block: each of its lines stands in what the block before it printed; `…` is anything.
/// - `<!-- before: command -->` is run without being shown.
/// - `<!-- continues -->` before a `python` block: the one before it is run once more in front of it.
struct DocumentScript {
  struct Step: Equatable {
    enum Kind: Equatable { case shell, python }
    var kind: Kind
    var text: String
    /// Where it begins, counted from 1.
    let line: Int
    var status: Int32 = 0
    var output: [String] = []
  }

  private(set) var steps: [Step] = []
  /// Blocks that are not run, by line, with the reason.
  private(set) var leftOut: [(line: Int, reason: String)] = []
  /// What is wrong with the marks themselves.
  private(set) var faults: [String] = []

  init(_ markdown: String) {
    var marks: [String] = []
    var reason: String?
    var fence: (language: String, line: Int, text: [String])?
    for (index, line) in markdown.components(separatedBy: "\n").enumerated() {
      if let open = fence {
        if line == "```" {
          close(open, reason.map { marks + ["not run: \($0)"] } ?? marks)
          (fence, marks) = (nil, [])
        } else {
          fence?.text.append(line)
        }
      } else if line.hasPrefix("```") {
        fence = (String(line.dropFirst(3)), index + 1, [])
      } else if line.hasPrefix("<!--"), line.hasSuffix("-->") {
        let mark = line.dropFirst(4).dropLast(3).trimmingCharacters(in: .whitespaces)
        if let all = DocumentScript.value(of: "blocks not run:", in: mark) {
          reason = all
        } else if mark == "blocks run" {
          reason = nil
        } else if let command = DocumentScript.value(of: "before:", in: mark) {
          steps.append(Step(kind: .shell, text: command, line: index + 1))
        } else {
          marks.append(mark)
        }
      } else if !line.trimmingCharacters(in: .whitespaces).isEmpty {
        marks = []
      }
    }
    if let fence { faults.append("the block of line \(fence.line) has no end") }
  }

  private mutating func close(_ block: (language: String, line: Int, text: [String]), _ marks: [String]) {
    var step = Step(
      kind: block.language == "python" ? .python : .shell, text: block.text.joined(separator: "\n") + "\n", line: block.line)
    var continues = false
    for mark in marks {
      if let reason = DocumentScript.value(of: "not run:", in: mark) {
        if reason.count < 5 { faults.append("the block of line \(block.line) is not run, without a reason") }
        leftOut.append((block.line, reason))
        return
      }
      if mark == "output" {
        guard block.language == "text", !steps.isEmpty else {
          faults.append("the output of line \(block.line) belongs to no block")
          return
        }
        steps[steps.count - 1].output = block.text
        return
      }
      if let status = DocumentScript.value(of: "exits with", in: mark).flatMap(Int32.init) {
        step.status = status
      } else if mark == "continues", block.language == "python", steps.contains(where: { $0.kind == .python }) {
        continues = true
      } else {
        faults.append("line \(block.line): no such mark: \(mark)")
      }
    }
    guard ["sh", "python"].contains(block.language) else { return }
    if continues, let begun = steps.last(where: { $0.kind == .python }) { step.text = begun.text + step.text }
    steps.append(step)
  }

  private static func value(of name: String, in mark: String) -> String? {
    mark.hasPrefix(name) ? mark.dropFirst(name.count).trimmingCharacters(in: .whitespaces) : nil
  }

  // MARK: Running

  /// What went wrong; empty when every block did as the document says.
  ///
  /// - Parameter place: where it is run.
  func run(in place: DocumentPlace) async throws -> [String] {
    let folder = place.folder
    let work = folder.appendingPathComponent(".document")
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    // What a block ends with is told also where `set -e` ends the shell at its first failing command.
    var driver = """
      cd '\(folder.path)'
      unset JIUGAI_CONNECTION
      trap 'code=$?; [ -e '\(work.path)/status' ] || echo $code >'\(work.path)/status'' EXIT

      """
    for (number, step) in steps.enumerated() {
      let file = work.appendingPathComponent("\(number).\(step.kind == .python ? "py" : "sh")")
      try step.text.write(to: file, atomically: true, encoding: .utf8)
      let call = step.kind == .python ? "python '\(file.path)'" : ". '\(file.path)'"
      // A block stops at its first failing command, except where the failing of its last one is what it shows.
      driver += """
        set \(step.status == 0 ? "-e" : "+e"); echo \(number) >'\(work.path)/at'
        \(call) >'\(work.path)/\(number).out' 2>&1; status=$?
        set +e; [ $status -eq \(step.status) ] || { echo $status >'\(work.path)/status'; exit 1; }

        """
    }
    driver += "echo end >'\(work.path)/at'\n"
    let file = work.appendingPathComponent("driver")
    try driver.write(to: file, atomically: true, encoding: .utf8)
    // Services that a document leaves running keep what they inherit: their output must not be waited for.
    _ = try await Installation.run(
      URL(fileURLWithPath: "/bin/bash"), ["-c", "exec timeout 300 /bin/bash \"$0\" >/dev/null 2>&1", file.path],
      environment: try place.environment())
    return judged(work)
  }

  private func judged(_ work: URL) -> [String] {
    func read(_ name: String) -> String { (try? String(contentsOf: work.appendingPathComponent(name), encoding: .utf8)) ?? "" }
    let at = read("at").trimmingCharacters(in: .whitespacesAndNewlines)
    let reached = at == "end" ? steps.count : (Int(at) ?? 0)
    var wrong: [String] = []
    for (number, step) in steps.enumerated() where number < reached {
      let printed = read("\(number).out")
      for line in step.output where !DocumentScript.holds(printed, line) {
        wrong.append("line \(step.line): does not print “\(line)”:\n\(printed.suffix(1500))")
      }
    }
    if reached < steps.count {
      let step = steps[reached]
      let status = read("status").trimmingCharacters(in: .whitespacesAndNewlines)
      wrong.append(
        "line \(step.line) ended with \(status.isEmpty ? "a timeout" : status), not \(step.status):\n"
          + step.text + read("\(reached).out").suffix(2000))
    }
    return wrong
  }

  /// Whether a line of the text is this one, where `…` stands for anything.
  static func holds(_ text: String, _ line: String) -> Bool {
    let parts = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "…")
    if parts.allSatisfy({ $0.isEmpty }) { return true }
    return text.components(separatedBy: "\n").contains { printed in
      var rest = Substring(printed)
      for part in parts where !part.isEmpty {
        guard let place = rest.range(of: part) else { return false }
        rest = rest[place.upperBound...]
      }
      return true
    }
  }
}
