import ClientKit
import Foundation

/// Where an installation stands, for those who work with its services but do not start or stop them.
public struct Workplace: Sendable {
  public let folder: URL
  public let programs: URL

  /// - Parameters:
  ///   - folder: where `connection.json` stands.
  ///   - programs: the folder of the built executables.
  public init(folder: URL, programs: URL) {
    self.folder = folder
    self.programs = programs
  }

  public var connectionFile: URL { folder.appendingPathComponent("connection.json") }

  public func connection() throws -> Connection { try Connection(file: connectionFile) }

  /// Runs `jiugai` against this installation.
  public func desk(_ arguments: [String]) async throws -> (status: Int32, output: String) {
    try await Installation.run(
      programs.appendingPathComponent("jiugai"), arguments, environment: ["JIUGAI_CONNECTION": connectionFile.path])
  }
}
