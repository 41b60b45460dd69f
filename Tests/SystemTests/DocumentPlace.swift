import Foundation
import Scenario

/// A view of the checkout in a folder of its own: a document's commands find everything where it says, and what they write goes
/// with the folder.
struct DocumentPlace {
  let folder: URL

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jiugai-document-\(UUID().uuidString.prefix(8))")
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try manager.contentsOfDirectory(atPath: Installation.root.path) where ![".git", ".run"].contains(name) {
      try manager.createSymbolicLink(
        at: folder.appendingPathComponent(name), withDestinationURL: Installation.root.appendingPathComponent(name))
    }
  }

  /// Makes a place, and takes it away when the work in it is over, well or not.
  static func with<Outcome>(_ work: (DocumentPlace) async throws -> Outcome) async throws -> Outcome {
    let place = try DocumentPlace()
    return try await Afterwards.run({ try await work(place) }, then: { await place.leave() })
  }

  /// The built programs and the Python of the tests stand on PATH, and the scripts do not build again.
  func environment() throws -> [String: String] {
    var path = [Installation.builtPrograms().path, ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    if let python = SystemTests.PeerTests.python { path.insert(python.deletingLastPathComponent().path, at: 0) }
    return [
      "PATH": path.joined(separator: ":"), "HOME": folder.path, "DEPLOY_BUILT": "1", "NO_COLOR": "1", "LANG": "C.UTF-8",
      "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": "Shared/Contracts/python/src",
    ]
  }

  /// Stops what a document has started and left, and removes the folder.
  private func leave() async {
    for run in (try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(".run").path)) ?? [] {
      _ = try? await Installation.run(
        folder.appendingPathComponent("deploy/down"), [folder.appendingPathComponent(".run/\(run)").path])
    }
    try? FileManager.default.removeItem(at: folder)
  }
}
