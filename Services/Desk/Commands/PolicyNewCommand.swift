import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Policy

/// `jiugai policy new`: the beginning of a new city's pack.
struct PolicyNewCommand: DeskCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "为一个新城市写出策略包草稿，逐条列出要回答的问题。 Begin a new city's pack.",
    discussion: """
      草稿写在 文件夹/ID/版本.yaml，每一项都是 silent，上面写着该到文件里找什么、怎样写。已有的文件不会覆盖。
      随后用 jiugai policy check 看还有哪些问题没有回答；jiugai policy check 文件夹 检查整个文件夹。

      Examples:
        jiugai policy new linhai ./packs
        jiugai policy new linhai ./packs --edition 2025-1
        jiugai policy check ./packs/linhai/2025-1.yaml
      """)

  @Argument(help: "城市的英文代码：小写字母、数字、连字符。 The city's id.")
  var id: String

  @Argument(help: "放在哪个文件夹里（见设置 further-packs）。 The folder of packs.")
  var folder: String

  @Option(help: "这一版的代码。 The edition.")
  var edition = "draft-1"

  @OptionGroup var output: OutputOptions

  func perform() async throws {
    guard let id = try? Identifier<SlugKind>(id), let edition = try? Identifier<SlugKind>(edition) else {
      throw DeskFault.usage(
        "bad-id", zh: "城市和版本的代码只用小写字母、数字和连字符，如 linhai、2025-1。",
        en: "Ids of cities and editions are of small letters, digits and hyphens: linhai, 2025-1.")
    }
    let place = URL(fileURLWithPath: folder).appendingPathComponent(id.rawValue)
    let file = place.appendingPathComponent("\(edition).yaml")
    guard !FileManager.default.fileExists(atPath: file.path) else {
      throw DeskFault.rejected(
        "file-exists", zh: "\(file.path) 已经有了，未作改动；请换一个版本代码。",
        en: "\(file.path) is there already and was left as it is; name another edition.")
    }
    let text = PackScaffold(id: id, edition: edition).text
    do {
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file, options: .withoutOverwriting)
    } catch {
      throw DeskFault.rejected(
        "file-unwritable", zh: "写不了 \(file.path)，请检查文件夹的权限和空间。",
        en: "\(file.path) cannot be written; check the folder's permissions and space.")
    }
    let open = OpenQuestion.all(in: text).count
    output.show(["file": .string(file.path), "open": .integer(Int64(open))]) {
      output.say(
        "已写出 \(file.path)，有 \(open) 个问题待答。下一步：jiugai policy check \(file.path)",
        "Wrote \(file.path) with \(open) open questions. Next: jiugai policy check \(file.path)")
    }
  }
}
