import ArgumentParser
import Contracts
import DomainModel
import Foundation

/// Writes the published contract.
struct SchemasCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "schemas", abstract: "写出全部报文的 JSON Schema。 Write the JSON Schemas of every message.",
    discussion: """
      每个报文一个文件：命令（回复在 $defs/reply）、事件（事件源上的全文在 $defs/envelope）、查询（答案在 $defs/answer）；
      index.json 列出全部报文，refusals.json 列出全部不予办理的代码和说明，codes.json 列出通信代码和处理办法，
      versions.json 列出受理的版本，senders.json 列出各市可发送的单位，notes.json 是字段的含义（取自源码注释），
      asyncapi.json 供工具读取。examples/ 里是测试录制的样例，由 jiugai-demo --record 更新，这里不动。

      Examples:
        jiugai schemas Shared/Contracts/Published     renew the contract that the repository publishes
      """)

  @Argument(help: "写到哪个文件夹；其中过时的 .json 会删去。 The folder; its outdated .json files go.")
  var folder: String

  @Option(help: "源码的 Shared 文件夹，字段含义取自那里；没有就不写 notes.json。 The checkout's Shared folder.")
  var sources = "Shared"

  @OptionGroup var packs: PackFolders
  @OptionGroup var output: OutputOptions

  func perform() async throws {
    let root = URL(fileURLWithPath: folder, isDirectory: true)
    let shared = URL(fileURLWithPath: sources, isDirectory: true)
    let hasSources = FileManager.default.fileExists(atPath: shared.appendingPathComponent("Contracts").path)
    let files = try PublishedContract.files(try packs.library(), sources: hasSources ? shared : nil)
    let manager = FileManager.default
    let old = Set(
      (manager.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".json") })
    // A folder that holds other JSON than a contract was named by mistake: nothing of it is deleted.
    if !old.isEmpty, !old.contains("index.json") {
      throw DeskFault.usage(
        "not-a-contract", zh: "\(folder) 里有别的 .json 文件，请另选文件夹。",
        en: "\(folder) holds other .json files; choose another folder.")
    }
    for file in files {
      let url = root.appendingPathComponent(file.path)
      try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
    }
    var left = old.subtracting(files.map(\.path)).filter { !$0.hasPrefix(PublishedContract.recordings) }
    if !hasSources { left.remove(PublishedContract.notes) }
    for path in left { try manager.removeItem(at: root.appendingPathComponent(path)) }
    output.show([
      "folder": .string(root.path), "files": .integer(Int64(files.count)), "removed": .integer(Int64(left.count)),
    ]) {
      output.say("已写 \(files.count) 个文件，删去 \(left.count) 个。", "\(files.count) files written, \(left.count) removed.")
    }
  }
}

/// Tells the version.
struct VersionCommand: DeskCommand {
  static let configuration = CommandConfiguration(commandName: "version", abstract: "版本。 The version.")

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    output.show(["version": .string(Version.current), "protocol": "JG1"]) { "jiugai \(Version.current) (JG1)" }
  }
}
