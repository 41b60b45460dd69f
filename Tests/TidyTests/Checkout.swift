import Foundation

/// The files of this checkout that are ours to keep tidy.
enum Checkout {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let topLevel = ["Package.swift", "README.md", "Services", "Shared", "Tests", "deploy"]

  /// Every readable text, sorted by path. A file that is not UTF-8 is not text.
  static let files: [SourceFile] = {
    var files: [SourceFile] = []
    for name in topLevel { read(folder.appendingPathComponent(name), name, into: &files) }
    return files.sorted { $0.path < $1.path }
  }()

  static func file(_ path: String) -> SourceFile? { files.first { $0.path == path } }

  private static func read(_ url: URL, _ path: String, into files: inout [SourceFile]) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else {
      if let data = FileManager.default.contents(atPath: url.path), let text = String(data: data, encoding: .utf8) {
        files.append(SourceFile(path, text))
      }
      return
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []
    where !name.hasPrefix(".") && name != "__pycache__" {
      read(url.appendingPathComponent(name), "\(path)/\(name)", into: &files)
    }
  }
}
