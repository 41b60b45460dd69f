import Foundation

/// Where the plain files of the law stand on this machine.
public enum PolicyFolder: String, Sendable, CaseIterable {
  case packs = "Packs"
  case calendars = "Calendars"

  /// The folder to use: the configured one, else the one beside the executable, else the system's.
  ///
  /// A configured folder that does not exist is an error rather than a reason to look elsewhere: the office that set it
  /// means that folder's law and no other.
  public func locate(configured: String?) throws(NoPolicyFolder) -> URL {
    let places = configured.map { [URL(fileURLWithPath: $0, isDirectory: true)] } ?? usual
    for place in places where PolicyFolder.isFolder(place) { return place }
    throw NoPolicyFolder(folder: self, looked: places.map(\.path))
  }

  /// The folders of packs to read as one library: the main one, and the configured one of further cities if any.
  public static func packFolders(configured: String?, further: String?) throws(NoPolicyFolder) -> [URL] {
    let main = try PolicyFolder.packs.locate(configured: configured)
    guard let further else { return [main] }
    return [main, try PolicyFolder.packs.locate(configured: further)]
  }

  /// The folders of packs for a tool that has no settings file: those that a service's environment would name.
  public static func packFolders(environment: [String: String]) throws(NoPolicyFolder) -> [URL] {
    func named(_ variable: String) -> String? { environment[variable].flatMap { $0.isEmpty ? nil : $0 } }
    return try packFolders(configured: named("JIUGAI_PACKS"), further: named("JIUGAI_FURTHER_PACKS"))
  }

  private var usual: [URL] {
    var places: [URL] = []
    if let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() {
      places.append(
        executable.deletingLastPathComponent().appendingPathComponent("jiugai_Policy.resources/\(rawValue)"))
    }
    places.append(URL(fileURLWithPath: "/usr/share/jiugai/\(rawValue.lowercased())", isDirectory: true))
    return places
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

/// None of the places holds the folder.
public struct NoPolicyFolder: Error, Hashable, Sendable, CustomStringConvertible {
  public let folder: PolicyFolder
  public let looked: [String]

  public var zh: String { "找不到\(folder == .packs ? "策略包" : "工作日历")文件夹，已查找：\(looked.joined(separator: "、"))。" }
  public var description: String {
    "no folder of \(folder.rawValue.lowercased()) was found; looked at \(looked.joined(separator: ", "))"
  }
}
