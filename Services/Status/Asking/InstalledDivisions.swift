import DomainModel
import Foundation
import Policy

/// The divisions that the policy packs of this machine are for: what an operator who names none most likely means.
enum InstalledDivisions {
  /// None where no packs are installed, or where they cannot be read; that is the services' to complain about.
  static func all() -> [DivisionCode] {
    guard let folders = try? PolicyFolder.packFolders(environment: ProcessInfo.processInfo.environment),
      let library = try? PackLibrary(folders: folders, knownRules: nil)
    else { return [] }
    return Set(library.editions.compactMap { $0.file.pack.territory.value?.division }).sorted {
      $0.rawValue < $1.rawValue
    }
  }
}
