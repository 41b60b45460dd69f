import ArgumentParser
import DomainModel
import Foundation

/// The services' own programs on this machine, and the configuration files that they run with.
struct ServicePrograms: Sendable {
  /// One service as it is installed here.
  struct Installed: Sendable {
    let service: ServiceName
    let program: URL
    /// What it is started with besides what it is to do.
    let arguments: [String]
    let config: URL?
  }

  /// What a program that ended left behind.
  struct Ended: Sendable {
    let status: Int32
    let output: Data
  }

  private let folder: URL

  /// - Parameter folder: where the programs are; nil for beside this program, else `/usr/bin`.
  init(folder: String?) {
    if let folder {
      self.folder = URL(fileURLWithPath: folder)
    } else {
      let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      let hasSome = ServiceName.allCases.contains { ServicePrograms.exists(ServicePrograms.program(of: $0, in: own)) }
      self.folder = hasSome ? own : URL(fileURLWithPath: "/usr/bin")
    }
  }

  private static func program(of service: ServiceName, in folder: URL) -> URL {
    folder.appendingPathComponent("jiugai-\(service)")
  }

  private static func exists(_ file: URL) -> Bool { FileManager.default.isExecutableFile(atPath: file.path) }

  /// Where this service's program is; nil when it is not installed here.
  func program(of service: ServiceName) -> URL? {
    let file = ServicePrograms.program(of: service, in: folder)
    return ServicePrograms.exists(file) ? file : nil
  }

  /// The configuration files of this machine: those named, else those beside the connection file, else in `/etc/jiugai`.
  static func configs(named: [String], beside connection: URL?) -> [URL] {
    guard named.isEmpty else { return named.map { URL(fileURLWithPath: $0) } }
    var folders = [URL(fileURLWithPath: "/etc/jiugai")]
    if let connection { folders.insert(connection.deletingLastPathComponent().appendingPathComponent("config"), at: 0) }
    for folder in folders {
      let found = ServiceName.allCases.map { folder.appendingPathComponent("\($0).yaml") }
        .filter { FileManager.default.fileExists(atPath: $0.path) }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whose configuration a file is, by its name: `voting.yaml`, `jiugai-voting.yaml`.
  static func service(of config: URL) -> ServiceName? {
    let name = config.deletingPathExtension().lastPathComponent
    return ServiceName(rawValue: name.hasPrefix("jiugai-") ? String(name.dropFirst(7)) : name)
  }

  /// Runs a program to its end. What it says of its progress goes to where ours would.
  ///
  /// - Throws: when it cannot be started.
  func run(_ installed: Installed, _ arguments: [String], isQuiet: Bool = false) async throws -> Ended {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        do {
          let process = Process()
          process.executableURL = installed.program
          process.arguments = installed.arguments + arguments
          let pipe = Pipe()
          process.standardOutput = pipe
          if isQuiet { process.standardError = FileHandle.nullDevice }
          try process.run()
          let output = pipe.fileHandleForReading.readDataToEndOfFile()
          process.waitUntilExit()
          continuation.resume(returning: Ended(status: process.terminationStatus, output: output))
        } catch { continuation.resume(throwing: error) }
      }
    }
  }
}
