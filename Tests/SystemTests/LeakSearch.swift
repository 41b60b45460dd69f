import Foundation
import Scenario

/// Searches bytes for what must not stand in them.
struct LeakSearch {
  private let needles: [(text: String, bytes: Data)]

  init(_ planted: [String]) {
    // Every mark begins alike: one search finds any of them. As JSON may escape it, too.
    let escaped = PlantedMarks.beginning.unicodeScalars.map { "\\u" + String($0.value, radix: 16) }.joined()
    let marks = [PlantedMarks.beginning, escaped, escaped.uppercased().replacing("\\U", with: "\\u")]
    let others = Set(planted.filter { !$0.hasPrefix(PlantedMarks.beginning) })
    needles = (marks + others.sorted()).map { ($0, Data($0.utf8)) }
  }

  /// What is found in these bytes, each with what stands around it.
  func findings(in bytes: Data, _ place: String) -> [String] {
    needles.compactMap { needle in
      guard let range = bytes.range(of: needle.bytes) else { return nil }
      let around = bytes[max(bytes.startIndex, range.lowerBound - 80)..<min(bytes.endIndex, range.upperBound + 40)]
      return "\(place): \(needle.text) in …\(String(decoding: around, as: UTF8.self))…"
    }
  }

  func findings(in text: String, _ place: String) -> [String] { findings(in: Data(text.utf8), place) }

  /// What is found in any file below a folder, and in the files' names. `grep` looks first: it is quick, and it is another
  /// process, since the store of a process that runs must not be opened and closed by that one.
  func findings(below folder: URL) async throws -> (files: Int, findings: [String]) {
    var findings: [String] = []
    var files = 0
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    while let file = all?.nextObject() as? URL {
      findings += self.findings(in: file.lastPathComponent, "the name of \(file.path)")
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true { files += 1 }
    }
    let sought = FileManager.default.temporaryDirectory.appendingPathComponent("sought-\(UUID().uuidString)")
    try Data(needles.map(\.text).joined(separator: "\n").utf8).write(to: sought)
    defer { try? FileManager.default.removeItem(at: sought) }
    let (status, output) = try await Installation.run(
      URL(fileURLWithPath: "/bin/grep"), ["-r", "-l", "-Z", "-a", "-F", "-f", sought.path, folder.path], environment: ["LC_ALL": "C"])
    guard status <= 1 else { throw NotSearched(output: output) }
    for path in output.split(separator: "\0").map(String.init) {
      findings += self.findings(in: try Data(contentsOf: URL(fileURLWithPath: path)), path)
    }
    return (files, findings)
  }

  private struct NotSearched: Error { let output: String }
}
