import Foundation

/// The YAML files of a folder and of its folders one level down, in a fixed order, never more of a file than may be read.
enum PolicyFiles {
  struct Found {
    /// Relative to the folder: `yueqing/2024-1.yaml`.
    let name: String
    let data: Data
  }

  static func all(in folder: URL) throws(PackFaults) -> [Found] {
    var found: [Found] = []
    var faults: [PackFault] = []
    for name in names(in: folder, prefix: "", depth: 0, &faults).sorted() {
      do { found.append(Found(name: name, data: try read(folder.appendingPathComponent(name)))) } catch {
        faults.append(
          PackFault(.unreadable, file: name, zh: "文件无法读取，请检查权限。", en: "the file cannot be read; check its permissions"))
      }
    }
    guard faults.isEmpty else { throw PackFaults(faults) }
    return found
  }

  private static func names(in folder: URL, prefix: String, depth: Int, _ faults: inout [PackFault]) -> [String] {
    var names: [String] = []
    let entries: [String]
    do { entries = try FileManager.default.contentsOfDirectory(atPath: folder.path) } catch {
      faults.append(
        PackFault(.unreadable, file: prefix.isEmpty ? folder.path : prefix, zh: "文件夹无法读取。", en: "the folder cannot be read"))
      return []
    }
    for entry in entries where !entry.hasPrefix(".") {
      let url = folder.appendingPathComponent(entry)
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        if depth == 0 { names += self.names(in: url, prefix: "\(entry)/", depth: 1, &faults) }
      } else if entry.hasSuffix(".yaml") {
        names.append(prefix + entry)
      } else if entry.hasSuffix(".yml") {
        faults.append(
          PackFault(
            .wrongName, file: prefix + entry, zh: "文件名应以 .yaml 结尾，否则会被忽略。", en: "the name must end in .yaml, or the file would be ignored"))
      }
    }
    return names
  }

  /// At most one byte more than a policy file may have: enough to see that it is too large.
  private static func read(_ url: URL) throws -> Data {
    let handle = try FileHandle(forReadingFrom: url)
    defer { try? handle.close() }
    return try handle.read(upToCount: YAMLSource.largest + 1) ?? Data()
  }
}
