import Foundation

/// A folder that nothing may be in before something is put there.
enum EmptyFolder {
  /// Makes the folder, readable by its owner alone, or takes one that is there and holds nothing.
  ///
  /// - Parameter ignored: names that do not count, such as the lock that is held meanwhile.
  /// - Throws: `StoreError.notEmpty`.
  static func make(_ folder: URL, ignoring ignored: Set<String> = []) throws {
    let manager = FileManager.default
    if let names = try? manager.contentsOfDirectory(atPath: folder.path) {
      // A folder that is a file system of its own has this one from the beginning.
      guard Set(names).subtracting(ignored).subtracting(["lost+found"]).isEmpty else {
        throw StoreError.notEmpty(folder: folder.path)
      }
      return
    }
    do {
      try manager.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.cannotOpen("the folder \(folder.path) cannot be made")
    }
  }
}
