import Foundation

/// Who listens on a port of this machine, as the kernel tells it.
struct PortProbe {
  /// A process that listens; the name is nil where this user may not look.
  struct Holder: Hashable, Sendable {
    let process: Int32?
    let name: String?
  }

  private let root: URL

  /// - Parameter root: `/proc`; another folder of its form in a test.
  init(root: URL = URL(fileURLWithPath: "/proc")) { self.root = root }

  /// The port of `tcp://127.0.0.1:5720`; nil when the endpoint has none.
  static func port(of endpoint: String) -> Int? {
    guard endpoint.hasPrefix("tcp://"), let mark = endpoint.lastIndex(of: ":") else { return nil }
    return Int(endpoint[endpoint.index(after: mark)...]).flatMap { (1...65_535).contains($0) ? $0 : nil }
  }

  /// Whether the endpoint is on this machine's loopback.
  static func isLoopback(_ endpoint: String) -> Bool {
    endpoint.hasPrefix("tcp://127.") || endpoint.hasPrefix("tcp://localhost:") || endpoint.hasPrefix("tcp://[::1]:")
  }

  /// Who listens on the port; nil when nobody does.
  func holder(of port: Int) -> Holder? {
    guard let socket = listening(on: port) else { return nil }
    guard let process = process(with: socket) else { return Holder(process: nil, name: nil) }
    let name = try? String(contentsOf: root.appendingPathComponent("\(process)/comm"), encoding: .utf8)
    return Holder(process: process, name: name?.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The inode of a socket that listens (state 0A) on the port.
  private func listening(on port: Int) -> String? {
    let hex = String(port, radix: 16, uppercase: true)
    let mark = ":" + String(repeating: "0", count: 4 - hex.count) + hex
    for table in ["net/tcp", "net/tcp6"] {
      guard let text = try? String(contentsOf: root.appendingPathComponent(table), encoding: .utf8) else { continue }
      for line in text.split(separator: "\n").dropFirst() {
        let words = line.split(separator: " ")
        if words.count > 9, words[3] == "0A", words[1].hasSuffix(mark) { return String(words[9]) }
      }
    }
    return nil
  }

  private func process(with socket: String) -> Int32? {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: root.path)) ?? [] {
      guard let process = Int32(name) else { continue }
      let folder = root.appendingPathComponent("\(process)/fd").path
      for descriptor in (try? manager.contentsOfDirectory(atPath: folder)) ?? []
      where (try? manager.destinationOfSymbolicLink(atPath: "\(folder)/\(descriptor)")) == "socket:[\(socket)]" {
        return process
      }
    }
    return nil
  }
}
