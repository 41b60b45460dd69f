import ArgumentParser
import Foundation
import Policy

/// Where the packs of this machine stand, for every subcommand that looks at them.
struct PackFolders: ParsableArguments {
  @Option(help: "策略包文件夹；默认 $JIUGAI_PACKS，再默认程序旁边的。 The folder of packs, if not the usual one.")
  var packs: String?

  @Option(help: "另有城市的策略包文件夹；默认 $JIUGAI_FURTHER_PACKS。 A folder of further cities.")
  var furtherPacks: String?

  /// The main folder first, then that of further cities if there is one.
  func folders(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> [URL] {
    var named = environment
    if let packs { named["JIUGAI_PACKS"] = packs }
    if let furtherPacks { named["JIUGAI_FURTHER_PACKS"] = furtherPacks }
    do { return try PolicyFolder.packFolders(environment: named) } catch {
      throw DeskFault.usage("no-packs", zh: error.zh, en: error.description)
    }
  }

  /// All installed packs, each read strictly.
  func library() throws -> PackLibrary { try PackLibrary(folders: folders(), knownRules: RuleRegistry.knownRules) }
}
