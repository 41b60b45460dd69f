import ArgumentParser
import Contracts
import DomainModel
import Foundation
import Policy
import Terminal

/// Looks at the rules: checks files, shows parameters with their articles, lists the roles.
struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "查看和检查规则。 Look at the rules.",
    subcommands: [
      Check.self, Show.self, PolicyDiffCommand.self, PolicyNewCommand.self, PolicyImpactCommand.self,
      PolicyIndexCommand.self, PolicyRolesCommand.self,
    ])

  struct Check: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "检查策略包文件，一次列出全部错误。 Check policy files; all faults at once.",
      discussion: """
        Examples:
          jiugai policy check Shared/Policy/Packs
          jiugai policy check Shared/Policy/Packs/yueqing/2024-1.yaml --json
          jiugai policy check ./packs/linhai/draft-1.yaml       草稿还要回答哪些问题
        """)

    @Argument(help: "策略包文件夹，或一个文件。 The folder of packs, or one file.")
    var path: String

    @Flag(help: "列出草稿的全部待答问题。 List all open questions of a draft.")
    var all = false

    @OptionGroup var output: OutputOptions

    func perform() async throws {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw DeskFault.usage("file-unreadable", zh: "没有 \(path)。", en: "There is no \(path).")
      }
      let url = URL(fileURLWithPath: path)
      let checked = isFolder.boolValue ? try folder(url) : try file(url)
      let open = OpenQuestionText(file: path, questions: isFolder.boolValue ? [] : try questions(of: url))
      output.show(["checked": .array(checked.map { .string($0) }), "faults": [], "open": open.json]) {
        let sound = checked.map { "\(Style.good.paint("✓")) \($0)" }.joined(separator: "\n")
        return open.questions.isEmpty ? sound : sound + "\n" + open.text(output.language, most: all ? .max : 10)
      }
    }

    private func questions(of url: URL) throws -> [OpenQuestion] {
      OpenQuestion.all(in: String(decoding: try Data(contentsOf: url), as: UTF8.self))
    }

    /// A folder of further cities has no defaults of its own: it is read beside the installed packs.
    private func folder(_ url: URL) throws -> [String] {
      let hasDefaults = FileManager.default.fileExists(atPath: url.appendingPathComponent("recommended.yaml").path)
      let folders = hasDefaults ? [url] : [try PolicyFolder.packs.locate(configured: nil), url]
      return try PackLibrary(folders: folders, knownRules: RuleRegistry.knownRules).editions.map {
        "\($0.identity.pack) \($0.identity.edition) \($0.identity.sha256)"
      }
    }

    private func file(_ url: URL) throws -> [String] {
      let data = try Data(contentsOf: url)
      if url.deletingPathExtension().lastPathComponent == Recommendation.instrument {
        _ = try PackLoader.recommended(from: data, file: path)
        return [path]
      }
      let pack = try PackLoader.pack(
        from: data, file: path, knownRules: RuleRegistry.knownRules, defaults: defaults(for: url))
      return ["\(pack.pack.id) \(pack.pack.edition) \(PackLibrary.hash(of: data))"]
    }

    /// The defaults that stand in the same folder of packs, else the installed ones.
    private func defaults(for url: URL) throws -> RecommendedDefaults? {
      let near = url.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("recommended.yaml")
      if let data = try? Data(contentsOf: near) { return try PackLoader.recommended(from: data, file: near.path) }
      return try? PackLibrary(folder: PolicyFolder.packs.locate(configured: nil), knownRules: nil).defaults
    }
  }

  struct Show: DeskCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "显示一个策略包的参数和依据。 Show a pack's parameters with their articles.",
      discussion: """
        文件未规定的显示“未规定”，其下是本系统的默认值和理由。

        Examples:
          jiugai policy show yueqing               有哪些主题
          jiugai policy show yueqing rounds
          jiugai policy show yueqing/2024-1 gates --json
          jiugai policy show yueqing --catalogue   改造内容，标出其他城市类别、编号或写法不同的
        """)

    @Argument(help: "策略包，如 yueqing 或 yueqing/2024-1。 The pack, with or without the edition.")
    var pack: String

    @Argument(help: "主题，如 rounds、funding、gates。 The topic.")
    var topic: String?

    @Flag(help: "改造内容清单，与其他已安装城市对照。 The catalogue, beside those of the other cities.")
    var catalogue = false

    @OptionGroup var folders: PackFolders
    @OptionGroup var output: OutputOptions

    func perform() async throws {
      let places = try folders.folders()
      if catalogue {
        let edition = try PackSource(pack, in: places).edition
        let newest = Dictionary(try folders.library().editions.map { ($0.identity.pack, $0) }, uniquingKeysWith: { $1 })
        let others = newest.values.filter { $0.identity.pack != edition.identity.pack }
          .sorted { $0.identity.pack.rawValue < $1.identity.pack.rawValue }
        let hints = CatalogueHints(edition, others: others)
        return output.show(hints.json) { CatalogueHintsText(output.language).text(hints) }
      }
      let view = try PackView(source: PackSource(pack, in: places), defaults: places[0])
      guard let topic else {
        output.show(["pack": .string(view.file), "topics": .array(view.topics.map { .string($0) })]) {
          Style.heading.paint(view.title(output.language)) + "\n" + output.say("主题：", "Topics: ")
            + view.topics.joined(separator: " ")
        }
        return
      }
      let lines = try view.lines(of: topic)
      output.show(view.json(of: topic, lines)) { PackLineText(output.language).text(lines, of: view) }
    }
  }
}
